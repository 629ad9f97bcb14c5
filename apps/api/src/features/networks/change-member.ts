import { isId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia, type IsoDay } from '@samleng/routing';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { checkConsent } from './check-member.ts';
import { lockClub } from './lock-club.ts';
import { ClubMember } from './network.entity.ts';
import { recordDeed } from './record-deed.ts';

/** A member of a club the viewer keeps who has not left; null otherwise. */
async function findMember(inside: ApiRequest, memberId: string): Promise<ClubMember | null> {
  const member = isId(memberId) ? await inside.em.findOne(ClubMember, { id: memberId, leftOn: null }) : null;
  if (member === null || (await lockClub(inside, member.clubId)) === null) return null;
  return member;
}

/**
 * A facilitator writes down that a child and a guardian have agreed anew; the member is in lists and counts again for a
 * year from the earlier of the two days.
 */
export async function renewConsent(
  request: ApiRequest,
  input: { readonly memberId: string; readonly assentOn: IsoDay; readonly guardianConsentOn?: IsoDay | null },
): Promise<Result<ClubMember, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const member = await findMember(inside, input.memberId);
    if (member === null) return refused([problem('NOT_FOUND', 'memberId')]);
    const checked = checkConsent(member.ageBand, input, dayInCambodia(inside.clock.now()));
    if (!checked.ok) return checked;
    Object.assign(member, checked.value);
    await recordDeed(inside, 'renewConsent', 'club', member.clubId, { memberId: member.id });
    return ok(member);
  });
}

/** A facilitator makes a member a leader of the club, or ends that. */
export async function nameLeader(
  request: ApiRequest,
  input: { readonly memberId: string; readonly isLeader: boolean },
): Promise<Result<ClubMember, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const member = await findMember(inside, input.memberId);
    if (member === null) return refused([problem('NOT_FOUND', 'memberId')]);
    member.isLeader = input.isLeader;
    await recordDeed(inside, 'nameLeader', 'club', member.clubId, {
      memberId: member.id,
      isLeader: input.isLeader,
    });
    return ok(member);
  });
}

/** A facilitator writes down that a child has left: it is in no list from now on, and erased after 90 days. */
export async function memberLeaves(
  request: ApiRequest,
  input: { readonly memberId: string },
): Promise<Result<ClubMember, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const member = await findMember(inside, input.memberId);
    if (member === null) return refused([problem('NOT_FOUND', 'memberId')]);
    member.leftOn = dayInCambodia(inside.clock.now());
    await recordDeed(inside, 'memberLeaves', 'club', member.clubId, { memberId: member.id });
    return ok(member);
  });
}
