import { ok, refused, type Result } from '@samleng/kernel';
import { inTransaction } from '@samleng/server';
import { isId } from '@samleng/kernel';
import type { CaseSystem, ReferralOutcome } from '../../lists.ts';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { asHolder, noteDeed, readReferral } from '../cases/index.ts';
import { Referral } from './referral.entity.ts';
import type { ReferralRecord } from './referral-record.ts';

/**
 * A worker, with the passphrase given again, hands a referral to a national case system. That it is read for sending
 * is in the audit before anything leaves; what the receiver answered is noted after. Trying again is safe: the
 * receiver knows it by its id.
 */
export async function sendReferral(
  request: DeskRequest,
  input: { referralId: string; system: CaseSystem },
): Promise<Result<Referral, readonly Problem[]>> {
  const { viewer, doors } = request;
  const door = doors[input.system];
  if (!viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  const referral = await findReferral(request, input.referralId);
  if (referral === null) return refused([problem('NOT_FOUND', 'referralId')]);
  const record = await asHolder(request, referral.caseId, async (inside, held) => {
    if (door === null) return refused([problem('NOT_CONNECTED', 'system')]);
    const read = await readReferral<ReferralRecord>(inside, held, referral.itemId);
    await noteDeed(inside, held.kase, 'sendReferral', { referralId: referral.id, system: input.system });
    return ok(read);
  });
  if (!record.ok) return notFoundOf(record);
  // The transaction is over: a slow receiver must not hold the database.
  const sent = await door!.send(record.value);
  if (!sent.ok && sent.problem !== 'RECEIVER_HAS_IT_ALREADY')
    return refused([problem(sent.problem, 'system')]);
  return noteOutcome(request, referral, { outcome: 'RECEIVED', system: input.system });
}

/** A worker notes what the receiver said of a referral. */
export async function noteReferralOutcome(
  request: DeskRequest,
  input: { referralId: string; outcome: ReferralOutcome },
): Promise<Result<Referral, readonly Problem[]>> {
  const referral = await findReferral(request, input.referralId);
  if (referral === null) return refused([problem('NOT_FOUND', 'referralId')]);
  return notFoundOf(
    await asHolder(request, referral.caseId, async (inside, { kase }) => {
      await noteDeed(inside, kase, 'noteReferralOutcome', {
        referralId: referral.id,
        outcome: input.outcome,
      });
      const mine = await inside.em.findOneOrFail(Referral, { id: referral.id });
      inside.em.assign(mine, { outcome: input.outcome, outcomeAt: inside.clock.now() });
      return ok(mine);
    }),
  );
}

async function noteOutcome(
  request: DeskRequest,
  { id }: Referral,
  said: { outcome: ReferralOutcome; system: CaseSystem },
): Promise<Result<Referral, readonly Problem[]>> {
  return inTransaction(request, async ({ em, clock }): Promise<Result<Referral, readonly Problem[]>> => {
    const mine = await em.findOne(Referral, { id });
    if (mine === null) return refused([problem('NOT_FOUND', 'referralId')]);
    em.assign(mine, { ...said, outcomeAt: clock.now() });
    return ok(mine);
  });
}

async function findReferral({ em }: DeskRequest, id: string): Promise<Referral | null> {
  return isId(id) ? em.findOne(Referral, { id }) : null;
}

/** A referral of a case that is not the viewer's is not there. */
function notFoundOf<Value>(result: Result<Value, readonly Problem[]>): Result<Value, readonly Problem[]> {
  return result.ok || result.problem[0]?.code !== 'NOT_FOUND'
    ? result
    : refused([problem('NOT_FOUND', 'referralId')]);
}
