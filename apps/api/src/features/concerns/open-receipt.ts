import { ok, refused, type Result } from '@samleng/kernel';
import { deriveReceipt } from '@samleng/server';
import { parseReceipt } from '@samleng/text';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { receiptTries } from './concern-limits.ts';
import { Concern } from './concern.entity.ts';

/**
 * Whoever holds a receipt comes back: five tries in a quarter of an hour for each device. Right ones are given back, so
 * that children who share a phone do not shut each other out; nobody learns more by it, for a right one was known
 * before. Every try costs the same stretching, and a wrong, an expired and an erased receipt answer alike.
 *
 * A text that is no receipt at all is refused without costing a try: it tells nothing.
 */
export async function openReceipt(
  request: ApiRequest,
  text: string,
): Promise<Result<Concern, readonly Problem[]>> {
  const receipt = parseReceipt(text);
  if (!receipt.ok) return refused([problem('RECEIPT_NOT_RIGHT', 'receipt')]);
  const who = request.viewer.deviceKey ?? request.clientAddress;
  const tries = await request.rates.take('receipts', who, receiptTries);
  if (!tries.allowed) return refused([problem('TOO_MANY_TRIES', 'receipt')]);
  const pepper = Buffer.from(request.settings.RECEIPT_PEPPER, 'hex');
  const { lookupId } = await deriveReceipt(receipt.value, pepper).catch(async (error: unknown) => {
    // Too many wait: nothing was tried, so it costs no try.
    await request.rates.giveBack('receipts', who, receiptTries);
    throw error;
  });
  const concern = await request.em.findOne(Concern, {
    receiptLookupId: lookupId,
    // What was moved says nothing here any more, from the moment of moving.
    state: { $ne: 'MOVED_TO_PROTECTION' },
  });
  if (concern === null) return refused([problem('RECEIPT_NOT_RIGHT', 'receipt')]);
  await request.rates.giveBack('receipts', who, receiptTries);
  return ok(concern);
}
