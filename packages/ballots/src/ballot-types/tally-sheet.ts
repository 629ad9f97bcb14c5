import { ok, refused, type Result } from '@samleng/kernel';
import type { CountedBallot } from '../profile/rankings.ts';
import type { PollQuestion } from './ballot-type.ts';

/** How paper ballots of a type are counted on a sheet: rows are the options, columns what was marked on them. */
export interface SheetColumns<Ballot> {
  /** What the columns stand for, in their order: `['chosen']`, `['1', '2', '3']`, `['agree', 'disagree', 'pass']`. */
  columns(poll: PollQuestion): readonly string[];
  /** Whether a paper bears one mark in all, not one for each option. */
  readonly hasOneMark: boolean;
  /** The ballot with these marks: the column (from 0) for each option marked. */
  ballotOf(marks: ReadonlyMap<string, number>): Ballot;
}

/** A tally sheet as typed in: `counts[option][column]` papers bear that mark. */
export interface TallySheet {
  /** How many papers were in the box. */
  readonly papers: number;
  readonly counts: Readonly<Record<string, readonly number[]>>;
}

/** Why a sheet cannot be true. */
export interface SheetProblem {
  readonly code: 'OPTION_UNKNOWN' | 'NOT_A_COUNT' | 'MORE_MARKS_THAN_PAPERS';
  readonly option: string | null;
}

/**
 * Ballots with exactly the counts of a sheet, so that paper and online ballots are tallied together. A sheet does not
 * say which marks stood on one paper, and the rules of these types do not ask: the marks of each option are laid on
 * the papers from the first one on.
 *
 * @example
 *   const paper = ballotsOfSheet(approval.sheet, { papers: 9, counts: { road: [6], lights: [2] } }, poll);
 *   if (paper.ok) approval.tally([...online, ...paper.value], poll);
 */
export function ballotsOfSheet<Ballot>(
  { columns, hasOneMark, ballotOf }: SheetColumns<Ballot>,
  { papers, counts }: TallySheet,
  poll: PollQuestion,
): Result<readonly CountedBallot<Ballot>[], SheetProblem> {
  const width = columns(poll).length;
  const known = new Set(poll.options.map(({ id }) => id));
  if (!isCount(papers)) return refused({ code: 'NOT_A_COUNT', option: null });
  const steps: {
    readonly from: number;
    readonly to: number;
    readonly option: string;
    readonly column: number;
  }[] = [];
  let place = 0;
  for (const [option, row] of Object.entries(counts)) {
    if (!known.has(option)) return refused({ code: 'OPTION_UNKNOWN', option });
    if (row.length !== width || !row.every(isCount)) return refused({ code: 'NOT_A_COUNT', option });
    if (!hasOneMark) place = 0;
    row.forEach((count, column) => {
      if (count > 0) steps.push({ from: place, to: place + count, option, column });
      place += count;
    });
    if (place > papers)
      return refused({ code: 'MORE_MARKS_THAN_PAPERS', option: hasOneMark ? null : option });
  }
  const edges = [...new Set([0, papers, ...steps.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  const ballots = edges.slice(1).map((to, i): CountedBallot<Ballot> => {
    const from = edges[i]!;
    const marks = new Map(
      steps
        .filter((step) => step.from <= from && step.to >= to)
        .map(({ option, column }) => [option, column]),
    );
    return { ballot: ballotOf(marks), count: to - from };
  });
  // Where every paper bears one mark, a paper without a mark is no ballot.
  const last = hasOneMark && place < papers ? -1 : undefined;
  return ok(ballots.slice(0, last));
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
