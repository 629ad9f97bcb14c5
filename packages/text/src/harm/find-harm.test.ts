import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHarm } from './find-harm.ts';
import { heldOutStatements, type Statement, tuningStatements } from './statements.ts';

interface Measured {
  readonly recall: number;
  readonly precision: number;
  readonly missed: readonly string[];
  readonly false: readonly string[];
}

function measure(statements: readonly Statement[]): Measured {
  const fired = statements.filter(({ text }) => findHarm(text).level !== 'NONE');
  const right = fired.filter(({ disclosure }) => disclosure);
  return {
    recall: right.length / statements.filter(({ disclosure }) => disclosure).length,
    precision: right.length / fired.length,
    missed: statements.filter((one) => one.disclosure && !fired.includes(one)).map(({ text }) => text),
    false: fired.filter(({ disclosure }) => !disclosure).map(({ text }) => text),
  };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function report(name: string, statements: readonly Statement[]): Measured {
  const measured = measure(statements);
  const disclosures = statements.filter(({ disclosure }) => disclosure).length;
  console.log(
    `${name}: ${statements.length} statements, ${disclosures} disclosures; ` +
      `recall ${percent(measured.recall)}, precision ${percent(measured.precision)}`,
  );
  return measured;
}

describe('findHarm, measured on statements', () => {
  it.each([
    ['tuning half', tuningStatements],
    ['held-out half', heldOutStatements],
    ['both halves', [...tuningStatements, ...heldOutStatements]],
  ] as const)(
    '%s: recall at least 95 %, precision at least 60 %, overall and by language',
    (half, statements) => {
      const all = report(half, statements);
      for (const text of all.missed) console.log(`  missed: ${text}`);
      for (const text of all.false) console.log(`  fired without reason: ${text}`);
      expect(all.recall).toBeGreaterThanOrEqual(0.95);
      expect(all.precision).toBeGreaterThanOrEqual(0.6);
      for (const language of ['km', 'en'] as const) {
        const own = report(
          `${half}, ${language}`,
          statements.filter((one) => one.language === language),
        );
        expect(own.recall).toBeGreaterThanOrEqual(0.95);
        expect(own.precision).toBeGreaterThanOrEqual(0.6);
      }
      for (const language of ['romanised', 'emoji'] as const)
        report(
          `${half}, ${language}`,
          statements.filter((one) => one.language === language),
        );
    },
  );
});

describe('findHarm', () => {
  const kinds = (text: string) => [...new Set(findHarm(text).signs.map(({ kind }) => kind))];

  it('says what kind of harm, how urgent, and where the words stand', () => {
    expect(findHarm('ពូស្ទាបខ្ញុំ')).toEqual({
      level: 'URGENT',
      signs: [{ kind: 'SEXUAL_VIOLENCE', start: 2, end: 7 }],
    });
    expect(findHarm('I do not want to live any more.')).toEqual({
      level: 'URGENT',
      signs: [{ kind: 'SELF_HARM', start: 2, end: 21 }],
    });
    expect(findHarm('The school has no water.')).toEqual({ level: 'NONE', signs: [] });
    expect(findHarm('')).toEqual({ level: 'NONE', signs: [] });
  });

  it.each([
    ['My father hits me with a stick', 'PHYSICAL_VIOLENCE', 'URGENT'],
    ['big boys bully me every day', 'BULLYING', 'RAISED'],
    ['they force me to marry', 'FORCED_MARRIAGE', 'RAISED'],
    ['nobody gives me food', 'NEGLECT', 'RAISED'],
    ['My aunt wants to sell me to a man in Thailand', 'EXPLOITATION', 'URGENT'],
    ['he will share my picture if I do not send money', 'ONLINE_SEXUAL_EXTORTION', 'URGENT'],
    ['I must carry bricks every day and cannot go to school', 'LABOUR', 'RAISED'],
    ['he locks me in the room', 'CONFINEMENT', 'URGENT'],
    ['he said he will kill my mother if I tell', 'THREAT', 'URGENT'],
    ['🆘', 'FEAR_OR_CALL_FOR_HELP', 'URGENT'],
    ['គេបង្ខំខ្ញុំឱ្យរៀបការ', 'FORCED_MARRIAGE', 'RAISED'],
    ['ខ្ញុំចង់ស្លាប់', 'SELF_HARM', 'URGENT'],
  ] as const)('%s: %s', (text, kind, level) => {
    expect(kinds(text)).toContain(kind);
    expect(findHarm(text).level).toBe(level);
  });

  it('sees through marks in another order, zero-width spaces, letters in disguise and slips', () => {
    for (const text of [
      'ពូស្ទាបខុ្ញំ',
      'ពូ\u200Bស្\u200Dទាប\u200Bខ្ញុំ',
      'ព ូ ស្ទាប ខ្ញុំ',
      'pu stab knhom',
      'my unlce touchs me',
      'MY UNCLE TOUCHES ME!!!',
      'my uncle t0uches me',
      'm\u00ADy uncle tou\u200Bches me',
      'my uncle toooouches me',
      'ｍｙ ｕｎｃｌｅ ｔｏｕｃｈｅｓ ｍｅ',
    ])
      expect(findHarm(text).level, text).toBe('URGENT');
  });

  it('is not silenced by a denial of something else', () => {
    expect(findHarm('I did not want it but he touched me').level).toBe('URGENT');
    expect(findHarm('គាត់មិនឈប់វាយខ្ញុំ').level).not.toBe('NONE');
    expect(findHarm('He never hits me').level).toBe('NONE');
  });

  it('gives spans inside the text for any text at all', () => {
    const words = fc.constantFrom(
      'my uncle ',
      'touches me ',
      'ខ្ញុំ',
      'វាយ',
      '😭',
      ' ',
      '។',
      'not ',
      '\u200B',
      'r4pe ',
      '\ud800',
      '្',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((parts) => parts.join('')),
        ),
        (text) => {
          const { level, signs } = findHarm(text);
          expect(level === 'NONE').toBe(signs.length === 0);
          for (const { start, end } of signs) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads heaps of anything', () => {
    for (const one of [
      'me hit ',
      'my uncle touches me. ',
      'ខ្ញុំវាយ',
      'r a p e ',
      'n.u.d.e.s',
      '្',
      'no no no ',
      '****',
      '🔪',
      'knhom vay ',
    ])
      findHarm(one.repeat(50_000));
  });
});
