import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Grant } from '../accounts/index.ts';
import { liesIn } from '../accounts/index.ts';
import { Club } from './club.entity.ts';
import { mayKeepNetworks } from './club.policy.ts';
import { ClubKeeper } from './network.entity.ts';
import { recordDeed } from './record-deed.ts';

/**
 * An administrator names a facilitator of the place who keeps a club's records, or takes the task back. From the first
 * one on, no other facilitator sees its members. Twice is once.
 */
export async function appointKeeper(
  request: ApiRequest,
  input: { readonly clubId: string; readonly accountId: string; readonly isKeeper: boolean },
): Promise<Result<Club, readonly Problem[]>> {
  const { clubId, accountId, isKeeper } = input;
  if (!mayKeepNetworks(request.viewer) || !isId(clubId) || !isId(accountId))
    return refused([problem('NOT_FOUND', 'clubId')]);
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    const club = await em.findOne(Club, { id: clubId });
    if (club === null) return refused([problem('NOT_FOUND', 'clubId')]);
    const grants = await em.find(Grant, { accountId, role: 'FACILITATOR' });
    if (isKeeper && !grants.some((grant) => liesIn(club.placeCode, grant.placeCode ?? '')))
      return refused([problem('NOT_FOUND', 'accountId')]);
    if (isKeeper) await em.upsert(ClubKeeper, { clubId, accountId });
    else await em.nativeDelete(ClubKeeper, { clubId, accountId });
    await recordDeed(inside, 'appointKeeper', 'club', clubId, { accountId, isKeeper });
    return ok(club);
  });
}
