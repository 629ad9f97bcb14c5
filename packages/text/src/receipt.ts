import { ok, refused, type Result } from '@samleng/kernel';
import { toLatinDigits } from './digits.ts';
import { withoutInvisible } from './invisible.ts';

/** The 16 Latin digits with which a child comes back. */
export type Receipt = string;

/** Not sixteen digits. It says nothing on whether such a receipt was ever given. */
export interface ReceiptProblem {
  readonly code: 'RECEIPT_NOT_SIXTEEN_DIGITS';
}

const separators = /[\s\p{Pd}\u2212._·•៖,/]/gu;

/**
 * Reads a receipt as people write it: Latin, Khmer, full-width (or another script's) digits, in any grouping
 * with spaces, hyphens or dots.
 *
 * There is no check digit on purpose: wrong, expired and erased receipts must answer alike, and a sixteenth
 * digit that follows from the others would cost 3.3 bits of chance.
 *
 * @example parseReceipt('១២៣៤ ៥៦៧៨ ៩០១២ ៣៤៥៦') // { ok: true, value: '1234567890123456' }
 */
export function parseReceipt(text: string): Result<Receipt, ReceiptProblem> {
  // Longer texts cannot be a receipt with a few separators; the bound keeps the work small.
  const digits = text.length > 200 ? '' : toLatinDigits(withoutInvisible(text)).replace(separators, '');
  return /^[0-9]{16}$/.test(digits) ? ok(digits) : refused({ code: 'RECEIPT_NOT_SIXTEEN_DIGITS' });
}

/**
 * Sixteen digits as four groups of four.
 *
 * @example formatReceipt('1234567890123456') // '1234 5678 9012 3456'
 * @throws RangeError when given anything but sixteen Latin digits: that is a bug of the caller
 */
export function formatReceipt(receipt: Receipt): string {
  if (!/^[0-9]{16}$/.test(receipt)) throw new RangeError('A receipt has sixteen Latin digits.');
  return receipt.match(/.{4}/g)!.join(' ');
}

/**
 * A new receipt: one of 10^16 (53.1 bits), each as likely as any other up to 2^-74.
 *
 * @param chance at least 16 random bytes (default: from the platform's secure source)
 * @throws RangeError on fewer bytes
 */
export function newReceipt(chance: Uint8Array = crypto.getRandomValues(new Uint8Array(16))): Receipt {
  if (chance.length < 16) throw new RangeError('A receipt takes 16 random bytes.');
  const drawn = chance.subarray(0, 16).reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
  return String(drawn % 10n ** 16n).padStart(16, '0');
}
