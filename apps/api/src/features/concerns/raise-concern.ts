import { createHmac, randomBytes } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { newId, ok, refused, type Result } from '@samleng/kernel';
import { deriveReceipt, type ReceiptKeys } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { hasRole } from '../accounts/index.ts';
import { takeAttachment } from '../attachments/index.ts';
import { admitConcern, type AdmittedConcern, type RaisedConcern } from './admit-concern.ts';
import { concernsByAddress, concernsByDevice, slowedBy } from './concern-limits.ts';
import { Concern } from './concern.entity.ts';
import { urgencyOf } from './read-signs.ts';

/**
 * A child raises a concern: words, or a recording that came before, or both. The receipt was made by the form, so a lost reply orphans
 * nothing: the same form sent again gives the same concern. It waits for a moderator; nobody else reads it.
 */
export async function raiseConcern(
  request: ApiRequest,
  raised: RaisedConcern,
): Promise<Result<Concern, readonly Problem[]>> {
  const admitted = await admitConcern(request, raised);
  if (!admitted.ok) return admitted;
  const bodyHash = hashOf(admitted.value, request.settings.SECRETS_KEY);
  const before = await sameForm(request, admitted.value.idempotencyKey, bodyHash);
  if (before !== null) return before;
  if (!(await mayRaiseNow(request))) return refused([problem('TOO_MANY_CONCERNS')]);
  const keys = await keysOf(request, admitted.value.receipt);
  try {
    return await keep(request, admitted.value, bodyHash, keys);
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    // Two sendings of one form at once: the first one stands, and the second took nothing from the limit.
    const first = await sameForm(request, admitted.value.idempotencyKey, bodyHash);
    if (first !== null) {
      await giveBack(request);
      return first;
    }
    // The receipt is in use. The answer does not tell (decision 0011): the words reach the moderator all the same.
    const lookupId = randomBytes(16).toString('hex');
    return keep(request, admitted.value, bodyHash, { ...keys, lookupId });
  }
}

/** Stretches a receipt. When too many wait for that, the try costs the child nothing. */
async function keysOf(request: ApiRequest, receipt: string): Promise<ReceiptKeys> {
  try {
    return await deriveReceipt(receipt, Buffer.from(request.settings.RECEIPT_PEPPER, 'hex'));
  } catch (error) {
    await giveBack(request);
    throw error;
  }
}

async function keep(
  request: ApiRequest,
  { receipt: _receipt, ...facts }: AdmittedConcern,
  bodyHash: string,
  keys: ReceiptKeys,
): Promise<Result<Concern, readonly Problem[]>> {
  const now = request.clock.now();
  const kept = await inTransaction(request, async (inside): Promise<Result<null, readonly Problem[]>> => {
    if (facts.voiceId !== null) {
      const taken = await takeAttachment(inside, facts.voiceId, 'CONCERN');
      if (!taken.ok) return taken;
    }
    await inside.em.insert(Concern, {
      ...facts,
      id: newId(now.getTime()),
      bodyHash,
      receiptLookupId: keys.lookupId,
      receiptPublicKey: Buffer.from(keys.publicKey).toString('hex'),
      // A club's tablet is no child's phone: nobody is tied to it.
      deviceKey: isClubTablet(request) ? null : request.viewer.deviceKey,
      state: 'RECEIVED',
      urgency: urgencyOf(facts.text, facts.voiceId !== null),
      receivedAt: now,
    });
    return ok(null);
  });
  if (!kept.ok) {
    await giveBack(request);
    return kept;
  }
  return ok(await request.em.findOneOrFail(Concern, { idempotencyKey: facts.idempotencyKey }));
}

/** What came of this form before: its concern, a refusal when the content differs, or null when it is new. */
async function sameForm(
  request: ApiRequest,
  idempotencyKey: string,
  bodyHash: string,
): Promise<Result<Concern, readonly Problem[]> | null> {
  const concern = await request.em.findOne(Concern, { idempotencyKey });
  if (concern === null) return null;
  // Moved since: the phone hears that it arrived, as before.
  if (concern.state === 'MOVED_TO_PROTECTION') return ok(concern);
  if (concern.bodyHash !== bodyHash) return refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
  return ok(concern);
}

/** Inside a facilitator's session one tablet goes from child to child: limits of a phone do not hold there. */
function isClubTablet({ viewer }: Pick<ApiRequest, 'viewer'>): boolean {
  return hasRole(viewer, 'FACILITATOR');
}

/** A device over its limit is refused; an address over its limit only waits a moment: a school is one address. */
async function mayRaiseNow(request: ApiRequest): Promise<boolean> {
  const { deviceKey } = request.viewer;
  if (deviceKey !== null && !isClubTablet(request)) {
    const byDevice = await request.rates.take('concerns-by-device', deviceKey, concernsByDevice);
    if (!byDevice.allowed) return false;
  }
  const byAddress = await request.rates.take('concerns-by-address', request.clientAddress, concernsByAddress);
  if (!byAddress.allowed) await new Promise((resolve) => setTimeout(resolve, slowedBy));
  return true;
}

async function giveBack({ rates, viewer }: ApiRequest): Promise<void> {
  if (viewer.deviceKey !== null && !isClubTablet({ viewer }))
    await rates.giveBack('concerns-by-device', viewer.deviceKey, concernsByDevice);
}

/** Tells whether two forms are the same without keeping their words: under a key, with the receipt's digits inside. */
function hashOf(concern: AdmittedConcern, key: string): string {
  const fields = Object.entries(concern).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHmac('sha256', Buffer.from(key, 'hex')).update(JSON.stringify(fields)).digest('hex');
}
