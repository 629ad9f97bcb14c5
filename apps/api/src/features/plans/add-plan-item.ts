import { newId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { mayMove, type Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import type { Viewer } from '../accounts/index.ts';
import { type Assignment, auditIssue, currentTurn } from '../assignments/index.ts';
import { type Issue, lockIssue, moveIssue, recordEvent } from '../issues/index.ts';
import { type CheckedPlanItem, checkPlanItem, type PlanItemInput } from './check-plan-item.ts';
import { mayPlan, mayReport } from './plan.policy.ts';
import { PlanItem } from './plan-item.entity.ts';

/** Where a promise comes from: what children chose in a poll. */
export type ChosenOption = { readonly pollId: string; readonly pollOption: string };

/**
 * An official writes down what the office promises: in which plan, by when, at what cost, from which money. Everybody
 * who supports the issue hears of it. An answered issue is planned from then on; on one that is not the clock runs on,
 * for a plan is no answer yet. The same key with the same content is the same item.
 */
export async function addPlanItem(
  request: ApiRequest,
  input: PlanItemInput,
  from: ChosenOption | null = null,
): Promise<Result<PlanItem, readonly Problem[]>> {
  const { viewer } = request;
  const checked = checkPlanItem(input, dayInCambodia(request.clock.now()));
  if (!checked.ok) return checked;
  return inTransaction(request, async (inside) => {
    const issue = await lockIssue(inside, input.issueId);
    if (issue === null) return refused([problem('NOT_FOUND', 'issueId')]);
    const before = await inside.em.findOne(PlanItem, { idempotencyKey: input.idempotencyKey });
    if (before !== null) return isSame(viewer, before, issue, checked.value, from);
    const turn = await currentTurn(inside, issue.id);
    if (!turn || !mayPlan(viewer, turn)) return refused([problem('NOT_FOUND', 'issueId')]);
    return ok(await keepItem(inside, issue, turn, { ...checked.value, ...from }, input.idempotencyKey));
  });
}

async function keepItem(
  inside: ApiRequest,
  issue: Issue,
  turn: Assignment,
  checked: CheckedPlanItem & Partial<ChosenOption>,
  idempotencyKey: string,
): Promise<PlanItem> {
  const { em, clock } = inside;
  const now = clock.now();
  const { officeId } = turn;
  const item = em.create(PlanItem, {
    id: newId(now.getTime()),
    issueId: issue.id,
    officeId,
    idempotencyKey,
    ...checked,
    state: 'PLANNED',
    percentDone: 0,
    createdAt: now,
  });
  await em.flush();
  if (turn.answeredAt && mayMove(issue.state, 'PLANNED')) await moveIssue(inside, issue, 'PLANNED');
  await recordEvent(inside, issue.id, { change: 'PLAN_ADDED', officeId, planItemId: item.id });
  const { kind, period, costRiel } = checked;
  await auditIssue(inside, 'addPlanItem', issue.id, {
    officeId,
    planItemId: item.id,
    kind,
    period,
    costRiel,
    ...(checked.pollId ? { pollId: checked.pollId, pollOption: checked.pollOption ?? null } : {}),
  });
  return item;
}

function isSame(
  viewer: Viewer,
  before: PlanItem,
  issue: Issue,
  again: CheckedPlanItem,
  from: ChosenOption | null,
): Result<PlanItem, readonly Problem[]> {
  const { kind, period, sector, costRiel, sources } = before;
  const kept: CheckedPlanItem = {
    kind,
    period,
    sector,
    titleKm: before.titleKm ?? null,
    titleEn: before.titleEn ?? null,
    costRiel,
    sources: sources.map(({ source, amountRiel }) => ({ source, amountRiel })),
    dueOn: before.dueOn ?? null,
  };
  const isTheSame =
    mayReport(viewer, before) &&
    before.issueId === issue.id &&
    (before.pollId ?? null) === (from?.pollId ?? null) &&
    (before.pollOption ?? null) === (from?.pollOption ?? null) &&
    JSON.stringify(kept) === JSON.stringify(again);
  return isTheSame ? ok(before) : refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
}
