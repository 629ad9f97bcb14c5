import { randomInt } from 'node:crypto';
import {
  type BallotTypeName,
  type CountedBallot,
  prepareForExport,
  profileOfRankings,
  type Ranking,
  usualExportRules,
  type VoterBallot,
  writeBlt,
  writePabulib,
  writePrefLib,
} from '@samleng/ballots';
import { ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import type { Problem, Voice } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { ballotCells } from './count-poll.ts';
import type { Poll, PollOption } from './poll.entity.ts';
import { pollById, sheetsByPoll, standingOptions } from './poll.queries.ts';
import type { PollResult } from './ballot.entity.ts';
import type { Splits } from './splits.ts';
import { resultsOf } from './poll-results.ts';

/** The files a poll's ballots are given out in: our own, with which anybody can recount, and those of the libraries. */
export const pollFileFormats = ['RECOUNT', 'PABULIB', 'PREFLIB', 'BLT'] as const;
export type PollFileFormat = (typeof pollFileFormats)[number];

export type PollFile = { readonly fileName: string; readonly text: string };

/** Ballots as orders: those that may rank options level have no place in a .blt file, those about money their own. */
const formatsByType: Readonly<Record<BallotTypeName, readonly PollFileFormat[]>> = {
  SINGLE_CHOICE: ['RECOUNT', 'PREFLIB', 'BLT'],
  RANKED: ['RECOUNT', 'PREFLIB', 'BLT'],
  APPROVAL: ['RECOUNT', 'PREFLIB'],
  SCORE: ['RECOUNT', 'PREFLIB'],
  DOTS: ['RECOUNT', 'PREFLIB'],
  STATEMENTS: ['RECOUNT'],
  BUDGET: ['RECOUNT', 'PABULIB'],
};

/** The kinds of file that hold the ballots of a poll. */
export function exportFormatsOf({ ballotType }: Pick<Poll, 'ballotType'>): readonly PollFileFormat[] {
  return formatsByType[ballotType];
}

type Cast = CountedBallot<Readonly<Record<string, unknown>>>;

/**
 * The ballots of a closed poll as a file, for one of its two numbers. Where the result is not shown there is no file.
 * Voters are numbered anew in an order drawn for each file; nothing is told of them but what they chose.
 */
export async function exportPoll(
  request: ApiRequest,
  {
    pollId,
    format,
    voice,
  }: { readonly pollId: string; readonly format: PollFileFormat; readonly voice: Voice },
): Promise<Result<PollFile, readonly Problem[]>> {
  const poll = await pollById(request, pollId);
  if (poll === null) return refused([problem('NOT_FOUND', 'pollId')]);
  const shown = (await resultsOf(request, poll)).find((result) => result.voice === voice);
  if (shown === undefined) return refused([problem('WRONG_STATE', 'pollId')]);
  const options = await standingOptions(request, poll.id);
  const ballots = await ballotsOf(request, poll, voice, shown.papers > 0);
  const name = `samleng-${poll.id}-${voice.toLowerCase()}`;
  switch (format) {
    case 'RECOUNT':
      return ok({ fileName: `${name}.json`, text: recountText(poll, options, voice, ballots) });
    case 'PABULIB':
      if (poll.ballotType !== 'BUDGET') return refused([problem('NOT_IN_LIST', 'format')]);
      return ok({
        fileName: `${name}.pb`,
        text: pabulibText(poll, options, await votersOf(request, poll, shown)),
      });
    case 'PREFLIB':
    case 'BLT': {
      if (!exportFormatsOf(poll).includes(format)) return refused([problem('NOT_IN_LIST', 'format')]);
      const profile = profileOfRankings(
        options.map(({ key }) => key),
        ballots.map(({ ballot, count }) => ({ ballot: orderIn(poll, ballot), count })),
      );
      const names = options.map(titleOf);
      const title = questionText(poll);
      if (format === 'BLT')
        return ok({
          fileName: `${name}.blt`,
          text: writeBlt(profile, { title, seats: poll.seats ?? 1, names }),
        });
      const publicationDate = dayInCambodia(poll.closedAt!);
      return ok(writePrefLib(profile, names, { fileName: name, title, publicationDate }));
    }
    default:
      return format satisfies never;
  }
}

async function ballotsOf(
  request: ApiRequest,
  poll: Poll,
  voice: Voice,
  withPapers: boolean,
): Promise<readonly Cast[]> {
  const cells = (await ballotCells(request, poll.id)).filter((cell) => cell.voice === voice);
  const sheets = withPapers ? ((await load(request, sheetsByPoll, poll.id)) ?? []) : [];
  const papers = sheets.filter(({ withdrawnAt }) => !withdrawnAt).flatMap(({ ballots }) => ballots);
  const counts = new Map<string, number>();
  for (const { choice, count } of [...cells, ...papers])
    counts.set(choice, (counts.get(choice) ?? 0) + count);
  return [...counts]
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .map(([choice, count]) => ({ ballot: JSON.parse(choice) as Record<string, unknown>, count }));
}

/** All that `tally` of the ballot type needs, so that the same program or another gives the same result. */
function recountText(
  poll: Poll,
  options: readonly PollOption[],
  voice: Voice,
  ballots: readonly Cast[],
): string {
  const file = {
    question: { km: poll.questionKm ?? null, en: poll.questionEn ?? null },
    closedOn: dayInCambodia(poll.closedAt!),
    ballotType: poll.ballotType,
    settings: poll.settings,
    rule: poll.rule,
    seats: poll.seats ?? null,
    lot: poll.lot ?? [],
    options: options.map(({ key, titleKm, titleEn, costRiel }) => ({
      id: key,
      km: titleKm ?? null,
      en: titleEn ?? null,
      ...(costRiel ? { cost: costRiel } : {}),
    })),
    voice,
    ballots,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

type Voter = VoterBallot<Readonly<Record<string, unknown>>>;

/** The first year of a band stands for it: the file tells bands again. */
const yearOf: Readonly<Record<string, number>> = { AGE_10_13: 10, AGE_14_17: 14, AGE_18_24: 18 };

/**
 * Each ballot for itself, with age or sex where the poll was answered in such groups and the published split hides
 * nothing: else a file of single ballots would tell what the split does not.
 */
async function votersOf(request: ApiRequest, poll: Poll, shown: PollResult): Promise<Voter[]> {
  const splits = shown.splits as Splits | null;
  const isTold =
    splits !== null &&
    splits.groups.every(({ ballots }) => ballots !== null) &&
    splits.options.every(({ counts }) => counts.every((count) => count !== null));
  const cells = (await ballotCells(request, poll.id)).filter(({ voice }) => voice === shown.voice);
  const sheets = shown.papers > 0 ? ((await load(request, sheetsByPoll, poll.id)) ?? []) : [];
  const papers = sheets
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .flatMap(({ ballots }) => ballots.map((one) => ({ ...one, groupKey: null })));
  return [...cells, ...papers].flatMap(({ choice, count, groupKey }) => {
    const [kind, value = ''] = isTold && groupKey !== null ? groupKey.split(':') : [];
    const ballot = JSON.parse(choice) as Record<string, unknown>;
    const age = kind === 'age' ? (yearOf[value] ?? null) : null;
    const sex = kind === 'sex' ? (value === 'GIRL' ? 'F' : 'M') : null;
    return Array.from({ length: count }, () => ({ ballot, age, sex }));
  });
}

function pabulibText(poll: Poll, options: readonly PollOption[], voters: readonly Voter[]): string {
  const hasPoints = (poll.settings['points'] ?? 0) > 0;
  const groupBy = voters.some(({ sex }) => sex !== null) ? 'sex' : 'age-band';
  const votes = prepareForExport(voters, () => randomInt(2 ** 32) / 2 ** 32, {
    ...usualExportRules,
    groupBy,
  });
  const column = groupBy === 'sex' ? 'sex' : 'age';
  const isGrouped = votes.some(({ group }) => group !== null);
  const day = (instant: Date) => dayInCambodia(instant).split('-').reverse().join('.');
  return writePabulib({
    meta: {
      description: questionText(poll),
      country: 'Cambodia',
      unit: poll.placeCode,
      instance: String(dayInCambodia(poll.closedAt!).slice(0, 4)),
      rule: poll.rule.startsWith('greedy') ? 'greedy' : 'equalshares',
      date_begin: day(poll.opensAt),
      date_end: day(poll.closedAt!),
      currency: 'KHR',
      ...(hasPoints ? { max_sum_points: String(poll.settings['points']) } : {}),
    },
    budget: String(poll.settings['money'] ?? 1),
    voteType: hasPoints ? 'cumulative' : 'approval',
    projects: options.map((option) => ({
      id: option.key,
      cost: String(option.costRiel ?? 0),
      details: { name: titleOf(option) },
    })),
    votes: votes.map(({ voter, ballot, group }) => {
      const points = ballot['points'] as Record<string, number> | undefined;
      const projects = points === undefined ? (ballot['approved'] as string[]) : Object.keys(points);
      return {
        voter: String(voter),
        projects,
        ...(points === undefined ? {} : { points: Object.values(points).map(String) }),
        details: isGrouped ? { [column]: group ?? '' } : {},
      };
    }),
  });
}

/** A ballot as an order, most wanted first: options that were given the same stand level. */
function orderIn({ ballotType }: Poll, ballot: Readonly<Record<string, unknown>>): Ranking<string> {
  if (ballotType === 'RANKED') return ballot['ranking'] as string[];
  if (ballotType === 'SINGLE_CHOICE') return [ballot['choice'] as string];
  if (ballotType === 'APPROVAL') return [ballot['approved'] as string[]].filter(({ length }) => length > 0);
  const given = (ballot['scores'] ?? ballot['dots']) as Readonly<Record<string, number>>;
  const levels = Map.groupBy(Object.keys(given), (key) => given[key]!);
  return [...levels].sort(([one], [other]) => other - one).map(([, keys]) => keys);
}

function titleOf({ titleEn, titleKm, key }: PollOption): string {
  return titleEn ?? titleKm ?? key;
}

function questionText({ questionEn, questionKm }: Poll): string {
  return questionEn ?? questionKm ?? '';
}
