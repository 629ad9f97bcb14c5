import type { Choice, ChoiceList, Form, FormItem, FormWords, Group, Question } from '@samleng/surveys';

/** A form as the lines of a page, in the order they are asked: questions, and where parts begin and end. */
export type Line =
  | { readonly at: 'question'; readonly question: Question }
  | { readonly at: 'begin'; readonly group: Omit<Group, 'items'> }
  | { readonly at: 'end' };

/** A form with its items as lines. */
export type Rows = Omit<Form, 'items'> & { readonly lines: readonly Line[] };

export const emptyRows: Rows = { id: 'samleng', title: {}, version: '1', lines: [], lists: [] };

/** The lines of a form. */
export function rowsOf({ items, ...form }: Form): Rows {
  const linesOf = (each: FormItem): readonly Line[] => {
    if (each.item === 'QUESTION') return [{ at: 'question', question: each }];
    const { items: inside, ...group } = each;
    return [{ at: 'begin', group }, ...inside.flatMap(linesOf), { at: 'end' }];
  };
  return { ...form, lines: items.flatMap(linesOf) };
}

/** The form that lines make. Ends without a beginning are passed over; parts left open end with the form. */
export function formOf({ lines, ...form }: Rows): Form {
  const outermost: FormItem[] = [];
  const open: { group: Omit<Group, 'items'>; items: FormItem[] }[] = [];
  const close = () => {
    const ended = open.pop();
    if (ended) (open.at(-1)?.items ?? outermost).push({ ...ended.group, items: ended.items });
  };
  for (const line of lines) {
    if (line.at === 'begin') open.push({ group: line.group, items: [] });
    else if (line.at === 'end') close();
    else (open.at(-1)?.items ?? outermost).push(line.question);
  }
  while (open.length > 0) close();
  const used = new Set(lines.map((line) => (line.at === 'question' ? line.question.list : null)));
  return { ...form, items: outermost, lists: form.lists.filter(({ name }) => used.has(name)) };
}

/**
 * A question one line up or down: over a question beside it, or into or out of a part. A part moves as a whole over
 * what stands before or after it.
 *
 * @param name of the question or part
 */
export function move(rows: Rows, name: string, by: 'up' | 'down'): Rows {
  const from = indexOf(rows.lines, name);
  if (from < 0) return rows;
  const until = endOf(rows.lines, from);
  const block = rows.lines.slice(from, until);
  const rest = [...rows.lines.slice(0, from), ...rows.lines.slice(until)];
  // A part does not go into another: it passes it whole.
  const isPart = block.length > 1;
  let to = from;
  if (by === 'up' && from > 0) {
    to = from - 1;
    if (isPart && rest[to]?.at === 'end') to = beginOf(rest, to);
  } else if (by === 'down' && from < rest.length) {
    to = isPart && rest[from]?.at === 'begin' ? endOf(rest, from) : from + 1;
  }
  if (isPart && isInside(rest, to)) return rows;
  return { ...rows, lines: rest.toSpliced(to, 0, ...block) };
}

/** Without a question; a part goes, and its questions stay. */
export function remove(rows: Rows, name: string): Rows {
  const from = indexOf(rows.lines, name);
  if (from < 0) return rows;
  const end = endOf(rows.lines, from) - 1;
  const isPart = rows.lines[from]?.at === 'begin';
  return { ...rows, lines: rows.lines.filter((_, at) => at !== from && !(isPart && at === end)) };
}

/** With a question at the end of a part (`''`: of the form), or in the place of the one of its name. */
export function put(rows: Rows, question: Question, choices: readonly Choice[] | null, part: string): Rows {
  const lists = choices === null ? rows.lists : withList(rows, question, choices);
  const line: Line = { at: 'question', question };
  const from = indexOf(rows.lines, question.name);
  if (from >= 0) return { ...rows, lists, lines: rows.lines.with(from, line) };
  const start = part === '' ? -1 : indexOf(rows.lines, part);
  const to = start < 0 ? rows.lines.length : endOf(rows.lines, start) - 1;
  return { ...rows, lists, lines: rows.lines.toSpliced(to, 0, line) };
}

/** With an empty part at the end. */
export function putPart(rows: Rows, words: FormWords): Rows {
  const group = { item: 'GROUP', name: freshName(rows, 'part'), words, relevant: null } as const;
  return { ...rows, lines: [...rows.lines, { at: 'begin', group }, { at: 'end' }] };
}

/** A name nothing in the form bears yet: `q1`, `q2`, … */
export function freshName({ lines }: Rows, start = 'q'): string {
  const taken = new Set(lines.map(nameOf));
  for (let number = 1; ; number += 1) if (!taken.has(`${start}${number}`)) return `${start}${number}`;
}

/** The list a question chooses from: its own, since another question may use the one it had. */
export function listNameOf(rows: Rows, question: Pick<Question, 'name' | 'list'>): string {
  const own = `${question.name}_answers`;
  if (question.list === null) return own;
  const others = rows.lines.some(
    (line) =>
      line.at === 'question' && line.question.list === question.list && line.question.name !== question.name,
  );
  return others ? own : question.list;
}

/**
 * The choices of lines such as `មាន | Yes`, one a line. What was there keeps its name by its words, or by its place
 * where as many stay, so that conditions and answers go on meaning the same.
 */
export function choicesOf(text: string, before: readonly Choice[]): readonly Choice[] {
  const written = text
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter((parts) => parts.some((part) => part !== ''))
    .map(([first = '', second = '']): FormWords => wordsOf(first, second));
  const same = written.map((words) =>
    before.find(
      (old) =>
        (words.km !== undefined && old.words.km === words.km) ||
        (words.en !== undefined && old.words.en === words.en),
    ),
  );
  const taken = new Set(same.flatMap((old) => old?.name ?? []));
  const nameFor = (words: FormWords, at: number): string => {
    const inPlace = written.length === before.length ? before[at]?.name : undefined;
    const plain = (words.en ?? '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_+|_+$/g, '');
    const wishes = [inPlace, /^[a-z]/.test(plain) ? plain.slice(0, 30) : undefined];
    for (const wish of wishes) if (wish !== undefined && !taken.has(wish)) return wish;
    for (let number = at + 1; ; number += 1) if (!taken.has(`a${number}`)) return `a${number}`;
  };
  return written.map((words, at) => {
    const name = same[at]?.name ?? nameFor(words, at);
    taken.add(name);
    return { name, words };
  });
}

/** Choices as the lines `choicesOf` reads. */
export function linesOfChoices(choices: readonly Choice[]): string {
  return choices.map(({ words }) => [words.km, words.en].filter(Boolean).join(' | ')).join('\n');
}

/** Words in the language they are in; what is not in Khmer letters and stands alone is English. */
function wordsOf(first: string, second: string): FormWords {
  if (first !== '' && second !== '') return { km: first, en: second };
  const only = first || second;
  return /[\u1780-\u17ff]/.test(only) ? { km: only } : { en: only };
}

function withList(rows: Rows, question: Question, choices: readonly Choice[]): readonly ChoiceList[] {
  if (question.list === null) return rows.lists;
  const list = { name: question.list, choices };
  const at = rows.lists.findIndex(({ name }) => name === list.name);
  return at < 0 ? [...rows.lists, list] : rows.lists.with(at, list);
}

export function nameOf(line: Line): string {
  if (line.at === 'question') return line.question.name;
  return line.at === 'begin' ? line.group.name : '';
}

function indexOf(lines: readonly Line[], name: string): number {
  return name === '' ? -1 : lines.findIndex((line) => nameOf(line) === name);
}

/** The place after what begins at `from`: one line of a question, all lines of a part. */
function endOf(lines: readonly Line[], from: number): number {
  let depth = 0;
  for (let at = from; at < lines.length; at += 1) {
    if (lines[at]?.at === 'begin') depth += 1;
    if (lines[at]?.at === 'end') depth -= 1;
    if (depth <= 0) return at + 1;
  }
  return lines.length;
}

/** Where the part begins that ends at `to`. */
function beginOf(lines: readonly Line[], to: number): number {
  let depth = 0;
  for (let at = to; at >= 0; at -= 1) {
    if (lines[at]?.at === 'end') depth += 1;
    if (lines[at]?.at === 'begin') depth -= 1;
    if (depth === 0) return at;
  }
  return 0;
}

function isInside(lines: readonly Line[], place: number): boolean {
  const depth = lines
    .slice(0, place)
    .reduce((sum, line) => sum + (line.at === 'begin' ? 1 : line.at === 'end' ? -1 : 0), 0);
  return depth > 0;
}
