import type { Affiliation, DeskRole } from '../../lists.ts';

/**
 * Who asks. A stranger is everybody without a session: a child, or anybody else. The participation service shows
 * itself by its own key and may do one thing.
 */
export type Viewer = {
  readonly kind: 'STRANGER' | 'PARTICIPATION_SERVICE' | DeskRole;
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly placeCode: string;
  readonly affiliation: Affiliation | null;
  /** A device by the number it made itself, for rate limits. */
  readonly deviceKey: string | null;
  /** Whether the passphrase was given in the last five minutes. */
  readonly isReauthenticated: boolean;
};

export const stranger: Viewer = {
  kind: 'STRANGER',
  accountId: null,
  sessionId: null,
  placeCode: '',
  affiliation: null,
  deviceKey: null,
  isReauthenticated: false,
};

/** Whether a place lies in an area or is it; the empty code is the whole country. */
export function liesIn(placeCode: string, areaCode: string): boolean {
  return placeCode.startsWith(areaCode);
}
