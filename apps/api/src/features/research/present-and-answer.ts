import { isId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import type { Decision, Problem, Verdict } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { admitPublicWords } from './admit-public-words.ts';
import { auditTopic, lockOwnTopic, lockTopic } from './record-deed.ts';
import { Recommendation, type ResearchTopic } from './research.entity.ts';
import { mayAnswer, mayKeepTopic } from './research.policy.ts';

/** A facilitator writes down at which meeting that was held children presented what they found and ask for. */
export async function presentTopic(
  request: ApiRequest,
  input: { readonly topicId: string; readonly meetingId: string },
): Promise<Result<ResearchTopic, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    const topic = await lockOwnTopic(inside, input.topicId);
    if (topic === null) return refused([problem('NOT_FOUND', 'topicId')]);
    if (topic.stage !== 'FINDINGS') return refused([problem('WRONG_STATE', 'topicId')]);
    if ((await em.count(Recommendation, { topicId: topic.id })) === 0)
      return refused([problem('REQUIRED', 'recommendations')]);
    // Meetings stand to the right of research: only whether it was held here is asked, as the foreign key would.
    const [meeting] = isId(input.meetingId)
      ? await em.execute<{ place_code: string; state: string; starts_at: Date | string }[]>(
          'select place_code, state, starts_at from meetings where id = ?',
          [input.meetingId],
        )
      : [];
    const isHere =
      meeting !== undefined &&
      (topic.placeCode.startsWith(meeting.place_code) || meeting.place_code.startsWith(topic.placeCode));
    if (!isHere) return refused([problem('NOT_FOUND', 'meetingId')]);
    if (meeting.state !== 'HELD') return refused([problem('WRONG_STATE', 'meetingId')]);
    const presentedOn = dayInCambodia(new Date(meeting.starts_at));
    Object.assign(topic, { stage: 'PRESENTED', meetingId: input.meetingId, presentedOn });
    await auditTopic(inside, 'presentTopic', topic.id, { meetingId: input.meetingId });
    return ok(topic);
  });
}

/** An official answers what children recommend to the own office; with the last answer the topic is answered. */
export async function answerRecommendation(
  request: ApiRequest,
  input: { readonly recommendationId: string; readonly decision: Decision; readonly answer: string },
): Promise<Result<Recommendation, readonly Problem[]>> {
  const words = admitPublicWords({ answer: input.answer }, { answer: { max: 1_000 } });
  return inTransaction(request, async (inside) => {
    const { viewer, clock } = inside;
    const found = await lockBoth(inside, input.recommendationId);
    if (found === null || !mayAnswer(viewer, found.topic, found.recommendation))
      return refused([problem('NOT_FOUND', 'recommendationId')]);
    const { topic, recommendation } = found;
    if (topic.stage !== 'PRESENTED' || recommendation.decision)
      return refused([problem('WRONG_STATE', 'recommendationId')]);
    if (!words.ok) return words;
    Object.assign(recommendation, {
      decision: input.decision,
      answer: words.value.answer,
      answeredOn: dayInCambodia(clock.now()),
      answeredBy: viewer.accountId,
    });
    await endStage(inside, topic, (each) => Boolean(each.decision), 'ANSWERED');
    await auditTopic(inside, 'answerRecommendation', topic.id, { decision: input.decision });
    return ok(recommendation);
  });
}

/** A facilitator writes down what the children say came of an answer; with the last one the topic is followed up. */
export async function followUpRecommendation(
  request: ApiRequest,
  input: { readonly recommendationId: string; readonly verdict: Verdict },
): Promise<Result<Recommendation, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const found = await lockBoth(inside, input.recommendationId);
    if (found === null || !mayKeepTopic(inside.viewer, found.topic))
      return refused([problem('NOT_FOUND', 'recommendationId')]);
    const { topic, recommendation } = found;
    if (topic.stage !== 'ANSWERED' || recommendation.verdict)
      return refused([problem('WRONG_STATE', 'recommendationId')]);
    Object.assign(recommendation, {
      verdict: input.verdict,
      followedUpOn: dayInCambodia(inside.clock.now()),
    });
    await endStage(inside, topic, (each) => Boolean(each.verdict), 'FOLLOWED_UP');
    await auditTopic(inside, 'followUpRecommendation', topic.id, { verdict: input.verdict });
    return ok(recommendation);
  });
}

/** A recommendation with its topic, which is locked first: two answers at once must not both miss being the last. */
async function lockBoth(
  inside: ApiRequest,
  id: string,
): Promise<{ topic: ResearchTopic; recommendation: Recommendation } | null> {
  const before = isId(id) ? await inside.em.findOne(Recommendation, { id }) : null;
  const topic = before === null ? null : await lockTopic(inside, before.topicId);
  if (topic === null) return null;
  const recommendation = await inside.em.findOneOrFail(Recommendation, { id }, { refresh: true });
  return { topic, recommendation };
}

async function endStage(
  { em }: ApiRequest,
  topic: ResearchTopic,
  isDone: (recommendation: Recommendation) => boolean,
  stage: 'ANSWERED' | 'FOLLOWED_UP',
): Promise<void> {
  const all = await em.find(Recommendation, { topicId: topic.id });
  if (all.every(isDone)) topic.stage = stage;
}
