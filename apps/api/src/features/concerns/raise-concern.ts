import { createHmac } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { newId, ok, refused, type Result } from '@samleng/kernel';
import { deriveReceipt } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { admitConcern, type AdmittedConcern, type RaisedConcern } from './admit-concern.ts';
import { concernsByAddress, concernsByDevice, slowedBy } from './concern-limits.ts';
import { Concern } from './concern.entity.ts';
import { urgencyOf } from './read-signs.ts';

/**
 * A child raises a concern; only the words are required. The receipt was made by the form, so a lost reply orphans
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
  const { receipt, ...facts } = admitted.value;
  const keys = await deriveReceipt(receipt, Buffer.from(request.settings.RECEIPT_PEPPER, 'hex'));
  const now = request.clock.now();
  try {
    await request.em.insert(Concern, {
      ...facts,
      id: newId(now.getTime()),
      bodyHash,
      receiptLookupId: keys.lookupId,
      receiptPublicKey: Buffer.from(keys.publicKey).toString('hex'),
      deviceKey: request.viewer.deviceKey,
      state: 'RECEIVED',
      urgency: urgencyOf(facts.text),
      receivedAt: now,
    });
  } catch (error) {
    // Two sendings of one form at once, or a receipt that is in use: the first one stands.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const first = await sameForm(request, facts.idempotencyKey, bodyHash);
    return first ?? refused([problem('SAME_KEY_OTHER_CONTENT', 'receipt')]);
  }
  const concern = await request.em.findOneOrFail(Concern, { idempotencyKey: facts.idempotencyKey });
  return ok(concern);
}

/** What came of this form before: its concern, a refusal when the content differs, or null when it is new. */
async function sameForm(
  request: ApiRequest,
  idempotencyKey: string,
  bodyHash: string,
): Promise<Result<Concern, readonly Problem[]> | null> {
  const concern = await request.em.findOne(Concern, { idempotencyKey });
  if (concern === null) return null;
  if (concern.bodyHash !== bodyHash) return refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
  return ok(concern);
}

/** A device over its limit is refused; an address over its limit only waits a moment: a school is one address. */
async function mayRaiseNow(request: ApiRequest): Promise<boolean> {
  const { deviceKey } = request.viewer;
  if (deviceKey !== null) {
    const byDevice = await request.rates.take('concerns-by-device', deviceKey, concernsByDevice);
    if (!byDevice.allowed) return false;
  }
  const byAddress = await request.rates.take('concerns-by-address', request.clientAddress, concernsByAddress);
  if (!byAddress.allowed) await new Promise((resolve) => setTimeout(resolve, slowedBy));
  return true;
}

/** Tells whether two forms are the same without keeping their words: under a key, with the receipt's digits inside. */
function hashOf(concern: AdmittedConcern, key: string): string {
  const fields = Object.entries(concern).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHmac('sha256', Buffer.from(key, 'hex')).update(JSON.stringify(fields)).digest('hex');
}
