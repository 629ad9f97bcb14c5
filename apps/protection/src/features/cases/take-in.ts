import { newId } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { Affiliation, Channel, Urgency } from '../../lists.ts';
import type { DeskRequest } from '../../request.ts';
import { newCaseKeys, sealKeyTo, sealKeyUnder } from '../../sealing/case-keys.ts';
import { emptyChain } from '../../sealing/item-chain.ts';
import { sodium } from '../../sealing/sodium.ts';
import { raiseAlarm } from '../alarms/index.ts';
import { type Candidate, receiversOf } from '../roster/index.ts';
import { Case, CaseExclusion, CaseKey, Receipt } from './case.entity.ts';
import { contentOf, type Report } from './case-content.ts';
import { breakGlassId, fromHex, stored, toHex } from './case-seals.ts';
import { countCase } from './count-case.ts';
import { lookDueAt } from './look-due.ts';
import { writeItem } from './write-item.ts';

export type Incoming = {
  readonly idempotencyKey: string;
  readonly contentCheck: string;
  readonly channel: Channel;
  readonly urgency: Urgency;
  readonly report: Report;
  readonly excludedAffiliations: readonly Affiliation[];
  readonly excludedAccountIds: readonly string[];
  /** The receipt's key is not known when a concern is moved here: then only its public key is. */
  readonly receipt: {
    readonly lookupId: string;
    readonly publicKey: Uint8Array;
    readonly key: Uint8Array | null;
  };
};

/**
 * Makes a case of what came in, inside one transaction: its key pair, the key sealed to those who receive, to the
 * supervisors who stand by, to break-glass and to the receipt, and the report. Nobody to receive is no reason to
 * refuse: it goes to the supervisors at once, or waits under break-glass, and an alarm tells.
 */
export async function takeIn(inside: DeskRequest, incoming: Incoming): Promise<Case> {
  const { em, clock } = inside;
  const now = clock.now();
  const { report, urgency } = incoming;
  const caseKeys = newCaseKeys();
  const { receivers, standby, isUncovered } = await receiversOf(inside, {
    placeCode: report.villageCode ?? report.communeCode,
    excludedAffiliations: incoming.excludedAffiliations,
    excludedAccountIds: incoming.excludedAccountIds,
  });
  const kase = em.create(Case, {
    id: newId(now.getTime()),
    idempotencyKey: incoming.idempotencyKey,
    contentCheck: incoming.contentCheck,
    channel: incoming.channel,
    state: 'RECEIVED',
    urgency,
    communeCode: report.communeCode,
    publicKey: toHex(caseKeys.publicKey),
    itemCount: 0,
    itemsHead: emptyChain,
    receivedAt: now,
    lookDueAt: lookDueAt(inside, urgency, receivers),
    escalatedAt: isUncovered ? now : null,
    hasNews: true,
    excludedAffiliations: [...incoming.excludedAffiliations],
    // What is urgent by the child's own words may not be wiped away by whoever holds the phone.
    hasDuty: urgency === 'URGENT',
    isRekeyDue: false,
  });
  await em.flush();
  const hold = (people: readonly Candidate[], standing: CaseKey['standing']) => {
    for (const { accountId, publicKey } of people)
      giveKey(inside, kase, caseKeys.privateKey, {
        holderId: accountId,
        publicKey: fromHex(publicKey),
        standing,
      });
  };
  hold(receivers, isUncovered ? 'ESCALATED' : 'RECEIVER');
  hold(standby, 'STANDBY');
  giveKey(inside, kase, caseKeys.privateKey, {
    holderId: breakGlassId,
    publicKey: inside.breakGlassPublicKey,
    standing: 'BREAK_GLASS',
  });
  keepReceipt(inside, kase, caseKeys.privateKey, incoming.receipt);
  for (const accountId of new Set(incoming.excludedAccountIds))
    em.create(CaseExclusion, { caseId: kase.id, accountId });
  await writeItem(inside, kase, {
    field: 'REPORT',
    content: contentOf(report),
    authorId: null,
    deed: 'takeIn',
    detail: { channel: incoming.channel, urgency, receivers: receivers.length, isUncovered },
  });
  await countCase(inside, report.communeCode, urgency);
  if (isUncovered)
    await raiseAlarm(inside, 'NO_RECEIVER', { caseId: kase.id, placeCode: report.communeCode });
  sodium.memzero(caseKeys.privateKey);
  return kase;
}

/** Seals a case's key to one more holder. */
export function giveKey(
  { em, clock }: DeskRequest,
  kase: Case,
  casePrivateKey: Uint8Array,
  holder: { holderId: string; publicKey: Uint8Array; standing: CaseKey['standing'] },
): void {
  em.create(CaseKey, {
    caseId: kase.id,
    holderId: holder.holderId,
    standing: holder.standing,
    sealedKey: stored(sealKeyTo(casePrivateKey, holder.publicKey)),
    sealedAt: clock.now(),
  });
}

/** Seals a case's key to the child's receipt. */
export function keepReceipt(
  { em }: DeskRequest,
  kase: Case,
  casePrivateKey: Uint8Array,
  receipt: Incoming['receipt'],
): void {
  const { lookupId, publicKey, key } = receipt;
  em.create(Receipt, {
    lookupId,
    caseId: kase.id,
    publicKey: toHex(publicKey),
    way: key ? 'UNDER_KEY' : 'TO_PUBLIC_KEY',
    sealedKey: stored(
      key
        ? sealKeyUnder(casePrivateKey, key, { caseId: kase.id, lookupId })
        : sealKeyTo(casePrivateKey, publicKey),
    ),
  });
}

/** Notes in the audit that a case was handed on; codes only. */
export async function noteDeed(
  { em, clock, viewer }: DeskRequest,
  kase: Pick<Case, 'id'>,
  deed: string,
  detail: { readonly [key: string]: string | number | boolean | null } = {},
): Promise<void> {
  await em.flush();
  await appendAudit(em, {
    occurredAt: clock.now(),
    actorId: viewer.accountId,
    deed,
    subjectType: 'Case',
    subjectId: kase.id,
    detail,
  });
}
