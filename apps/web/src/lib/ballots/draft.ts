import type { BallotTypeName } from '#lib/server/generated/graphql.ts';

/** What was marked so far: options in the order they were touched, each with its mark (a number, `agree`, `-`). */
export type Draft = readonly (readonly [option: string, mark: string])[];

/** Of a poll, what a ballot is made from. */
export interface Asked {
  readonly ballotType: BallotTypeName;
  readonly options: readonly { readonly key: string; readonly costRiel?: number | null }[];
  /** Every number of the type, as the poll or its type sets it. */
  readonly settings: Readonly<Record<string, number>>;
}

const skipped = '-';
const marks = /^(?:\d{1,3}|agree|disagree|pass|-)$/;

/** Reads a draft as the form carries it (`o2:1.o5:3`); what does not belong to the poll is left out. */
export function parseDraft(text: string, asked: Asked): Draft {
  const draft = new Map<string, string>();
  for (const part of text.slice(0, 10_000).split('.')) {
    const [option = '', mark = ''] = part.split(':');
    if (asked.options.some(({ key }) => key === option) && marks.test(mark)) draft.set(option, mark);
  }
  return [...draft];
}

/** A draft as the form carries it to the next screen. */
export function writeDraft(draft: Draft): string {
  return draft.map(([option, mark]) => `${option}:${mark}`).join('.');
}

/** The number an option was given so far. */
export function numberOf(draft: Draft, option: string): number {
  return Number(draft.find(([key]) => key === option)?.[1] ?? 0);
}

/** All that was given so far. */
export function given(draft: Draft): number {
  return draft.reduce((sum, [, mark]) => sum + (Number(mark) || 0), 0);
}

/** The riel that are left of a budget. */
export function moneyLeft(draft: Draft, asked: Asked): number {
  const costs = new Map(asked.options.map(({ key, costRiel }) => [key, costRiel ?? 0]));
  const spent = draft.reduce((sum, [option]) => sum + (costs.get(option) ?? 0), 0);
  return (asked.settings['money'] ?? 0) - spent;
}

/** The option whose turn it is, where options are shown one by one; null when all had theirs. */
export function current<Option extends Asked['options'][number]>(
  draft: Draft,
  options: readonly Option[],
): Option | null {
  return options.find(({ key }) => draft.every(([option]) => option !== key)) ?? null;
}

/** The draft after a button was pressed: `pick:o1`, `mark:o1:agree`, `more:o1`, `less:o1`, `back`. */
export function press(draft: Draft, asked: Asked, button: string): Draft {
  const [deed = '', option = '', mark = ''] = button.split(':');
  if (deed === 'back') return draft.slice(0, -1);
  if (!asked.options.some(({ key }) => key === option)) return draft;
  const others = draft.filter(([key]) => key !== option);
  const before = numberOf(draft, option);
  switch (deed) {
    case 'pick':
      if (asked.ballotType === 'SINGLE_CHOICE') return [[option, '1']];
      if (asked.ballotType === 'RANKED') return ranked([...others, [option, '1']], asked);
      return before > 0 ? others : [...others, [option, '1']];
    case 'mark':
      return marks.test(mark) ? [...others, [option, mark]] : draft;
    case 'more':
      return [...others, [option, String(before + 1)]];
    case 'less':
      return before > 1 ? [...others, [option, String(before - 1)]] : others;
    default:
      return draft;
  }
}

/** Where only one option is left it has the last place: nobody needs to be asked. */
function ranked(draft: Draft, asked: Asked): Draft {
  if (placesOf(asked) < asked.options.length) return draft;
  const rest = asked.options.filter(({ key }) => draft.every(([option]) => option !== key));
  return rest.length === 1 && rest[0] ? [...draft, [rest[0].key, '1']] : draft;
}

/** How many places an order has: fewer than options where only the first few are asked for. */
function placesOf({ options, settings }: Asked): number {
  return Math.min(options.length, settings['most'] ?? options.length);
}

/** Whether nothing is left to be asked, so that the last screen comes by itself. */
export function isFull(draft: Draft, asked: Asked): boolean {
  const { ballotType, options } = asked;
  if (ballotType === 'SINGLE_CHOICE') return draft.length === 1;
  if (ballotType === 'RANKED') return draft.length >= placesOf(asked);
  const isOneByOne = ballotType === 'SCORE' || ballotType === 'STATEMENTS';
  return isOneByOne && draft.length === options.length;
}

/** The ballot in the shape its type asks for. */
export function ballotOf(draft: Draft, { ballotType, settings }: Asked): unknown {
  const marked = draft.filter(([, mark]) => mark !== skipped);
  const keys = marked.map(([option]) => option);
  const numbers = Object.fromEntries(marked.map(([option, mark]) => [option, Number(mark)]));
  switch (ballotType) {
    case 'SINGLE_CHOICE':
      return { choice: keys[0] ?? '' };
    case 'APPROVAL':
      return { approved: keys };
    case 'RANKED':
      return { ranking: keys };
    case 'SCORE':
      return { scores: numbers };
    case 'DOTS':
      return { dots: numbers };
    case 'STATEMENTS':
      return { answers: Object.fromEntries(marked) };
    case 'BUDGET':
      return (settings['points'] ?? 0) > 0 ? { points: numbers } : { approved: keys };
    default:
      return ballotType satisfies never;
  }
}
