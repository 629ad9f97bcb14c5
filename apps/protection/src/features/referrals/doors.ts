import type { Settings } from '../../config.ts';
import type { CaseSystem } from '../../lists.ts';
import type { Fetch, ReferralDoor } from './door.ts';
import { createOscarDoor } from './oscar.ts';
import { createPrimeroDoor } from './primero.ts';

/** The doors that stand open; none unless an operator set its address. */
export type ReferralDoors = { readonly [System in CaseSystem]: ReferralDoor | null };

/** @param fetch how to reach the world (default: the platform's) */
export function openReferralDoors(settings: Settings, fetch: Fetch = globalThis.fetch): ReferralDoors {
  const { PRIMERO_URL, PRIMERO_USER, PRIMERO_PASSWORD, PRIMERO_OWNER, PRIMERO_PLACE_CODES } = settings;
  const { OSCAR_URL, OSCAR_EMAIL, OSCAR_PASSWORD, OSCAR_ORGANIZATION } = settings;
  return {
    PRIMERO: PRIMERO_URL
      ? createPrimeroDoor(
          {
            url: PRIMERO_URL,
            user: PRIMERO_USER!,
            password: PRIMERO_PASSWORD!,
            owner: PRIMERO_OWNER!,
            dropsLeadingZero: PRIMERO_PLACE_CODES === 'WITHOUT_ZERO',
          },
          fetch,
        )
      : null,
    OSCAR: OSCAR_URL
      ? createOscarDoor(
          {
            url: OSCAR_URL,
            email: OSCAR_EMAIL!,
            password: OSCAR_PASSWORD!,
            organization: OSCAR_ORGANIZATION!,
          },
          fetch,
        )
      : null,
  };
}
