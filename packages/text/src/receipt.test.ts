import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toKhmerDigits, toLatinDigits } from './digits.ts';
import { formatReceipt, newReceipt, parseReceipt } from './receipt.ts';

describe('digits', () => {
  it('change script and nothing else', () => {
    expect(toLatinDigits('០១២៣៤៥៦៧៨៩ ０９ ๕ 7 ថ្នាក់')).toBe('0123456789 09 5 7 ថ្នាក់');
    expect(toKhmerDigits('1280, a')).toBe('១២៨០, a');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => toLatinDigits(text).length === text.length),
    );
  });
});

describe('receipts', () => {
  it.each([
    '1234567890123456',
    '1234 5678 9012 3456',
    '1234-5678-9012-3456',
    '1234.5678.9012.3456',
    '១២៣៤ ៥៦៧៨ ៩០១២ ៣៤៥៦',
    '１２３４５６７８９０１２３４５６',
    '១២៣៤5678９０１２-3456\n',
    '\u200B1234\u00A05678–9012—3456\u200B',
  ])('are read from %j', (text) => {
    expect(parseReceipt(text)).toEqual({ ok: true, value: '1234567890123456' });
  });

  it.each([
    '',
    '123456789012345',
    '12345678901234567',
    '1234 5678 9012 345a',
    'លេខ',
    '1'.repeat(100_000),
    '٪',
  ])('are not read from %j', (text) => {
    expect(parseReceipt(text)).toEqual({ ok: false, problem: { code: 'RECEIPT_NOT_SIXTEEN_DIGITS' } });
  });

  it('are shown four by four', () => {
    expect(formatReceipt('0000123456789999')).toBe('0000 1234 5678 9999');
    expect(() => formatReceipt('12')).toThrow(RangeError);
  });

  it('are drawn from 16 bytes of chance', () => {
    expect(newReceipt(new Uint8Array(16))).toBe('0000000000000000');
    // 2^128 − 1 = 340282366920938463463374607431768211455
    expect(newReceipt(new Uint8Array(16).fill(255))).toBe('4607431768211455');
    expect(() => newReceipt(new Uint8Array(15))).toThrow(RangeError);
    expect(newReceipt()).not.toBe(newReceipt());
  });

  it('come back from every script and grouping', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (chance) => {
        const receipt = newReceipt(chance);
        expect(receipt).toMatch(/^[0-9]{16}$/);
        expect(parseReceipt(toKhmerDigits(formatReceipt(receipt)))).toEqual({ ok: true, value: receipt });
      }),
    );
  });
});
