import { LockMode } from '@mikro-orm/core';
import { newId, ok, refused, type Result } from '@samleng/kernel';
import { inTransaction } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { Case, CaseKey, HandOver } from './case.entity.ts';
import { fromHex } from './case-seals.ts';
import { findReceiver, settleOn } from './assign-case.ts';
import { findHeldCase, type HeldCase, keysOf } from './find-case.ts';
import { guardDamage } from './guard-damage.ts';
import { lookDueAt } from './look-due.ts';
import { giveKey, noteDeed } from './take-in.ts';
import { asHolder, heldOk } from './write-as-worker.ts';

/**
 * A worker offers a case to another named person of the area, with the passphrase given again. It stays theirs until
 * the other accepts; an offer that nobody accepts in time goes to the supervisors.
 */
export async function handOverCase(
  request: DeskRequest,
  input: { caseId: string; toAccountId: string },
): Promise<Result<HeldCase, readonly Problem[]>> {
  if (!request.viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  return asHolder(request, input.caseId, async (inside, held) => {
    const { em, clock, viewer } = inside;
    const { kase } = held;
    if (kase.state === 'CLOSED') return refused([problem('WRONG_STATE')]);
    if (input.toAccountId === viewer.accountId) return refused([problem('OWN_ACCOUNT', 'toAccountId')]);
    const receiver = await findReceiver(inside, kase, input.toAccountId);
    if (receiver === null) return refused([problem('NOT_A_RECEIVER', 'toAccountId')]);
    if (await openOffer(inside, kase.id)) return refused([problem('ALREADY_THERE', 'toAccountId')]);
    const holds = await em.findOne(CaseKey, { caseId: kase.id, holderId: receiver.accountId });
    if (holds === null)
      giveKey(inside, kase, keysOf(inside, held)!.privateKey, {
        holderId: receiver.accountId,
        publicKey: fromHex(receiver.publicKey),
        standing: 'OFFERED',
      });
    em.create(HandOver, {
      id: newId(clock.now().getTime()),
      caseId: kase.id,
      fromId: viewer.accountId!,
      toId: receiver.accountId,
      offeredAt: clock.now(),
      dueAt: lookDueAt(inside, kase.urgency, [receiver]),
    });
    await noteDeed(inside, kase, 'handOverCase', { toAccountId: receiver.accountId });
    return heldOk(held);
  });
}

/** The one offered a case takes it: it is theirs alone now, and sealed anew when they open it. */
export async function acceptHandOver(
  request: DeskRequest,
  input: { caseId: string },
): Promise<Result<HeldCase, readonly Problem[]>> {
  if (!request.viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  return guardDamage(request, () =>
    inTransaction(request, async (inside): Promise<Result<HeldCase, readonly Problem[]>> => {
      const { viewer } = inside;
      const held = await findHeldCase(inside, input.caseId);
      const offer = held && (await openOffer(inside, input.caseId));
      if (held === null || !offer || offer.toId !== viewer.accountId)
        return refused([problem('NOT_FOUND', 'caseId')]);
      const caseKeys = keysOf(inside, held);
      if (caseKeys === null) return refused([problem('SIGN_IN_AGAIN')]);
      const receiver = await findReceiver(inside, held.kase, viewer.accountId!);
      if (receiver === null) return refused([problem('NOT_A_RECEIVER')]);
      endOffer(inside, offer, 'ACCEPTED');
      await settleOn(inside, held.kase, receiver, caseKeys.privateKey);
      held.kase.lookDueAt = lookDueAt(inside, held.kase.urgency, [receiver]);
      held.kase.hasNews = true;
      await noteDeed(inside, held.kase, 'acceptHandOver', { fromAccountId: offer.fromId });
      const mine = await findHeldCase(inside, input.caseId);
      return mine ? ok(mine) : refused([problem('NOT_FOUND', 'caseId')]);
    }),
  );
}

/** The one offered a case declines; it stays with the one who offered it. */
export async function declineHandOver(
  request: DeskRequest,
  input: { caseId: string },
): Promise<Result<null, readonly Problem[]>> {
  return inTransaction(request, async (inside): Promise<Result<null, readonly Problem[]>> => {
    const { viewer, em } = inside;
    const held = await findHeldCase(inside, input.caseId);
    const offer = held && (await openOffer(inside, input.caseId));
    if (held === null || !offer || offer.toId !== viewer.accountId)
      return refused([problem('NOT_FOUND', 'caseId')]);
    endOffer(inside, offer, 'DECLINED');
    if (held.standing === 'OFFERED') em.remove(held.key);
    await noteDeed(inside, held.kase, 'declineHandOver', { fromAccountId: offer.fromId });
    return ok(null);
  });
}

/** The offer of a case that waits, if one does. */
export async function openOffer({ em }: DeskRequest, caseId: string): Promise<HandOver | null> {
  return em.findOne(HandOver, { caseId, endedAt: null });
}

export function endOffer(
  { clock }: DeskRequest,
  offer: HandOver,
  ending: NonNullable<HandOver['ending']>,
): void {
  offer.endedAt = clock.now();
  offer.ending = ending;
}

/** The case of an offer, locked. */
export async function lockCase({ em }: DeskRequest, caseId: string): Promise<Case | null> {
  return em.findOne(Case, { id: caseId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
