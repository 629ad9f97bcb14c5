import { createHash } from 'node:crypto';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia, isIsoDay } from '@samleng/routing';
import { type Form, questionsOf } from '@samleng/surveys';
import type { AnswerSource, Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { auditTopic, lockOwnTopic } from './record-deed.ts';
import { ResearchTally, type ResearchTopic, type TallyCount } from './research.entity.ts';

export type TallyWish = {
  readonly topicId: string;
  readonly id: string;
  readonly source: AnswerSource;
  readonly countedOn: string;
  readonly people: number;
  readonly counts: readonly {
    readonly question: string;
    readonly choice?: string | null;
    readonly count: number;
  }[];
};

const peopleLeast = 10;
const peopleMost = 1_000;
const countedMost = 1_000_000;
const talliesMost = 200;

/**
 * A facilitator hands in what a group said on a sensitive topic, as counts and nothing else: a group of ten at least,
 * so that nobody stands alone in it. The same tally is kept once, however often it comes.
 */
export async function recordTally(
  request: ApiRequest,
  input: TallyWish,
): Promise<Result<ResearchTopic, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const { em, viewer, clock } = inside;
    const topic = await lockOwnTopic(inside, input.topicId);
    if (topic === null) return refused([problem('NOT_FOUND', 'topicId')]);
    if (!topic.isSensitive || !topic.form) return refused([problem('WRONG_STATE', 'topicId')]);
    const problems = problemsOf(topic.form, input, dayInCambodia(clock.now()));
    if (problems.length > 0) return refused(problems);
    const { id, topicId, source, countedOn, people } = input;
    const counts = input.counts
      .map(({ question, choice, count }): TallyCount => ({ question, choice: choice ?? null, count }))
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const contentHash = createHash('sha256')
      .update(JSON.stringify([source, countedOn, people, counts]))
      .digest('hex');
    const standing = await em.findOne(ResearchTally, { id });
    if (standing)
      return standing.topicId === topicId && standing.contentHash === contentHash
        ? ok(topic)
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'id')]);
    if (topic.stage !== 'FIELDWORK') return refused([problem('WRONG_STATE', 'topicId')]);
    if ((await em.count(ResearchTally, { topicId })) >= talliesMost)
      return refused([problem('OUT_OF_RANGE', 'id')]);
    const recordedBy = viewer.accountId!;
    em.create(ResearchTally, { id, topicId, source, countedOn, people, counts, contentHash, recordedBy });
    await auditTopic(inside, 'recordTally', topicId, { people });
    return ok(topic);
  });
}

function problemsOf(form: Form, tally: TallyWish, today: string): readonly Problem[] {
  const problems: Problem[] = [];
  if (!isId(tally.id)) problems.push(problem('REQUIRED', 'id'));
  if (!isIsoDay(tally.countedOn)) problems.push(problem('NOT_A_DATE', 'countedOn'));
  else if (tally.countedOn > today || tally.countedOn < '2015-01-01')
    problems.push(problem('OUT_OF_RANGE', 'countedOn'));
  const { people } = tally;
  if (!Number.isInteger(people) || people < peopleLeast || people > peopleMost)
    problems.push(problem('OUT_OF_RANGE', 'people'));
  if (tally.counts.length === 0) problems.push(problem('REQUIRED', 'counts'));
  if (new Set(tally.counts.map(keyOf)).size < tally.counts.length)
    problems.push(problem('COUNTS_IMPOSSIBLE', 'counts'));
  const chosenOnce = new Map<string, number>();
  for (const [at, { question: name, choice, count }] of tally.counts.entries()) {
    const question = questionsOf(form).find((each) => each.question.name === name)?.question;
    const list = form.lists.find((each) => each.name === question?.list);
    const isThere =
      question !== undefined &&
      question.kind !== 'NOTE' &&
      (list ? list.choices.some((each) => each.name === choice) : (choice ?? null) === null);
    if (!isThere) problems.push(problem('NOT_FOUND', `counts.${at}`));
    const most = list ? people : countedMost;
    if (!Number.isInteger(count) || count < 0 || count > most)
      problems.push(problem('COUNTS_IMPOSSIBLE', `counts.${at}`));
    if (question?.kind === 'SELECT_ONE') chosenOnce.set(name, (chosenOnce.get(name) ?? 0) + count);
  }
  if ([...chosenOnce.values()].some((sum) => sum > people))
    problems.push(problem('COUNTS_IMPOSSIBLE', 'counts'));
  return problems;
}

function keyOf({ question, choice }: { readonly question: string; readonly choice?: string | null }): string {
  return JSON.stringify([question, choice ?? null]);
}
