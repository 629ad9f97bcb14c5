import { parentCode, type Role } from '@samleng/vocabulary';

/** Who asks: a staff member, a child's device, or a stranger. */
export type Viewer = {
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly grants: readonly ViewerGrant[];
  /** What a child's device is known by; never the device's own number. */
  readonly deviceKey: string | null;
  /** Whether the passphrase was given again within the last minutes. */
  readonly isReauthenticated: boolean;
};

export type ViewerGrant = {
  readonly role: Role;
  /** The place the role holds in, with all below it; empty: the whole country. */
  readonly placeCode: string | null;
  readonly officeId: string | null;
};

export const stranger: Viewer = {
  accountId: null,
  sessionId: null,
  grants: [],
  deviceKey: null,
  isReauthenticated: false,
};

/** Whether a place is another one or lies in it; the whole country is the empty code. */
export function liesIn(placeCode: string | null, around: string): boolean {
  if (around === '') return true;
  for (let code = placeCode; code !== null; code = parentCode(code)) if (code === around) return true;
  return false;
}

/** Whether the viewer holds a role that reaches a place. */
export function hasRoleIn(viewer: Viewer, role: Role, placeCode: string | null): boolean {
  return viewer.grants.some((grant) => grant.role === role && liesIn(placeCode, grant.placeCode ?? ''));
}

/** Whether the viewer holds a role anywhere. */
export function hasRole(viewer: Viewer, role: Role): boolean {
  return viewer.grants.some((grant) => grant.role === role);
}

/** Whether the viewer answers for an office. */
export function speaksFor(viewer: Viewer, officeId: string): boolean {
  return viewer.grants.some((grant) => grant.role === 'OFFICIAL' && grant.officeId === officeId);
}

/** The offices the viewer answers for. */
export function officesOf(viewer: Viewer): string[] {
  return viewer.grants.flatMap((grant) =>
    grant.role === 'OFFICIAL' && grant.officeId !== null ? [grant.officeId] : [],
  );
}

/** The places in which the viewer holds a role; the whole country is the empty code. */
export function placesOfRole(viewer: Viewer, role: Role): string[] {
  return viewer.grants.flatMap((grant) => (grant.role === role ? [grant.placeCode ?? ''] : []));
}
