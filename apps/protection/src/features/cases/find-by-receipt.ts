import { LockMode } from '@mikro-orm/core';
import { refused, type Result } from '@samleng/kernel';
import type { ReceiptKeys } from '@samleng/server';
import { parseReceipt } from '@samleng/text';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import type { KeyPair } from '../../sealing/seal-item.ts';
import { Case, Receipt } from './case.entity.ts';
import { receiptTries } from './case-limits.ts';
import { openForReceipt } from './case-seals.ts';
import { guardDamage } from './guard-damage.ts';

/**
 * Runs a deed of a child with the receipts it gives. Each is stretched, at the same cost whatever it is. A device has
 * five tries in a quarter of an hour; right ones are given back, so that a child who writes often is not stopped. A
 * text that is no receipt at all costs no try: it tells nothing.
 *
 * @param given the digits as typed, by the name of their field
 */
export async function withReceipts<Value>(
  request: DeskRequest,
  given: Readonly<Record<string, string>>,
  work: (...keys: ReceiptKeys[]) => Promise<Result<Value, readonly Problem[]>>,
): Promise<Result<Value, readonly Problem[]>> {
  const { stretchReceipt, rates, viewer, clientAddress } = request;
  if (stretchReceipt === null) return refused([problem('INTAKE_CLOSED')]);
  const digits: string[] = [];
  for (const [field, text] of Object.entries(given)) {
    const receipt = parseReceipt(text);
    if (!receipt.ok) return refused([problem('RECEIPT_NOT_RIGHT', field)]);
    digits.push(receipt.value);
  }
  const who = viewer.deviceKey ?? clientAddress;
  const tries = await rates.take('receipts', who, receiptTries);
  if (!tries.allowed) return refused([problem('TOO_MANY_TRIES', 'receipt')]);
  const keys: ReceiptKeys[] = [];
  for (const each of digits) keys.push(await stretchReceipt(each));
  const result = await guardDamage(request, () => work(...keys));
  if (result.ok || result.problem.every(({ code }) => code !== 'RECEIPT_NOT_RIGHT'))
    await rates.giveBack('receipts', who, receiptTries);
  return result;
}

export type FoundByReceipt = { readonly kase: Case; readonly receipt: Receipt; readonly caseKeys: KeyPair };

/**
 * The case a stretched receipt opens, locked when asked inside a deed; null when there is none. Wrong digits, a
 * receipt whose time is over and one that was erased are the same: nothing to open.
 *
 * @throws CaseDamaged
 */
export async function findByReceipt(
  { em, clock }: DeskRequest,
  keys: ReceiptKeys,
): Promise<FoundByReceipt | null> {
  const receipt = await em.findOne(Receipt, { lookupId: keys.lookupId });
  // Both questions are always put.
  const kase = await em.findOne(
    Case,
    { id: receipt?.caseId ?? nothing },
    em.isInTransaction() ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {},
  );
  if (receipt === null || kase === null) return null;
  if (kase.eraseAfter && kase.eraseAfter <= clock.now()) return null;
  return { kase, receipt, caseKeys: openForReceipt(kase, receipt, keys) };
}

const nothing = '00000000-0000-4000-8000-000000000000';

/** The answer to wrong, expired and erased receipts. */
export const receiptNotRight = (field = 'receipt') => refused([problem('RECEIPT_NOT_RIGHT', field)]);
