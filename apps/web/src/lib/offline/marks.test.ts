import { formatReceipt, newReceipt, parseReceipt } from '@samleng/text';
import { expect, it } from 'vitest';
import { drawKey, drawReceipt } from './marks.ts';

it('draws receipts of the form the service makes', () => {
  const receipt = drawReceipt();
  expect(receipt).toHaveLength(newReceipt().length);
  expect(parseReceipt(formatReceipt(receipt))).toEqual({ ok: true, value: receipt });
});

it('leaves out the bytes that would favour a digit', () => {
  const bytes = [255, 250, 249, 0, ...Array<number>(28).fill(13)];
  expect(drawReceipt(() => Uint8Array.from(bytes))).toBe('9033333333333333');
});

it('draws keys that are UUIDs of version 4', () => {
  expect(drawKey(() => new Uint8Array(16).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  expect(drawKey()).not.toBe(drawKey());
});
