import { writeWorkbook } from '../spreadsheets/write-workbook.ts';

const survey = [
  [
    'type',
    'name',
    'label::Khmer (km)',
    'label::English (en)',
    'required',
    'relevant',
    'constraint',
    'appearance',
  ],
  ['start', 'begun'],
  ['select_one sex', 'sex', 'ភេទ', 'Sex', 'yes'],
  ['select_one yes_no', 'apart', 'បង្គន់ដាច់ដោយឡែក?', 'Toilets apart?', 'yes'],
  ['integer', 'working', 'បង្គន់ប្រើបានប៉ុន្មាន?', 'How many work?', '', "${apart} = 'yes'", '. >= 0 and . <= 50'],
];
const words = ['text', 'words', 'មតិ', 'In your words'];
const choices = [
  ['list_name', 'name', 'label::Khmer (km)', 'label::English (en)'],
  ['sex', 'girl', 'ស្រី', 'Girl'],
  ['sex', 'boy', 'ប្រុស', 'Boy'],
  ['yes_no', 'yes', 'មាន', 'Yes'],
  ['yes_no', 'no', 'គ្មាន', 'No'],
];
const settings = [
  ['form_title', 'form_id', 'version', 'default_language'],
  ['បង្គន់សាលា', 'toilets', '1', 'Khmer (km)'],
];

/** A workbook of XLSForm on school toilets in base64: with a question for words, or with counts only. */
export function aSurveyFile({ withWords = true, more = [] as string[][] } = {}): string {
  const rows = [...survey, ...(withWords ? [words] : []), ...more];
  return Buffer.from(writeWorkbook({ survey: rows, choices, settings })).toString('base64');
}
