import { createHmac } from 'node:crypto';
import { toLatinDigits } from '@samleng/text';

/**
 * The signs of a card: 21 letters and digits no two of which look alike in print or by hand (no 0 O Q, 1 I L, 2 Z,
 * 5 S, 8 B, G, U V). Eight of them make 3.8 · 10¹⁰ codes: a try at random hits one of fifty cards once in 750 million.
 */
export const cardSigns = '34679ACDEFHJKMNPRTWXY';
export const cardLength = 8;

/**
 * Draws the code of a card.
 *
 * @param chance gives a fair whole number from 0 up to but not including its argument
 */
export function drawCode(chance: (below: number) => number): string {
  return Array.from({ length: cardLength }, () => cardSigns[chance(cardSigns.length)]).join('');
}

/** How a code is printed: two groups of four. */
export function printedCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** A code as it was typed or scanned, brought to its one form; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = toLatinDigits(typed.slice(0, 60))
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015\u200b-\u200d]/g, '');
  const isCode = code.length === cardLength && [...code].every((sign) => cardSigns.includes(sign));
  return isCode ? code : null;
}

/** What a card is known by: the hash of its code under a key of the server, so that a copied table gives no codes. */
export function cardHash(code: string, secretsKey: string): string {
  const key = createHmac('sha256', Buffer.from(secretsKey, 'hex')).update('poll cards').digest();
  return createHmac('sha256', key).update(code).digest('hex');
}
