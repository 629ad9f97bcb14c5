import { hideSmallCells } from '@samleng/privacy';
import type { BallotCell } from './count-poll.ts';
import type { Poll, PollOption } from './poll.entity.ts';

/** How the groups of a poll answered, where groups are large enough to hide in. */
export type Splits = {
  /** `sex:GIRL`, `age:AGE_10_13`; `rest` for all others. */
  readonly groups: readonly { readonly key: string; readonly ballots: number | null }[];
  /** By option: how many of each group chose it (put it first, agreed, gave it a good face); null: too few to say. */
  readonly options: readonly { readonly option: string; readonly counts: readonly (number | null)[] }[];
};

const limit = 10;

/**
 * The splits of a poll, or null where there are none to show. Ballots carry a group only when every group and all
 * others were at least ten (see `groupsToKeep`); within, each cell and its complement must be so too.
 */
export function splitsOf(
  poll: Poll,
  options: readonly PollOption[],
  cells: readonly BallotCell[],
): Splits | null {
  const keys = [...new Set(cells.map(({ groupKey }) => groupKey ?? 'rest'))].sort();
  if (keys.length < 2) return null;
  const marks = cells.map(({ choice, groupKey, count }) => ({
    group: keys.indexOf(groupKey ?? 'rest'),
    count,
    chosen: new Set(chosenIn(poll, JSON.parse(choice) as Record<string, never>)),
  }));
  const sizes = keys.map((_, group) => sum(marks.filter((one) => one.group === group)));
  const rows = options.map(({ key }) =>
    keys.map((_, group) => sum(marks.filter((one) => one.group === group && one.chosen.has(key)))),
  );
  // Where a ballot names one option the options fill a table together; else each option is a table of yes and no.
  const isOneMark = poll.ballotType === 'SINGLE_CHOICE' || poll.ballotType === 'RANKED';
  const shown = isOneMark
    ? hideSmallCells({ rows: options.map(({ key }) => key), columns: keys, counts: rows }).cells
    : rows.map((row) => {
        const no = row.map((count, group) => sizes[group]! - count);
        return hideSmallCells({ rows: ['yes', 'no'], columns: keys, counts: [row, no] }).cells[0]!;
      });
  return {
    groups: keys.map((key, group) => ({ key, ballots: sizes[group]! >= limit ? sizes[group]! : null })),
    options: options.map(({ key }, place) => ({ option: key, counts: shown[place]! })),
  };
}

/**
 * Which of the groups a poll's batches stand for may be kept with its ballots: all of one kind, or none. Every group
 * and its complement hold at least ten, and so does what is left over.
 */
export function groupsToKeep(counts: ReadonlyMap<string | null, number>): boolean {
  const kinds = new Set([...counts.keys()].flatMap((key) => (key === null ? [] : [key.split(':')[0]])));
  const sizes = [...counts.values()].filter((size) => size > 0);
  return kinds.size === 1 && sizes.length > 1 && sizes.every((size) => size >= limit);
}

/** The options a ballot speaks for. */
function chosenIn(poll: Poll, ballot: Readonly<Record<string, unknown>>): readonly string[] {
  switch (poll.ballotType) {
    case 'SINGLE_CHOICE':
      return [ballot['choice'] as string];
    case 'APPROVAL':
      return ballot['approved'] as string[];
    case 'RANKED':
      return (ballot['ranking'] as string[]).slice(0, 1);
    case 'SCORE': {
      const middle = ((poll.settings['faces'] ?? 5) + 1) / 2;
      return keysWhere(ballot['scores'], (face) => Number(face) > middle);
    }
    case 'DOTS':
      return keysWhere(ballot['dots'], () => true);
    case 'STATEMENTS':
      return keysWhere(ballot['answers'], (answer) => answer === 'agree');
    case 'BUDGET':
      return (ballot['approved'] as string[] | undefined) ?? keysWhere(ballot['points'], () => true);
    default:
      return poll.ballotType satisfies never;
  }
}

function keysWhere(value: unknown, isMeant: (value: unknown) => boolean): string[] {
  return Object.entries((value ?? {}) as object).flatMap(([key, one]) => (isMeant(one) ? [key] : []));
}

function sum(marks: readonly { readonly count: number }[]): number {
  return marks.reduce((all, { count }) => all + count, 0);
}
