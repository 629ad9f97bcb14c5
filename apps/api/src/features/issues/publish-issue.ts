import { newId, ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import { type Category, type OfficeKind, type Problem, type Topic, topicsOf } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { type Concern, endWait, findPlaces, lockConcern, mayModerateIn } from '../concerns/index.ts';
import { addRaiserSupport } from './add-raiser-support.ts';
import { admitWords, type IssueWords } from './admit-words.ts';
import { bandsOf } from './bands-of.ts';
import { Issue } from './issue.entity.ts';
import { rankAfterDeed } from './rank-commune.ts';
import { recordEvent } from './record-event.ts';

export type PublishedWords = { readonly [Field in keyof IssueWords]?: string | null } & {
  readonly concernId: string;
  readonly category: Category;
  readonly topic?: Topic | null;
  readonly communeCode: string;
  readonly villageCode?: string | null;
  readonly aboutOfficeKind?: OfficeKind | null;
  readonly justifiedIdentifiers?: readonly string[] | null;
};

/**
 * A moderator of the place makes an issue of a concern, in edited words, once every name and number in them is removed
 * or justified. The child becomes its first supporter, its device is forgotten, and the issue goes to its office.
 */
export async function publishIssue(
  request: ApiRequest,
  input: PublishedWords,
): Promise<Result<{ issue: Issue; concern: Concern }, readonly Problem[]>> {
  const words = admitWords(input, input.justifiedIdentifiers ?? []);
  if (!words.ok) return words;
  if (input.topic && !topicsOf(input.category).includes(input.topic))
    return refused([problem('TOPIC_OF_ANOTHER_CATEGORY', 'topic')]);
  const published = await inTransaction(request, async (inside) => {
    const locked = await lockConcern(inside, input.concernId);
    if (!locked.ok) return locked;
    const places = await findPlaces(inside, input);
    if (!places.ok) return places;
    const { communeCode, villageCode } = places.value;
    if (communeCode === null) return refused([problem('REQUIRED', 'communeCode')]);
    if (!mayModerateIn(inside.viewer, communeCode))
      return refused([problem('PLACE_NOT_FOUND', 'communeCode')]);
    const concern = locked.value;
    const issue = await makeIssue(inside, input, words.value, { communeCode, villageCode }, concern);
    await addRaiserSupport(inside, concern, issue);
    endWait(concern, 'PUBLISHED', inside.clock.now());
    concern.issueId = issue.id;
    await inside.em.flush();
    await recordEvent(inside, issue.id, { change: 'PUBLISHED' });
    await appendAudit(inside.em, {
      occurredAt: inside.clock.now(),
      actorId: inside.viewer.accountId,
      deed: 'publishIssue',
      subjectType: 'Concern',
      subjectId: concern.id,
      detail: { issueId: issue.id, justified: (input.justifiedIdentifiers ?? []).length },
    });
    await inside.news.tell(inside, { type: 'IssuePublished', issueId: issue.id });
    return ok({ issueId: issue.id, concern });
  });
  if (!published.ok) return published;
  const issue = await request.em.findOneOrFail(Issue, { id: published.value.issueId });
  await rankAfterDeed(request, issue.communeCode);
  return ok({ issue, concern: published.value.concern });
}

async function makeIssue(
  inside: ApiRequest,
  input: PublishedWords,
  words: IssueWords,
  place: { communeCode: string; villageCode: string | null },
  concern: Concern,
): Promise<Issue> {
  const now = inside.clock.now();
  const issue = inside.em.create(Issue, {
    id: newId(now.getTime()),
    ...words,
    ...place,
    category: input.category,
    topic: input.topic ?? null,
    // Left out, what the child said stands; an empty answer is the moderator's own.
    aboutOfficeKind:
      input.aboutOfficeKind === undefined ? (concern.aboutOfficeKind ?? null) : input.aboutOfficeKind,
    state: 'OPEN',
    publishedAt: now,
    bands: bandsOf(words),
  });
  inside.em.persist(issue);
  await inside.em.flush();
  return issue;
}
