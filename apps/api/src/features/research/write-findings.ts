import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Office } from '../offices/index.ts';
import { admitEitherLanguage } from './admit-public-words.ts';
import { peopleOf } from './analyse.ts';
import { auditTopic, lockOwnTopic } from './record-deed.ts';
import { Finding, Recommendation, type ResearchTopic } from './research.entity.ts';

type Words = { readonly textKm?: string | null; readonly textEn?: string | null };
export type FindingWish = Words & { readonly topicId: string; readonly id: string; readonly base: number };
export type RecommendationWish = Words & {
  readonly topicId: string;
  readonly id: string;
  readonly officeId: string;
};

const findingsMost = 30;
const recommendationsMost = 20;
const baseLeast = 10;

/** A facilitator writes down with the children what they found, and from how many: ten at least, not more than answered. */
export async function addFinding(
  request: ApiRequest,
  input: FindingWish,
): Promise<Result<ResearchTopic, readonly Problem[]>> {
  const { id, topicId, base } = input;
  const words = admitEitherLanguage(input);
  if (!words.ok) return words;
  return inTransaction(request, async (inside) => {
    const { em, viewer } = inside;
    const topic = await lockOwnTopic(inside, topicId);
    if (topic === null) return refused([problem('NOT_FOUND', 'topicId')]);
    const standing = isId(id) ? await em.findOne(Finding, { id }) : null;
    if (standing)
      return standing.topicId === topicId && isSame(standing, words.value) && standing.base === base
        ? ok(topic)
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'id')]);
    if (!isId(id)) return refused([problem('REQUIRED', 'id')]);
    if (topic.stage !== 'ANALYSIS') return refused([problem('WRONG_STATE', 'topicId')]);
    if (!Number.isInteger(base) || base < baseLeast || base > (await peopleOf(inside, topic)))
      return refused([problem('OUT_OF_RANGE', 'base')]);
    if ((await em.count(Finding, { topicId })) >= findingsMost)
      return refused([problem('OUT_OF_RANGE', 'id')]);
    em.create(Finding, { ...words.value, id, topicId, base, writtenBy: viewer.accountId! });
    await auditTopic(inside, 'addFinding', topicId, { base });
    return ok(topic);
  });
}

/** A facilitator writes down with the children what they ask an office to do, until it is presented. */
export async function addRecommendation(
  request: ApiRequest,
  input: RecommendationWish,
): Promise<Result<ResearchTopic, readonly Problem[]>> {
  const { id, topicId, officeId } = input;
  const words = admitEitherLanguage(input);
  if (!words.ok) return words;
  return inTransaction(request, async (inside) => {
    const { em, viewer } = inside;
    const topic = await lockOwnTopic(inside, topicId);
    if (topic === null) return refused([problem('NOT_FOUND', 'topicId')]);
    const standing = isId(id) ? await em.findOne(Recommendation, { id }) : null;
    if (standing)
      return standing.topicId === topicId && isSame(standing, words.value) && standing.officeId === officeId
        ? ok(topic)
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'id')]);
    if (!isId(id)) return refused([problem('REQUIRED', 'id')]);
    if (topic.stage !== 'ANALYSIS' && topic.stage !== 'FINDINGS')
      return refused([problem('WRONG_STATE', 'topicId')]);
    const office = isId(officeId) ? await em.findOne(Office, { id: officeId, isActive: true }) : null;
    // An office of the place or above it: a commune elsewhere was not asked by these children.
    const isTheirs = office !== null && topic.placeCode.startsWith((office.placeCode ?? '').slice(0, 6));
    if (!isTheirs) return refused([problem('NOT_FOUND', 'officeId')]);
    if ((await em.count(Recommendation, { topicId })) >= recommendationsMost)
      return refused([problem('OUT_OF_RANGE', 'id')]);
    em.create(Recommendation, { ...words.value, id, topicId, officeId, writtenBy: viewer.accountId! });
    await auditTopic(inside, 'addRecommendation', topicId, { officeId });
    return ok(topic);
  });
}

function isSame(standing: Words, { textKm, textEn }: Words): boolean {
  return (standing.textKm ?? null) === (textKm ?? null) && (standing.textEn ?? null) === (textEn ?? null);
}
