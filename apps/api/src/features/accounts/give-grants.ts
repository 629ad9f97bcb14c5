import { roles } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import { Grant, type GrantWish } from './account.entity.ts';

/** Writes the roles of an account; what it held before is taken away. */
export async function giveGrants(
  { em }: ApiRequest,
  accountId: string,
  wishes: readonly GrantWish[],
): Promise<void> {
  await em.nativeDelete(Grant, { accountId });
  for (const { role, placeCode, officeId } of wishes) {
    const { scope } = roles[role];
    em.create(Grant, {
      accountId,
      role,
      placeCode: scope === 'PLACE' ? (placeCode ?? null) : null,
      officeId: scope === 'OFFICE' ? (officeId ?? null) : null,
    });
  }
}

/** Roles as the audit record keeps them. */
export function grantsForAudit(wishes: readonly GrantWish[]) {
  return wishes.map(({ role, placeCode, officeId }) => ({
    role,
    placeCode: placeCode ?? null,
    officeId: officeId ?? null,
  }));
}
