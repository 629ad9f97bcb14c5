import { ballotsOfSheet } from '@samleng/ballots';
import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import { admitText } from '@samleng/text';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { PaperSheet, type Poll } from './poll.entity.ts';
import { pollMediaById } from './poll-media.queries.ts';
import { mayEnterPapers, mayRunPolls } from './poll.policy.ts';
import { lockPoll, questionOf, standingOptions, typeOf } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';

export type EnteredSheet = {
  readonly idempotencyKey: string;
  readonly pollId: string;
  /** How many papers lay in the box. */
  readonly papers: number;
  /** By option: how many papers bear the mark of each column, in the order of the type's columns. */
  readonly counts?: readonly { readonly option: string; readonly columns: readonly number[] }[] | null;
  /** Where counts do not say enough (orders, budgets): each paper's own ballot, equal ones together. */
  readonly ballots?: readonly { readonly ballot: unknown; readonly count: number }[] | null;
  /** Where the sheet itself lies, or its photo given to the poll, or both. */
  readonly photoKey?: string | null;
  readonly photoId?: string | null;
  readonly signers: readonly string[];
};

type Kept = Pick<PaperSheet, 'ballots' | 'counts' | 'papers' | 'photoKey' | 'photoId' | 'signers'>;

const mostPapers = 10_000;

/**
 * A facilitator types in what was counted on paper: a sheet two people signed, with its photo. It is merged with the
 * other ballots when the poll is counted. Until then it can be taken back.
 */
export async function enterPaperCounts(
  request: ApiRequest,
  entered: EnteredSheet,
): Promise<Result<PaperSheet, readonly Problem[]>> {
  if (!isId(entered.idempotencyKey)) return refused([problem('REQUIRED', 'idempotencyKey')]);
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, entered.pollId);
    if (poll === null || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'pollId')]);
    const before = await inside.em.findOne(PaperSheet, { idempotencyKey: entered.idempotencyKey });
    if (before === null && !mayEnterPapers(request.viewer, poll)) return refused([problem('WRONG_STATE')]);
    const sheet = await checkSheet(inside, poll, entered);
    if (!sheet.ok) return sheet;
    if (before !== null) return sameOrRefused(before, poll, sheet.value);
    const kept = inside.em.create(PaperSheet, {
      ...sheet.value,
      id: newId(inside.clock.now().getTime()),
      idempotencyKey: entered.idempotencyKey,
      pollId: poll.id,
      enteredBy: request.viewer.accountId!,
      enteredAt: inside.clock.now(),
    });
    await recordPoll(inside, 'enterPaperCounts', poll.id, { sheetId: kept.id, papers: kept.papers });
    return ok(kept);
  });
}

/** A sheet that was typed in wrongly is taken back before the poll is closed; it stays on record. */
export async function withdrawPaperSheet(
  request: ApiRequest,
  { sheetId }: { readonly sheetId: string },
): Promise<Result<PaperSheet, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const sheet = isId(sheetId) ? await inside.em.findOne(PaperSheet, { id: sheetId }) : null;
    const poll = sheet && (await lockPoll(inside, sheet.pollId));
    if (!sheet || !poll || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'sheetId')]);
    if (!mayEnterPapers(request.viewer, poll) || sheet.withdrawnAt) return refused([problem('WRONG_STATE')]);
    sheet.withdrawnAt = inside.clock.now();
    await recordPoll(inside, 'withdrawPaperSheet', poll.id, { sheetId: sheet.id });
    return ok(sheet);
  });
}

async function checkSheet(
  inside: ApiRequest,
  poll: Poll,
  entered: EnteredSheet,
): Promise<Result<Kept, readonly Problem[]>> {
  const problems: Problem[] = [];
  const signers = entered.signers.flatMap((name) => {
    const text = admitText(name, { max: 80, oneLine: true });
    return text.ok ? [text.value] : [];
  });
  if (signers.length !== 2 || entered.signers.length !== 2) problems.push(problem('REQUIRED', 'signers'));
  else if (signers[0] === signers[1]) problems.push(problem('SECOND_PERSON_NEEDED', 'signers'));
  const photoId = entered.photoId ?? null;
  const photoKey = entered.photoKey?.trim() || null;
  if (photoId === null && photoKey === null) problems.push(problem('REQUIRED', 'photoKey'));
  if (photoKey !== null && !/^[\w./-]{1,80}$/.test(photoKey)) problems.push(problem('REQUIRED', 'photoKey'));
  if (!(await isPhotoOf(inside, poll.id, photoId))) problems.push(problem('NOT_FOUND', 'photoId'));
  if (!Number.isSafeInteger(entered.papers) || entered.papers < 1 || entered.papers > mostPapers)
    problems.push(problem('OUT_OF_RANGE', 'papers'));
  if (problems.length > 0) return refused(problems);
  const ballots = await ballotsOn(inside, poll, entered);
  if (!ballots.ok) return ballots;
  const counts = entered.counts
    ? Object.fromEntries(entered.counts.map(({ option, columns }) => [option, [...columns]]))
    : null;
  return ok({ ballots: ballots.value, counts, papers: entered.papers, photoKey, photoId, signers });
}

async function isPhotoOf(inside: ApiRequest, pollId: string, id: string | null): Promise<boolean> {
  if (id === null) return true;
  const media = isId(id) ? await load(inside, pollMediaById, id) : undefined;
  return media?.pollId === pollId && media?.purpose === 'SHEET';
}

async function ballotsOn(
  inside: ApiRequest,
  poll: Poll,
  { papers, counts, ballots }: EnteredSheet,
): Promise<Result<Kept['ballots'], readonly Problem[]>> {
  const type = typeOf(poll);
  const question = questionOf(poll, await standingOptions(inside, poll.id));
  if (type.sheet !== null) {
    if (!counts || ballots) return refused([problem('REQUIRED', 'counts')]);
    const isTwice = new Set(counts.map(({ option }) => option)).size !== counts.length;
    if (isTwice) return refused([problem('OPTION_TWICE', 'counts')]);
    const sheet = { papers, counts: Object.fromEntries(counts.map((row) => [row.option, row.columns])) };
    const read = ballotsOfSheet(type.sheet, sheet, question);
    if (!read.ok) {
      const code = read.problem.code === 'OPTION_UNKNOWN' ? 'OPTION_UNKNOWN' : 'COUNTS_IMPOSSIBLE';
      return refused([problem(code, read.problem.option ?? 'counts')]);
    }
    return ok(read.value.map(({ ballot, count }) => ({ choice: JSON.stringify(ballot), count })));
  }
  if (!ballots || counts) return refused([problem('REQUIRED', 'ballots')]);
  const kept: { choice: string; count: number }[] = [];
  for (const { ballot, count } of ballots) {
    const checked = type.check(ballot, question);
    if (!checked.ok) return refused([problem(checked.problem.code, checked.problem.option)]);
    if (!Number.isSafeInteger(count) || count < 1) return refused([problem('COUNTS_IMPOSSIBLE', 'ballots')]);
    kept.push({ choice: JSON.stringify(checked.value), count });
  }
  const all = kept.reduce((sum, { count }) => sum + count, 0);
  return all > papers || all === 0 ? refused([problem('COUNTS_IMPOSSIBLE', 'papers')]) : ok(kept);
}

function sameOrRefused(before: PaperSheet, poll: Poll, again: Kept): Result<PaperSheet, readonly Problem[]> {
  const isSame =
    before.pollId === poll.id &&
    before.papers === again.papers &&
    (before.photoKey ?? null) === (again.photoKey ?? null) &&
    (before.photoId ?? null) === (again.photoId ?? null) &&
    JSON.stringify(before.signers) === JSON.stringify(again.signers) &&
    JSON.stringify(before.ballots.map(({ choice, count }) => [choice, count])) ===
      JSON.stringify(again.ballots.map(({ choice, count }) => [choice, count]));
  return isSame ? ok(before) : refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
}
