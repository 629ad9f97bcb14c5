import { type Form, FORM_LANGUAGES, type FormItem, type FormWords, type QuestionKind } from '../form.ts';
import type { Sheet, XlsForm } from './sheet.ts';

const languageNames = { km: 'ភាសាខ្មែរ (km)', en: 'English (en)' } as const;
const typeNames: Readonly<Record<QuestionKind, string>> = {
  SELECT_ONE: 'select_one',
  SELECT_MULTIPLE: 'select_multiple',
  INTEGER: 'integer',
  DECIMAL: 'decimal',
  TEXT: 'text',
  NOTE: 'note',
  DATE: 'date',
  RANGE: 'range',
};

/** A form as a workbook that programs for XLSForm read; `readXlsForm` gives the same form back. */
export function writeXlsForm(form: Form): XlsForm {
  const survey = [
    'type',
    'name',
    ...columnsFor('label'),
    ...columnsFor('hint'),
    'required',
    'relevant',
    'constraint',
    ...columnsFor('constraint_message'),
    'parameters',
  ];
  const choices = ['list_name', 'name', ...columnsFor('label')];
  return {
    survey: [survey, ...form.items.flatMap(itemRows)],
    choices: [
      choices,
      ...form.lists.flatMap((list) =>
        list.choices.map((choice) => [list.name, choice.name, ...cellsFor(choice.words)]),
      ),
    ],
    settings: [
      [...columnsFor('form_title'), 'form_id', 'version', 'default_language'],
      [...cellsFor(form.title), form.id, form.version, languageNames.km],
    ],
  };
}

function itemRows(item: FormItem): Sheet {
  if (item.item === 'GROUP') {
    const begin = [
      'begin_group',
      item.name,
      ...cellsFor(item.words),
      ...cellsFor({}),
      '',
      item.relevant ?? '',
      '',
      ...cellsFor({}),
      '',
    ];
    return [begin, ...item.items.flatMap(itemRows), ['end_group', '']];
  }
  return [
    [
      item.list === null ? typeNames[item.kind] : `${typeNames[item.kind]} ${item.list}`,
      item.name,
      ...cellsFor(item.words),
      ...cellsFor(item.hint),
      item.isRequired ? 'yes' : '',
      item.relevant ?? '',
      item.constraint ?? '',
      ...cellsFor(item.constraintWords),
      item.range ? `start=${item.range.start} end=${item.range.end} step=${item.range.step}` : '',
    ],
  ];
}

function columnsFor(kind: string): readonly string[] {
  return FORM_LANGUAGES.map((language) => `${kind}::${languageNames[language]}`);
}

function cellsFor(words: FormWords): readonly string[] {
  return FORM_LANGUAGES.map((language) => words[language] ?? '');
}
