import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import { type Category, type Problem, type Topic, topicsOf } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { mayModerateIn } from '../concerns/index.ts';
import { admitWords, type IssueWords } from './admit-words.ts';
import { bandsOf } from './bands-of.ts';
import type { Issue } from './issue.entity.ts';
import { lockIssue } from './move-issue.ts';
import { recordEvent } from './record-event.ts';

export type MendedWords = { readonly [Field in keyof IssueWords]?: string | null } & {
  readonly issueId: string;
  readonly category?: Category | null;
  readonly topic?: Topic | null;
  readonly justifiedIdentifiers?: readonly string[] | null;
};

/**
 * A moderator of the commune mends an issue's words or says better what it is about. What is left out stays; the history
 * says that it was edited. Where it was sent is another deed.
 */
export async function editIssue(
  request: ApiRequest,
  input: MendedWords,
): Promise<Result<Issue, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const issue = await lockIssue(inside, input.issueId);
    if (issue === null || !mayModerateIn(inside.viewer, issue.communeCode))
      return refused([problem('NOT_FOUND', 'issueId')]);
    const words = admitWords(mended(issue, input), input.justifiedIdentifiers ?? []);
    if (!words.ok) return words;
    const category = input.category ?? issue.category;
    const topic = input.topic === undefined ? keptTopic(issue, category) : input.topic;
    if (topic !== null && !topicsOf(category).includes(topic))
      return refused([problem('TOPIC_OF_ANOTHER_CATEGORY', 'topic')]);
    Object.assign(issue, words.value, { category, topic, bands: bandsOf(words.value) });
    await inside.em.flush();
    await recordEvent(inside, issue.id, { change: 'EDITED' });
    await appendAudit(inside.em, {
      occurredAt: inside.clock.now(),
      actorId: inside.viewer.accountId,
      deed: 'editIssue',
      subjectType: 'Issue',
      subjectId: issue.id,
      detail: { category, topic },
    });
    return ok(issue);
  });
}

function mended(issue: Issue, input: MendedWords): { [Field in keyof IssueWords]: string | null } {
  return {
    titleKm: input.titleKm === undefined ? (issue.titleKm ?? null) : input.titleKm,
    titleEn: input.titleEn === undefined ? (issue.titleEn ?? null) : input.titleEn,
    wordsKm: input.wordsKm === undefined ? (issue.wordsKm ?? null) : input.wordsKm,
    wordsEn: input.wordsEn === undefined ? (issue.wordsEn ?? null) : input.wordsEn,
  };
}

/** The topic as it was, unless its category has changed under it. */
function keptTopic(issue: Issue, category: Category): Topic | null {
  return category === issue.category ? (issue.topic ?? null) : null;
}
