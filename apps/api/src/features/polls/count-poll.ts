import { createHash } from 'node:crypto';
import type { CountedBallot, OutcomeFrame } from '@samleng/ballots';
import { collectVotes, findOpinionGroups } from '@samleng/opinions';
import { wholePercent } from '@samleng/privacy';
import { canonicalJson, type Json } from '@samleng/server';
import type { Voice } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import type { PollResult } from './ballot.entity.ts';
import type { PaperSheet, Poll, PollOption } from './poll.entity.ts';
import { questionOf, typeOf } from './poll.queries.ts';
import { splitsOf } from './splits.ts';

/** Equal ballots of a closed poll, counted by the database: memory grows with how many differ, not with how many are. */
export type BallotCell = {
  readonly voice: Voice;
  readonly isDoubted: boolean;
  readonly groupKey: string | null;
  readonly choice: string;
  readonly count: number;
};

export type CountedPoll = {
  readonly results: readonly Omit<PollResult, 'pollId'>[];
  /** SHA-256 over poll, ballots, papers and results: what the audit keeps. */
  readonly digest: string;
};

/** The ballots of a closed poll, equal ones together, in an order of their own. */
export async function ballotCells(
  { em }: Pick<ApiRequest, 'em'>,
  pollId: string,
): Promise<readonly BallotCell[]> {
  const rows = await em.execute<
    { voice: Voice; is_doubted: boolean; group_key: string | null; choice: string; count: number }[]
  >(
    `select voice, is_doubted, group_key, choice, count(*)::int as count from counted_ballots where poll_id = ?
      group by voice, is_doubted, group_key, choice`,
    [pollId],
  );
  return rows
    .map((row) => ({
      voice: row.voice,
      isDoubted: row.is_doubted,
      groupKey: row.group_key,
      choice: row.choice,
      count: row.count,
    }))
    .sort(inOrder);
}

/**
 * Counts a closed poll: each of its two numbers for itself, once with all ballots and, where a batch was doubted, once
 * without its ballots. Papers belong to the number of those who were asked. The same ballots give the same results and
 * the same digest on every machine.
 */
export function countPoll(
  poll: Poll,
  options: readonly PollOption[],
  cells: readonly BallotCell[],
  sheets: readonly PaperSheet[],
): CountedPoll {
  const counted = sheets.filter(({ withdrawnAt }) => !withdrawnAt);
  const voices: Voice[] = [];
  if (poll.electorate !== 'OPEN') voices.push('VERIFIED');
  if (poll.takesOpenSupport) voices.push('OPEN_SUPPORT');
  const results = voices.flatMap((voice) => {
    const own = cells.filter((cell) => cell.voice === voice);
    const papers = voice === voices[0] ? counted.flatMap(({ ballots }) => ballots) : [];
    const all = countVoice(poll, options, voice, own, papers, false);
    if (all === null || own.every(({ isDoubted }) => !isDoubted)) return all === null ? [] : [all];
    const rest = countVoice(
      poll,
      options,
      voice,
      own.filter(({ isDoubted }) => !isDoubted),
      papers,
      true,
    );
    return rest === null ? [all] : [all, rest];
  });
  return { results, digest: digestOf(poll, options, cells, counted, results) };
}

function countVoice(
  poll: Poll,
  options: readonly PollOption[],
  voice: Voice,
  cells: readonly BallotCell[],
  papers: readonly { readonly choice: string; readonly count: number }[],
  isWithoutDoubted: boolean,
): Omit<PollResult, 'pollId'> | null {
  const sum = (these: readonly { count: number }[]) => these.reduce((all, { count }) => all + count, 0);
  const cast = sum(cells);
  const onPaper = sum(papers);
  if (cast + onPaper === 0) return null;
  const question = questionOf(poll, options);
  const type = typeOf(poll);
  // Written in one order, so that no rule can depend on the order in which the database gives its groups.
  const ballots = merged([...cells, ...papers]);
  const outcome = type.tally(ballots, question, {
    rule: poll.rule,
    ...(poll.seats ? { seats: poll.seats } : {}),
    ...(poll.lot ? { lot: poll.lot } : {}),
  });
  return {
    voice,
    isWithoutDoubted,
    ballots: cast,
    papers: onPaper,
    outcome: plain(outcome),
    steps: plain(type.explain(outcome)) as object[],
    opinionGroups: poll.ballotType === 'STATEMENTS' ? opinionGroupsOf(cells) : null,
    splits: isWithoutDoubted ? null : splitsOf(poll, options, cells),
  };
}

function merged(cells: readonly { choice: string; count: number }[]): CountedBallot<unknown>[] {
  const counts = new Map<string, number>();
  for (const { choice, count } of cells) counts.set(choice, (counts.get(choice) ?? 0) + count);
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([choice, count]) => ({ ballot: JSON.parse(choice) as unknown, count }));
}

/**
 * Groups of children who answer alike. People are numbered along the sorted ballots, so that the same ballots give the
 * same groups; nothing of single people leaves this function, and shares only where both sides are ten or more. A sheet
 * of paper says nothing of who answered what together, so papers take no part.
 */
function opinionGroupsOf(cells: readonly BallotCell[]): object {
  const votes = collectVotes();
  let person = 0;
  const values = { agree: 1, disagree: -1, pass: 0 } as const;
  for (const { ballot, count } of merged(cells)) {
    const { answers } = ballot as { answers: Record<string, keyof typeof values> };
    for (let times = 0; times < count; times += 1) {
      person += 1;
      for (const [statement, answer] of Object.entries(answers))
        votes.add(String(person), statement, values[answer]);
    }
  }
  const found = findOpinionGroups(votes.votes());
  return plain({
    clear: found.clear,
    unclearBecause: found.unclearBecause,
    participants: found.participants,
    counted: found.counted,
    sizes: found.sizes,
    explained: found.explained,
    representative: found.representative.map(({ group, statements }) => ({
      group,
      statements: statements.map(({ statement, side, agrees, disagrees, seen }) => ({
        statement,
        side,
        percent: wholePercent(side === 'agree' ? agrees : disagrees, seen),
      })),
    })),
    common: {
      agree: found.common.agree.map(({ statement, agrees, seen }) => ({ statement, count: agrees, seen })),
      disagree: found.common.disagree.map(({ statement, disagrees, seen }) => ({
        statement,
        count: disagrees,
        seen,
      })),
    },
    consensus: found.consensus.map(({ statement }) => statement),
  });
}

function digestOf(
  poll: Poll,
  options: readonly PollOption[],
  cells: readonly BallotCell[],
  sheets: readonly PaperSheet[],
  results: readonly object[],
): string {
  const facts = {
    poll: [poll.id, poll.ballotType, poll.settings, poll.rule, poll.seats ?? null, poll.lot ?? null],
    options: options.map(({ key, costRiel }) => [key, costRiel ?? null]),
    ballots: cells.map(({ voice, isDoubted, groupKey, choice, count }) => [
      voice,
      isDoubted,
      groupKey,
      choice,
      count,
    ]),
    papers: [...sheets]
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, papers, ballots, photoKey, photoId, signers }) => [
        id,
        papers,
        ballots,
        photoKey ?? null,
        photoId ?? null,
        signers,
      ]),
    results,
  };
  return createHash('sha256')
    .update(canonicalJson(plain(facts) as Json))
    .digest('hex');
}

/** As JSON reads it back: without what JSON leaves out, and without types of its own. */
function plain(value: object | OutcomeFrame): object {
  return JSON.parse(JSON.stringify(value)) as object;
}

function inOrder(one: BallotCell, other: BallotCell): number {
  const keyOf = ({ voice, isDoubted, groupKey, choice }: BallotCell) =>
    JSON.stringify([voice, isDoubted, groupKey, choice]);
  return keyOf(one) < keyOf(other) ? -1 : 1;
}
