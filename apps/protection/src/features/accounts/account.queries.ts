import { type Page, pageOf, pageSize, readCursor, type RequestBatch } from '@samleng/server';
import type { DeskRequest } from '../../request.ts';
import { Account, Passkey } from './account.entity.ts';

/** Accounts by id. */
export const accountsById: RequestBatch<DeskRequest, string, Account> = async ({ em }, ids) => {
  const accounts = await em.find(Account, { id: { $in: [...ids] } });
  return new Map(accounts.map((account) => [account.id, account]));
};

/** All accounts, by name. */
export async function listAccounts(
  { em }: DeskRequest,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Account>> {
  const first = Math.max(1, pageSize(args.first));
  const after = readCursor<[string]>(args.after, ['string']);
  const accounts = await em.find(Account, after === null ? {} : { nameKey: { $gt: after[0] } }, {
    orderBy: { nameKey: 'asc' },
    limit: first + 1,
  });
  return pageOf(accounts, first, (account) => [account.nameKey]);
}

/** Whether who asks has a passkey. */
export async function viewerHasPasskey({ em, viewer }: DeskRequest): Promise<boolean> {
  return viewer.accountId !== null && (await em.count(Passkey, { accountId: viewer.accountId })) > 0;
}
