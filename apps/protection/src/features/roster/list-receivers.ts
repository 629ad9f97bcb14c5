import type { DeskRequest } from '../../request.ts';
import { Account } from '../accounts/index.ts';

const most = 500;

/** Everybody of the desk who can be put on the roster: trained, with an open account, and there to work on cases. */
export async function listReceivers({ em }: DeskRequest): Promise<Account[]> {
  return em.find(
    Account,
    {
      role: { $in: ['WORKER', 'SUPERVISOR'] },
      state: 'ACTIVE',
      trainedOn: { $ne: null },
      publicKey: { $ne: null },
    },
    { orderBy: { nameKey: 'asc' }, limit: most },
  );
}
