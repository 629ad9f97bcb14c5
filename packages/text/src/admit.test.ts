import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admitOptionalText, admitText, characters } from './admit.ts';

const admit = (text: string, max = 2000) => admitText(text, { max });
const value = (text: string) => {
  const admitted = admit(text);
  return admitted.ok ? admitted.value : admitted.problem.code;
};

describe('admitText', () => {
  it('keeps ordinary text as it was written', () => {
    for (const text of ['ខ្ញុំ\u200Bចង់រៀន។', 'We want water 💧\n\nand trees', 'ខែ្មរ', '👩‍👩‍👧 café', 'ឲ្យ', 'a\tb'])
      expect(value(text)).toBe(text);
  });

  it('takes out what harms the database or the reader', () => {
    expect(value('a\u0000b')).toBe('ab');
    expect(value('a\ud83db')).toBe('ab');
    expect(value('a\udc00b 😀')).toBe('ab 😀');
    expect(value('abc\u202Ed\u2066e\u200F')).toBe('abcde');
    expect(value('\uFEFFa\u0007\u001B[31mb\u0085c\uFFFEd')).toBe('a[31mb\ncd');
    expect(value('hi\u{E0041}\u{E0042}')).toBe('hi');
  });

  it('makes line ends one kind and thins blank lines', () => {
    expect(value('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
    expect(value(`a${'\r\n'.repeat(50)}b`)).toBe('a\n\n\nb');
    expect(admitText('a\r\nb\tc', { max: 10, oneLine: true })).toEqual({ ok: true, value: 'a b c' });
  });

  it('caps runaway marks, feet and invisible characters', () => {
    expect(value(`z${'\u0321\u0330'.repeat(500)}`)).toBe(`z${'\u0321\u0330'.repeat(3)}`);
    expect(value(`ក${'្រ'.repeat(9)}`)).toBe(`ក${'្រ'.repeat(4)}${'រ'.repeat(5)}`);
    expect(value(`a${'\u200B'.repeat(99)}b`)).toBe(`a${'\u200B'.repeat(4)}b`);
    expect(value('ស្ត្រី ព្រះសង្ឃ កញ្ញ្រ')).toBe('ស្ត្រី ព្រះសង្ឃ កញ្ញ្រ');
  });

  it.each([
    '',
    '   ',
    '\n\t',
    '\u200B\u200B',
    '\u3164',
    '\u2800',
    '\u0000',
    '\u202E',
    '\u0301',
    '\u17B4 \u17D2',
    '\u{E0020}',
  ])('calls %j empty', (text) => expect(admit(text)).toEqual({ ok: false, problem: { code: 'EMPTY' } }));

  it('counts code points, as the database does', () => {
    expect(characters('ខ្ញុំ')).toBe(5);
    expect(characters('😀a')).toBe(2);
    expect(admit('😀'.repeat(10), 10).ok).toBe(true);
    expect(admit('😀'.repeat(11), 10)).toEqual({
      ok: false,
      problem: { code: 'TOO_LONG', length: 11, max: 10 },
    });
    expect(admit('  0123456789  ', 10).ok).toBe(true);
  });

  it('lets a field be left out', () => {
    expect(admitOptionalText(undefined, { max: 5 })).toEqual({ ok: true, value: null });
    expect(admitOptionalText(' \u200B', { max: 5 })).toEqual({ ok: true, value: null });
    expect(admitOptionalText('abc', { max: 5 })).toEqual({ ok: true, value: 'abc' });
    expect(admitOptionalText('abcdef', { max: 5 }).ok).toBe(false);
  });

  it('gives, for any text at all, one the database takes, and the same when asked again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff })),
        fc.string({ unit: 'binary' }),
        (units, text) => {
          for (const given of [String.fromCharCode(...units), text]) {
            const admitted = admit(given, 10_000);
            if (!admitted.ok) continue;
            expect(admitted.value.isWellFormed()).toBe(true);
            expect(admitted.value).not.toMatch(/[\u0000\r\u202A-\u202E\u2066-\u2069]/);
            expect(admit(admitted.value, 10_000)).toEqual(admitted);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes a megabyte of anything', () => {
    for (const one of ['\u0301', '្រ', '\u200B', '\n', ' ', '\ud800', 'a\u0301', '\u200B\u0301'])
      admit(one.repeat(300_000));
  });
});
