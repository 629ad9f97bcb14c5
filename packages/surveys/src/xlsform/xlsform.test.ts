import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Form, type FormItem, questionsOf } from '../form.ts';
import { readXlsForm } from './read-xlsform.ts';
import type { XlsForm } from './sheet.ts';
import { writeXlsForm } from './write-xlsform.ts';

const toilets: XlsForm = {
  survey: [
    [
      'type',
      'name',
      'label::Khmer (km)',
      'label::English (en)',
      'required',
      'relevant',
      'constraint',
      'parameters',
      'appearance',
    ],
    ['start', 'start'],
    ['begin group', 'school', 'សាលា', 'School'],
    ['integer', 'pupils', 'សិស្សប៉ុន្មាននាក់?', 'How many pupils?', 'yes', '', '. >= 0 and . <= 3000'],
    ['select_one yes_no', 'separate', 'បង្គន់ដាច់ដោយឡែក?', 'Separate toilets?', 'yes'],
    [],
    ['select_multiple lacks or_other', 'lacking', 'ខ្វះអ្វី?', 'What is lacking?', '', "${separate} = 'no'"],
    ['end group'],
    ['range', 'clean', 'ស្អាតប៉ុណ្ណា?', 'How clean?', '', '', '', 'start=1 end=5 step=1', 'likert'],
    ['geopoint', 'where', 'ទីតាំង', 'Where'],
    ['text', 'words', 'មតិ', 'In your words', '', "regex(${separate}, 'n.*')"],
  ],
  choices: [
    ['list name', 'name', 'label::Khmer (km)', 'label::English (en)', 'label::French (fr)'],
    ['yes_no', 'yes', 'មាន', 'Yes', 'Oui'],
    ['yes_no', 'no', 'គ្មាន', 'No', 'Non'],
    ['lacks', 'water', 'ទឹក', 'Water'],
    ['lacks', 'lock', 'សោ', 'Lock'],
    ['unused', 'x', 'ក', 'X'],
  ],
  settings: [
    ['form_title', 'form_id', 'version', 'default_language'],
    ['បង្គន់សាលា', 'toilets', '3', 'Khmer (km)'],
  ],
};

function read(sheets: XlsForm) {
  const result = readXlsForm(sheets);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

describe('a workbook of XLSForm', () => {
  it('becomes a form with its groups, conditions and lists', () => {
    const { form } = read(toilets);
    expect(form).toMatchObject({ id: 'toilets', version: '3', title: { km: 'បង្គន់សាលា' } });
    expect(
      questionsOf(form).map(({ question, groups }) =>
        [...groups, question].map(({ name }) => name).join('/'),
      ),
    ).toEqual(['school/pupils', 'school/separate', 'school/lacking', 'clean', 'words']);
    expect(form.items[1]).toMatchObject({ kind: 'RANGE', range: { start: 1, end: 5, step: 1 } });
    expect(form.lists.map(({ name }) => name)).toEqual(['yes_no', 'lacks']);
  });

  it('says by line what it leaves out', () => {
    expect(read(toilets).dropped).toEqual([
      { sheet: 'survey', line: 1, what: 'COLUMN', about: 'appearance' },
      { sheet: 'choices', line: 1, what: 'LANGUAGE', about: 'label::french (fr)' },
      { sheet: 'survey', line: 2, what: 'TYPE', about: 'start' },
      { sheet: 'survey', line: 7, what: 'OTHER_CHOICE', about: 'lacking' },
      { sheet: 'survey', line: 10, what: 'TYPE', about: 'geopoint' },
      { sheet: 'survey', line: 11, what: 'EXPRESSION', about: "relevant: regex(${separate}, 'n.*')" },
    ]);
  });

  it.each<[string, readonly (readonly string[])[], object]>([
    ['no name', [['text', '', 'x']], { line: 2, code: 'NAME_MISSING' }],
    ['a name with a space', [['text', 'a b', 'x']], { line: 2, code: 'NAME_UNFIT' }],
    [
      'one name twice',
      [
        ['text', 'a', 'x'],
        ['text', 'a', 'y'],
      ],
      { line: 3, code: 'NAME_TWICE' },
    ],
    ['no words', [['text', 'a', '']], { line: 2, code: 'WORDS_MISSING' }],
    ['a list that is not there', [['select_one nothing', 'a', 'x']], { line: 2, code: 'LIST_UNKNOWN' }],
    ['a range without end', [['range', 'a', 'x', 'start=5 end=5']], { line: 2, code: 'RANGE_UNFIT' }],
    [
      'a group left open',
      [
        ['begin group', 'g', 'x'],
        ['text', 'a', 'x'],
      ],
      { line: 2, code: 'GROUP_OPEN' },
    ],
    ['a group ended twice', [['text', 'a', 'x'], ['end group']], { line: 3, code: 'GROUP_NOT_OPEN' }],
    [
      'a condition on nothing',
      [['text', 'a', 'x', '', '${b} = 1']],
      { line: 2, code: 'REFERS_TO_NOTHING', about: 'b' },
    ],
    [
      'conditions in a circle',
      [
        ['text', 'a', 'x', '', '${b} = 1'],
        ['text', 'b', 'x', '', '${a} = 1'],
      ],
      { line: 2, code: 'REFERS_TO_ITSELF' },
    ],
    ['no question', [['note', '', '']], { line: 2, code: 'NAME_MISSING' }],
    ['nothing', [], { line: 0, code: 'NO_QUESTIONS' }],
    [
      'too much',
      Array.from({ length: 501 }, (_, at) => ['text', `q${at}`, 'x']),
      { line: 0, code: 'TOO_MANY' },
    ],
  ])('with %s is refused, by line', (_, rows, problem) => {
    const survey = [['type', 'name', 'label', 'parameters', 'relevant'], ...rows];
    const result = readXlsForm({ survey, choices: [], settings: [] });
    expect(result).toMatchObject({
      ok: false,
      problem: expect.arrayContaining([expect.objectContaining(problem)]),
    });
  });

  it('is written so that the same form is read back', () => {
    const name = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/), { minLength: 4, maxLength: 8 });
    const words = fc.record(
      { km: fc.constantFrom('ទឹក', 'សាលា', 'បង្គន់'), en: fc.constantFrom('Water', 'a, b', '"x"') },
      { requiredKeys: ['km'] },
    );
    fc.assert(
      fc.property(name, words, fc.boolean(), (names, label, isRequired) => {
        const plain = {
          words: label,
          hint: {},
          list: null,
          range: null,
          isRequired,
          relevant: null,
          constraint: null,
          constraintWords: {},
        };
        const [first = '', second = '', third = '', group = '', ...rest] = names;
        const items: FormItem[] = [
          { item: 'QUESTION', name: first, kind: 'SELECT_ONE', ...plain, list: 'l' },
          {
            item: 'GROUP',
            name: group,
            words: {},
            relevant: `\${${first}} = 'x'`,
            items: [
              {
                item: 'QUESTION',
                name: second,
                kind: 'RANGE',
                ...plain,
                range: { start: 0, end: 5, step: 0.5 },
              },
              {
                item: 'QUESTION',
                name: third,
                kind: 'INTEGER',
                ...plain,
                constraint: '. > 0',
                constraintWords: label,
              },
            ],
          },
          ...rest.map((each): FormItem => ({
            item: 'QUESTION',
            name: each,
            kind: 'TEXT',
            ...plain,
            hint: label,
          })),
        ];
        const form: Form = {
          id: 'f',
          title: label,
          version: '1',
          items,
          lists: [{ name: 'l', choices: [{ name: 'x', words: label }] }],
        };
        expect(read(writeXlsForm(form))).toEqual({ form, dropped: [] });
      }),
    );
  });
});
