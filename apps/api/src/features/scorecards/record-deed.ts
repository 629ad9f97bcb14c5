import { LockMode } from '@mikro-orm/core';
import { isId } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { ApiRequest } from '../../request.ts';
import { Scorecard, ScoreRound } from './scorecard.entity.ts';

type Detail = NonNullable<Parameters<typeof appendAudit>[1]['detail']>;

/** A scorecard, locked until the deed ends; null when there is none of that id. */
export async function lockScorecard({ em }: ApiRequest, id: string): Promise<Scorecard | null> {
  return isId(id) ? em.findOne(Scorecard, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
}

/** A sitting with its scorecard, locked; null when there is none of that id. */
export async function lockRound(
  inside: ApiRequest,
  id: string,
): Promise<{ round: ScoreRound; card: Scorecard } | null> {
  const known = isId(id) ? await inside.em.findOne(ScoreRound, { id }) : null;
  const card = known && (await lockScorecard(inside, known.scorecardId));
  if (card === null) return null;
  const round = await inside.em.findOneOrFail(
    ScoreRound,
    { id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return { round, card };
}

/** Writes into the audit what somebody did with a scorecard. */
export async function auditScorecard(
  inside: ApiRequest,
  deed: string,
  subject: { readonly id: string; readonly type?: string },
  detail: Detail = {},
): Promise<void> {
  await inside.em.flush();
  await appendAudit(inside.em, {
    occurredAt: inside.clock.now(),
    actorId: inside.viewer.accountId,
    deed,
    subjectType: subject.type ?? 'scorecard',
    subjectId: subject.id,
    detail,
  });
}
