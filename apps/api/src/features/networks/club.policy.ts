import { hasRole, hasRoleIn, type Viewer } from '../accounts/index.ts';
import type { Club } from './club.entity.ts';

type Where = Pick<Club, 'placeCode'>;

/** Clubs are listed for facilitators of their place, for analysts and for administrators. */
export function maySeeClub(viewer: Viewer, { placeCode }: Where): boolean {
  if (viewer.accountId === null) return false;
  return (
    hasRoleIn(viewer, 'FACILITATOR', placeCode) ||
    hasRoleIn(viewer, 'ANALYST', placeCode) ||
    hasRole(viewer, 'ADMINISTRATOR')
  );
}

/** A facilitator founds a club in the own place; an administrator anywhere. */
export function mayFoundClub(viewer: Viewer, placeCode: string): boolean {
  const isFit = hasRoleIn(viewer, 'FACILITATOR', placeCode) || hasRole(viewer, 'ADMINISTRATOR');
  return viewer.accountId !== null && isFit;
}

/**
 * Members and sessions are kept by the club's own facilitators; where none is named, by any facilitator of its place.
 * Nobody else sees a member: no official, no analyst, no administrator, no facilitator of another club.
 */
export function mayKeepClub(viewer: Viewer, { placeCode }: Where, keepers: readonly string[]): boolean {
  if (viewer.accountId === null || !hasRoleIn(viewer, 'FACILITATOR', placeCode)) return false;
  return keepers.length === 0 || keepers.includes(viewer.accountId);
}

/** Sessions without a club are recorded by any facilitator of the place. */
export function mayRecordSessions(viewer: Viewer, placeCode: string): boolean {
  return viewer.accountId !== null && hasRoleIn(viewer, 'FACILITATOR', placeCode);
}

/** The tree of networks is kept by administrators. */
export function mayKeepNetworks(viewer: Viewer): boolean {
  return viewer.accountId !== null && hasRole(viewer, 'ADMINISTRATOR');
}

/** Staff see how many people sessions reached, in groups that are large enough to hide in. */
export function maySeeReach(viewer: Viewer, placeCode: string): boolean {
  if (viewer.accountId === null) return false;
  return (
    hasRole(viewer, 'ADMINISTRATOR') ||
    hasRoleIn(viewer, 'FACILITATOR', placeCode) ||
    hasRoleIn(viewer, 'ANALYST', placeCode)
  );
}
