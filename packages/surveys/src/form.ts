/** The languages a form's words may be in. */
export const FORM_LANGUAGES = ['km', 'en'] as const;
export type FormLanguage = (typeof FORM_LANGUAGES)[number];

/** The same words in the languages they were written in; at least one. */
export type FormWords = { readonly [Language in FormLanguage]?: string };

/** The question types of XLSForm that a survey here can ask. */
export const QUESTION_KINDS = [
  'SELECT_ONE',
  'SELECT_MULTIPLE',
  'INTEGER',
  'DECIMAL',
  'TEXT',
  'NOTE',
  'DATE',
  'RANGE',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export type Choice = {
  /** What is kept as the answer: no spaces. */
  readonly name: string;
  readonly words: FormWords;
};

export type ChoiceList = { readonly name: string; readonly choices: readonly Choice[] };

/** The numbers a range lets one choose: start, start + step, … up to end. */
export type NumberRange = { readonly start: number; readonly end: number; readonly step: number };

export type Question = {
  readonly item: 'QUESTION';
  /** Its name in the data and in expressions: a letter or `_`, then letters, digits, `_`, `-` or `.`. */
  readonly name: string;
  readonly kind: QuestionKind;
  readonly words: FormWords;
  readonly hint: FormWords;
  /** The list to choose from; null unless the kind is a select. */
  readonly list: string | null;
  /** Null unless the kind is RANGE. */
  readonly range: NumberRange | null;
  readonly isRequired: boolean;
  /** An expression; asked only where it is true. Null: always. */
  readonly relevant: string | null;
  /** An expression in which `.` is the answer; must be true of any answer given. */
  readonly constraint: string | null;
  readonly constraintWords: FormWords;
};

export type Group = {
  readonly item: 'GROUP';
  readonly name: string;
  readonly words: FormWords;
  readonly relevant: string | null;
  readonly items: readonly FormItem[];
};

export type FormItem = Question | Group;

/** A survey: what is asked, in what order, under which conditions. */
export type Form = {
  readonly id: string;
  readonly title: FormWords;
  readonly version: string;
  readonly items: readonly FormItem[];
  readonly lists: readonly ChoiceList[];
};

/** All questions of a form in the order they are asked, each with the groups around it, outermost first. */
export function questionsOf(
  form: Pick<Form, 'items'>,
): readonly { question: Question; groups: readonly Group[] }[] {
  const found: { question: Question; groups: readonly Group[] }[] = [];
  const walk = (items: readonly FormItem[], groups: readonly Group[]) => {
    for (const item of items)
      if (item.item === 'QUESTION') found.push({ question: item, groups });
      else walk(item.items, [...groups, item]);
  };
  walk(form.items, []);
  return found;
}
