import { LockMode } from '@mikro-orm/core';
import { isId } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { ApiRequest } from '../../request.ts';
import { ResearchTopic } from './research.entity.ts';
import { mayKeepTopic } from './research.policy.ts';

type Detail = NonNullable<Parameters<typeof appendAudit>[1]['detail']>;

/** A topic, locked until the deed ends; null when there is none of that id. */
export async function lockTopic({ em }: ApiRequest, id: string): Promise<ResearchTopic | null> {
  return isId(id) ? em.findOne(ResearchTopic, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
}

/** A topic that the viewer keeps, locked; null for anybody else's. */
export async function lockOwnTopic(inside: ApiRequest, id: string): Promise<ResearchTopic | null> {
  const topic = await lockTopic(inside, id);
  return topic !== null && mayKeepTopic(inside.viewer, topic) ? topic : null;
}

/** Writes into the audit what somebody did with a topic; no words of children. */
export async function auditTopic(
  inside: ApiRequest,
  deed: string,
  topicId: string,
  detail: Detail = {},
): Promise<void> {
  await inside.em.flush();
  await appendAudit(inside.em, {
    occurredAt: inside.clock.now(),
    actorId: inside.viewer.accountId,
    deed,
    subjectType: 'researchTopic',
    subjectId: topicId,
    detail,
  });
}
