import type { OnePollQuery } from '#lib/server/generated/graphql.ts';
import { figure, riel } from '#lib/words/figures.ts';
import { inReadersLanguage, m } from '#lib/words/words.ts';

type Poll = NonNullable<OnePollQuery['poll']>;
export type PollOfPage = Poll;
export type ResultOfPage = Poll['results'][number];
type Step = ResultOfPage['sentence'];
type Options = readonly Pick<Poll['options'][number], 'key' | 'titleKm' | 'titleEn'>[];

export const measures = ['votes', 'score', 'mean', 'dots', 'agree', 'pairs', 'supporters'] as const;

/** The numbers of a result, best first, as the chart and its table show them. */
export interface Chart {
  readonly measure: (typeof measures)[number];
  readonly bars: readonly {
    readonly option: string;
    readonly value: number;
    readonly isChosen: boolean;
    /** Why a project of a budget got no money. */
    readonly missed?: Missed | undefined;
  }[];
}

/** What a project of a budget lacked. */
export const missing = ['money', 'support'] as const;
type Missed = (typeof missing)[number];

/** The title of an option in the reader's language. */
export function optionTitle(options: Options, key: string): string {
  const option = options.find((one) => one.key === key);
  return option ? inReadersLanguage(option.titleKm, option.titleEn).text : key;
}

const titles = new Set(['option', 'over', 'to', 'options', 'chosen']);
const money = new Set(['money', 'share', 'most', 'short', 'left']);
type Say = (values: Record<string, string>) => string;

/** A step of an explanation in words; empty for one this page has no words for. */
export function inWords(step: Step, options: Options): string {
  const say = (m as unknown as Record<string, Say | undefined>)[`ballots.explain.${step.key}`];
  if (!say) return '';
  const values = step.values as Readonly<Record<string, unknown>>;
  return say(
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, valueInWords(name, value, options)]),
    ),
  );
}

function valueInWords(name: string, value: unknown, options: Options): string {
  if (Array.isArray(value)) return value.map((one) => optionTitle(options, String(one))).join(', ');
  if (titles.has(name)) return optionTitle(options, String(value));
  const number = Number(value);
  if (Number.isNaN(number)) return String(value);
  return money.has(name) ? riel(number) : figure(number, 2);
}

const readFrom = {
  VOTES: ['votes', 'votes'],
  BORDA_SCORE: ['score', 'score'],
  MEAN: ['mean', 'mean'],
  DOTS: ['dots', 'dots'],
  STATEMENT: ['agree', 'agree'],
  FUNDED_BY_SHARES: ['supporters', 'supporters'],
  FUNDED_BY_VOTES: ['supporters', 'votes'],
  PASSED_OVER: ['supporters', 'votes'],
} as const satisfies Record<string, readonly [Chart['measure'], string]>;

/** The chart of a result: read from its steps, so that the picture never says other than the words. */
export function chartOf(result: ResultOfPage, options: Options): Chart {
  const chosen = new Set(winnersOf(result));
  const values = new Map<string, number>();
  let measure: Chart['measure'] = 'votes';
  for (const { key, values: given } of result.steps) {
    const named = given as Readonly<Record<string, unknown>>;
    const isFirstRound = key === 'ROUND_VOTES' && named['round'] === 1;
    const [read, from] = isFirstRound
      ? (['votes', 'votes'] as const)
      : (readFrom[key as keyof typeof readFrom] ?? [null, '']);
    if (read === null || values.has(String(named['option']))) continue;
    measure = read;
    values.set(String(named['option']), Number(named[from]));
  }
  if (values.size === 0) {
    measure = 'pairs';
    for (const [option, beaten] of beatenBy(result)) values.set(option, beaten);
  }
  if (values.size === 0) {
    measure = 'votes';
    for (const [option, votes] of firstStage(result)) values.set(option, votes);
  }
  const missed = missedIn(result);
  if (measure === 'supporters')
    for (const { option, supporters } of missed.values())
      if (!values.has(option)) values.set(option, supporters);
  const order = options.map(({ key }) => key).filter((key) => values.has(key) || measure !== 'supporters');
  const bars = order
    .map((option) => ({
      option,
      value: values.get(option) ?? 0,
      isChosen: chosen.has(option),
      missed: missed.get(option)?.lacks,
    }))
    .sort((a, b) => b.value - a.value);
  return { measure, bars };
}

/** The projects of a budget without money, how many supported each, and what it lacked. */
function missedIn(result: ResultOfPage) {
  const { notFunded = [] } = result.outcome as {
    notFunded?: readonly { project: string; supporters: number; because: string }[];
  };
  return new Map(
    notFunded.map(({ project, supporters, because }) => {
      const isShortOfMoney = because === 'dearer-than-budget' || because === 'does-not-fit';
      const lacks: Missed = isShortOfMoney && supporters > 0 ? 'money' : 'support';
      return [project, { option: project, supporters, lacks }];
    }),
  );
}

function winnersOf(result: ResultOfPage): readonly string[] {
  return (result.outcome as { winners?: readonly string[] }).winners ?? [];
}

/** By Schulze's rule: how many others each option beats, one against one. */
function beatenBy(result: ResultOfPage): readonly (readonly [string, number])[] {
  const { pairs } = result.outcome as {
    pairs?: { options: readonly string[]; table: readonly (readonly number[])[] } | null;
  };
  const isSchulze = (result.outcome as { rule?: string }).rule === 'schulze';
  if (!pairs || !isSchulze) return [];
  const { options, table } = pairs;
  return options.map((option, row) => [
    option,
    options.filter((_, column) => (table[row]?.[column] ?? 0) > (table[column]?.[row] ?? 0)).length,
  ]);
}

/** Of committees: the votes of the first stage. */
function firstStage(result: ResultOfPage): readonly (readonly [string, number])[] {
  const { rounds } = result.outcome as { rounds?: readonly { votes?: Record<string, string> }[] };
  return Object.entries(rounds?.[0]?.votes ?? {}).map(([option, votes]) => [option, Number(votes)]);
}
