import { createHmac } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { ok, refused, type Result } from '@samleng/kernel';
import { inTransaction, type ReceiptKeys } from '@samleng/server';
import type { Channel } from '../../lists.ts';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { excludedAffiliations } from '../roster/index.ts';
import { admitDisclosure, type AdmittedDisclosure, type Disclosure, urgencyOf } from './admit-disclosure.ts';
import { Case } from './case.entity.ts';
import { disclosuresByAddress, disclosuresByDevice, slowedBy } from './case-limits.ts';
import { takeIn } from './take-in.ts';

/**
 * A child says that somebody is being hurt; only the words are required. The receipt was made by the form, so a lost
 * reply orphans nothing: the same form sent again gives the same case. Named people of the area receive it.
 */
export async function discloseHarm(
  request: DeskRequest,
  sent: Disclosure,
  channel: Channel = 'WEB',
): Promise<Result<Case, readonly Problem[]>> {
  if (request.stretchReceipt === null) return refused([problem('INTAKE_CLOSED')]);
  const admitted = admitDisclosure(sent);
  if (!admitted.ok) return admitted;
  const { idempotencyKey, report, notReadBy } = admitted.value;
  const isKnown = (await request.em.count(Case, { idempotencyKey })) > 0;
  if (!isKnown && !(await mayDiscloseNow(request))) return refused([problem('TOO_MANY_CONCERNS')]);
  const receipt = await request.stretchReceipt(admitted.value.receipt);
  const contentCheck = checkOf(receipt, admitted.value);
  const before = await sameForm(request, idempotencyKey, contentCheck);
  if (before !== null) return before;
  try {
    const kase = await inTransaction(request, (inside) =>
      takeIn(inside, {
        idempotencyKey,
        contentCheck,
        channel,
        urgency: urgencyOf(report),
        report,
        excludedAffiliations: excludedAffiliations(report),
        excludedAccountIds: notReadBy,
        receipt,
      }),
    );
    return ok(kase);
  } catch (error) {
    // Two sendings of one form at once, or a receipt that is in use: the first one stands.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const first = await sameForm(request, idempotencyKey, contentCheck);
    return first ?? refused([problem('SAME_KEY_OTHER_CONTENT', 'receipt')]);
  }
}

/** What came of this form before: its case, a refusal when the content differs, or null when it is new. */
export async function sameForm(
  { em }: DeskRequest,
  idempotencyKey: string,
  contentCheck: string,
): Promise<Result<Case, readonly Problem[]> | null> {
  const kase = await em.findOne(Case, { idempotencyKey });
  if (kase === null) return null;
  if (kase.contentCheck !== contentCheck)
    return refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
  return ok(kase);
}

/** Tells whether two forms are the same without keeping their words: under a key that only the receipt gives. */
function checkOf(receipt: ReceiptKeys, { report, notReadBy }: AdmittedDisclosure): string {
  return createHmac('sha256', receipt.key)
    .update('samleng protection content check v1\n')
    .update(JSON.stringify([report, notReadBy]))
    .digest('hex');
}

async function mayDiscloseNow({ viewer, rates, clientAddress }: DeskRequest): Promise<boolean> {
  if (viewer.deviceKey !== null) {
    const byDevice = await rates.take('disclosures-by-device', viewer.deviceKey, disclosuresByDevice);
    if (!byDevice.allowed) return false;
  }
  const byAddress = await rates.take('disclosures-by-address', clientAddress, disclosuresByAddress);
  if (!byAddress.allowed) await new Promise((resolve) => setTimeout(resolve, slowedBy));
  return true;
}
