import { refused, type Result } from '@samleng/kernel';
import { inTransaction } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { type Candidate, isExcluded, rosterOf } from '../roster/index.ts';
import { type Case, CaseKey } from './case.entity.ts';
import { fromHex } from './case-seals.ts';
import { excludedFrom, findHeldCase, type HeldCase, keysOf } from './find-case.ts';
import { guardDamage } from './guard-damage.ts';
import { lookDueAt } from './look-due.ts';
import { supervisorsFor } from './stand-by.ts';
import { takeKeys } from './exclude-person.ts';
import { giveKey, noteDeed } from './take-in.ts';
import { heldOk } from './write-as-worker.ts';

/**
 * A case gets its one worker. A supervisor of the area assigns it to a named person of the area; a worker who
 * received it may take it. Everybody else who had received it loses the key; supervisors go on standing by. The one
 * assigned must look in time.
 */
export async function assignCase(
  request: DeskRequest,
  input: { caseId: string; accountId: string },
): Promise<Result<HeldCase, readonly Problem[]>> {
  const { viewer } = request;
  return guardDamage(request, () =>
    inTransaction(request, async (inside): Promise<Result<HeldCase, readonly Problem[]>> => {
      const held = await findHeldCase(inside, input.caseId);
      if (held === null) return refused([problem('NOT_FOUND', 'caseId')]);
      const takesIt = held.standing === 'RECEIVER' && input.accountId === viewer.accountId;
      if (viewer.kind !== 'SUPERVISOR' && !takesIt) return refused([problem('NOT_FOUND', 'caseId')]);
      if (held.kase.state === 'CLOSED') return refused([problem('WRONG_STATE')]);
      const caseKeys = keysOf(inside, held);
      if (caseKeys === null) return refused([problem('SIGN_IN_AGAIN')]);
      const receiver = await findReceiver(inside, held.kase, input.accountId);
      if (receiver === null) return refused([problem('NOT_A_RECEIVER', 'accountId')]);
      await settleOn(inside, held.kase, receiver, caseKeys.privateKey);
      if (!takesIt) {
        held.kase.lookDueAt = lookDueAt(inside, held.kase.urgency, [receiver]);
        held.kase.hasNews = true;
      }
      await noteDeed(inside, held.kase, 'assignCase', { accountId: receiver.accountId });
      return heldOk(held);
    }),
  );
}

/** A named person of the case's area, or a supervisor of it, whom it may reach; null for anybody else. */
export async function findReceiver(
  inside: DeskRequest,
  kase: Case,
  accountId: string,
): Promise<Candidate | null> {
  const excludedAccountIds = await excludedFrom(inside, kase.id);
  const people = [
    ...(await rosterOf(inside, kase.communeCode ?? null)),
    ...(await supervisorsFor(inside, kase)),
  ];
  const facts = { excludedAffiliations: kase.excludedAffiliations, excludedAccountIds };
  return people.find((person) => person.accountId === accountId && !isExcluded(person, facts)) ?? null;
}

/** Makes somebody the one worker of a case. */
export async function settleOn(
  inside: DeskRequest,
  kase: Case,
  receiver: Candidate,
  casePrivateKey: Uint8Array,
): Promise<void> {
  const { em } = inside;
  const rows = await em.find(CaseKey, { caseId: kase.id, standing: { $ne: 'BREAK_GLASS' } });
  kase.assigneeId = receiver.accountId;
  const own = rows.find(({ holderId }) => holderId === receiver.accountId);
  if (own) own.standing = 'ASSIGNED';
  else
    giveKey(inside, kase, casePrivateKey, {
      holderId: receiver.accountId,
      publicKey: fromHex(receiver.publicKey),
      standing: 'ASSIGNED',
    });
  await em.flush();
  const supervisors = new Set((await supervisorsFor(inside, kase)).map(({ accountId }) => accountId));
  const others = rows.filter(({ holderId }) => holderId !== receiver.accountId);
  for (const row of others) if (supervisors.has(row.holderId)) row.standing = 'STANDBY';
  await takeKeys(
    inside,
    kase,
    others.filter(({ holderId }) => !supervisors.has(holderId)),
  );
}
