import { ok, refused, type Result } from '@samleng/kernel';
import { ethicsItems, type Problem, type ResearchStage } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { auditTopic, lockOwnTopic } from './record-deed.ts';
import { AnswerSheet, Finding, ResearchTally, type ResearchTopic } from './research.entity.ts';

/** Where a facilitator takes a topic by hand; the later stages come of presenting, answering and following up. */
const nextOf: Partial<Readonly<Record<ResearchStage, ResearchStage>>> = {
  IDEA: 'PLAN',
  PLAN: 'ETHICS',
  ETHICS: 'FIELDWORK',
  FIELDWORK: 'ANALYSIS',
  ANALYSIS: 'FINDINGS',
};

/**
 * A facilitator takes a topic to its next stage, or from ETHICS back to PLAN, which takes the approval away. Into the
 * field it goes with a form and the whole of its ethics, a sensitive one with a second person's approval; it leaves the
 * field with answers, and its findings are published when there are any.
 */
export async function moveTopic(
  request: ApiRequest,
  input: { readonly topicId: string; readonly to: ResearchStage },
): Promise<Result<ResearchTopic, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const topic = await lockOwnTopic(inside, input.topicId);
    if (topic === null) return refused([problem('NOT_FOUND', 'topicId')]);
    const isBack = topic.stage === 'ETHICS' && input.to === 'PLAN';
    if (!isBack && nextOf[topic.stage] !== input.to) return refused([problem('WRONG_STATE', 'to')]);
    const missing = isBack ? [] : await missingFor(inside, topic, input.to);
    if (missing.length > 0) return refused(missing);
    if (isBack) Object.assign(topic, { ethicsFilledBy: null, ethicsApprovedBy: null, ethics: [] });
    topic.stage = input.to;
    await auditTopic(inside, 'moveTopic', topic.id, { to: input.to });
    return ok(topic);
  });
}

async function missingFor(
  { em }: ApiRequest,
  topic: ResearchTopic,
  to: ResearchStage,
): Promise<readonly Problem[]> {
  const topicId = topic.id;
  const missing: Problem[] = [];
  if (to === 'FIELDWORK') {
    if (!topic.form) missing.push(problem('REQUIRED', 'form'));
    if (ethicsItems.some((item) => !topic.ethics.includes(item)))
      missing.push(problem('ETHICS_MISSING', 'ethics'));
    else if (topic.isSensitive && !topic.ethicsApprovedBy)
      missing.push(problem('SECOND_PERSON_NEEDED', 'ethics'));
  }
  if (to === 'ANALYSIS') {
    const collected =
      (await em.count(AnswerSheet, { topicId })) + (await em.count(ResearchTally, { topicId }));
    if (collected === 0) missing.push(problem('REQUIRED', 'answers'));
  }
  if (to === 'FINDINGS' && (await em.count(Finding, { topicId })) === 0)
    missing.push(problem('REQUIRED', 'findings'));
  return missing;
}
