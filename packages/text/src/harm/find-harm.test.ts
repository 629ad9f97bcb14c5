import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishConcerns, khmerConcerns } from '../sketch.concerns.ts';
import { findHarm } from './find-harm.ts';

/** What a person might write, and whether it discloses harm to the writer or to somebody near. All invented. */
interface Statement {
  readonly text: string;
  readonly disclosure: boolean;
  readonly language: 'km' | 'en' | 'romanised' | 'emoji';
}

/**
 * The tuning statements taught the lexicon, the rules and the weights, in rounds of writing new ones first and
 * measuring them before looking (fresh rounds gave a recall of 79, 67, 81, 81, 89, 86 and 91 %). The held-out ones
 * are the last round: 95.8 % recall and 86.7 % precision when first measured; no word or rule was changed for them,
 * only the two thresholds were lowered a little afterwards, for a margin. The fresh round was written later by
 * somebody who had not seen the lexicon, and is told when first measured: 97.2 % recall and 85.4 % precision. The words
 * for what it missed were then widened, so it belongs to the tuning ones from now on. The second fresh round, again
 * by somebody who had not seen the lexicon, first measured 93.3 % recall and 80.0 % precision, and was used likewise.
 */
const tuningStatements = read('tuning');
const heldOutStatements = read('held-out');
const freshStatements = read('fresh-round');
const secondFreshStatements = read('second-fresh-round');

function read(name: string): Statement[] {
  const file = readFileSync(new URL(`./statements/${name}.json`, import.meta.url), 'utf8');
  const kinds = JSON.parse(file) as Record<'disclosures' | 'others', Record<Statement['language'], string[]>>;
  return Object.entries(kinds).flatMap(([kind, byLanguage]) =>
    Object.entries(byLanguage).flatMap(([language, texts]) =>
      texts.map((text) => ({
        text,
        disclosure: kind === 'disclosures',
        language: language as Statement['language'],
      })),
    ),
  );
}

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
  it('is measured on enough of them, half of them no disclosures, in both languages', () => {
    for (const language of ['km', 'en'] as const) {
      const own = [...tuningStatements, ...heldOutStatements].filter((one) => one.language === language);
      expect(own.filter(({ disclosure }) => disclosure).length).toBeGreaterThan(300);
      expect(own.filter(({ disclosure }) => !disclosure).length).toBeGreaterThan(300);
    }
    const tuned = new Set(tuningStatements.map(({ text }) => text));
    expect(heldOutStatements.filter(({ text }) => tuned.has(text))).toEqual([]);
  });

  it.each([
    ['tuning', tuningStatements],
    ['held-out', heldOutStatements],
    ['fresh round', freshStatements],
    ['second fresh round', secondFreshStatements],
  ] as const)('%s: recall at least 95 %, precision at least 60 %', (name, statements) => {
    const all = report(name, statements);
    for (const language of ['km', 'en', 'romanised', 'emoji'] as const) {
      const own = report(
        `${name}, ${language}`,
        statements.filter((one) => one.language === language),
      );
      expect(own.precision).toBeGreaterThanOrEqual(0.6);
      // Too few of the other two to ask for a share of each.
      if (language === 'km' || language === 'en') expect(own.recall).toBeGreaterThanOrEqual(0.9);
    }
    for (const text of all.missed) console.log(`  missed: ${text}`);
    expect(all.recall).toBeGreaterThanOrEqual(0.95);
    expect(all.precision).toBeGreaterThanOrEqual(0.6);
  });

  it('raises few of the concerns children put to their commune, and none as urgent', () => {
    const concerns = [...khmerConcerns, ...englishConcerns];
    const levels = concerns.map((text) => findHarm(text).level);
    const raised = levels.filter((level) => level !== 'NONE').length;
    console.log(`demo concerns: ${raised} of ${concerns.length} raised`);
    expect(raised / concerns.length).toBeLessThan(0.1);
    expect(levels).not.toContain('URGENT');
  });
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
