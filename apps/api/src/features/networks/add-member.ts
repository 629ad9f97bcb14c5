import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { checkMember, type MemberWish } from './check-member.ts';
import { lockClub } from './lock-club.ts';
import { ClubMember } from './network.entity.ts';
import { recordDeed } from './record-deed.ts';

export type NewMember = MemberWish & { readonly clubId: string; readonly idempotencyKey: string };

/**
 * A facilitator who keeps a club adds a member by alias, with the assent and the guardian's consent. An alias stands in
 * a club once. The same key is the same member.
 */
export async function addMember(
  request: ApiRequest,
  input: NewMember,
): Promise<Result<ClubMember, readonly Problem[]>> {
  const checked = checkMember(input, dayInCambodia(request.clock.now()));
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    const club = await lockClub(inside, input.clubId);
    if (club === null) return refused([problem('NOT_FOUND', 'clubId')]);
    if (!checked.ok) return checked;
    if (!isId(input.idempotencyKey)) return refused([problem('REQUIRED', 'idempotencyKey')]);
    const { aliasKey } = checked.value;
    const before = await em.findOne(ClubMember, { idempotencyKey: input.idempotencyKey });
    if (before !== null)
      return before.clubId === club.id && before.aliasKey === aliasKey
        ? ok(before)
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
    if ((await em.count(ClubMember, { clubId: club.id, aliasKey, leftOn: null })) > 0)
      return refused([problem('ALREADY_THERE', 'alias')]);
    const member = em.create(ClubMember, {
      id: newId(inside.clock.now().getTime()),
      idempotencyKey: input.idempotencyKey,
      clubId: club.id,
      ...checked.value,
    });
    await recordDeed(inside, 'addMember', 'club', club.id, { memberId: member.id });
    return ok(member);
  });
}
