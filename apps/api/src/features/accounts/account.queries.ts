import { type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import type { ApiRequest, Batch } from '../../request.ts';
import { Account, Grant, Passkey } from './account.entity.ts';

/** Accounts by id. */
export const accountsById: Batch<string, Account> = async ({ em }, ids) => {
  const accounts = await em.find(Account, { id: { $in: [...ids] } });
  return new Map(accounts.map((account) => [account.id, account]));
};

/** The roles of accounts. */
export const grantsOfAccounts: Batch<string, Grant[]> = async ({ em }, accountIds) => {
  const grants = await em.find(
    Grant,
    { accountId: { $in: [...accountIds] } },
    { orderBy: { role: 'asc', id: 'asc' } },
  );
  return Map.groupBy(grants, (grant) => grant.accountId);
};

/** How many passkeys accounts have; accounts without one are left out. */
export const passkeyCounts: Batch<string, number> = async ({ em }, accountIds) => {
  const passkeys = await em.find(Passkey, { accountId: { $in: [...accountIds] } }, { fields: ['accountId'] });
  return new Map(
    [...Map.groupBy(passkeys, (passkey) => passkey.accountId)].map(([id, all]) => [id, all.length]),
  );
};

/** All accounts, by name. */
export async function listAccounts(
  { em }: ApiRequest,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Account>> {
  const first = pageSize(args);
  const after = readCursor<[string]>(args.after, ['string']);
  const accounts = await em.find(Account, after === null ? {} : { nameKey: { $gt: after[0] } }, {
    orderBy: { nameKey: 'asc' },
    limit: first + 1,
  });
  return pageOf(accounts, first, (account) => [account.nameKey]);
}
