import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import { type IssueState, mayMove, type PlanState, type Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { auditIssue, currentTurn } from '../assignments/index.ts';
import { type Issue, lockIssue, moveIssue, recordEvent } from '../issues/index.ts';
import { type CheckedProgress, checkProgress, type ProgressInput } from './check-progress.ts';
import { mayReport } from './plan.policy.ts';
import { PlanItem, PlanProgress } from './plan-item.entity.ts';

/**
 * An official of the office that promised it tells how far a plan item is, with evidence. Everybody who supports the
 * issue hears of it. When nothing promised is open any more and something was done, the issue is done, and the children
 * are asked. The same key with the same content is the same report.
 */
export async function reportPlanProgress(
  request: ApiRequest,
  input: ProgressInput,
): Promise<Result<PlanItem, readonly Problem[]>> {
  const { viewer } = request;
  const checked = checkProgress(input);
  if (!checked.ok) return checked;
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    const found = isId(input.planItemId) ? await em.findOne(PlanItem, { id: input.planItemId }) : null;
    if (found === null || !mayReport(viewer, found)) return refused([problem('NOT_FOUND', 'planItemId')]);
    const issue = await lockIssue(inside, found.issueId);
    if (issue === null) return refused([problem('WRONG_STATE')]);
    // What another report wrote until the lock was given is read anew.
    const item = await em.findOneOrFail(PlanItem, { id: found.id }, { refresh: true });
    const before = await em.findOne(PlanProgress, { idempotencyKey: input.idempotencyKey });
    if (before !== null) return isSame(before, item, checked.value);
    await keepReport(inside, issue, item, checked.value, input.idempotencyKey);
    return ok(item);
  });
}

async function keepReport(
  inside: ApiRequest,
  issue: Issue,
  item: PlanItem,
  checked: CheckedProgress,
  idempotencyKey: string,
): Promise<void> {
  const { em, clock, viewer } = inside;
  const now = clock.now();
  const { percentDone, state, note } = checked;
  em.create(PlanProgress, {
    id: newId(now.getTime()),
    planItemId: item.id,
    idempotencyKey,
    ...checked,
    reportedAt: now,
    reportedBy: viewer.accountId!,
  });
  em.assign(item, { percentDone, state });
  await em.flush();
  await followItems(inside, issue);
  const { officeId } = item;
  await recordEvent(inside, issue.id, { change: 'PLAN_PROGRESS', officeId, planItemId: item.id, note });
  await auditIssue(inside, 'reportPlanProgress', issue.id, {
    officeId,
    planItemId: item.id,
    percentDone,
    state,
  });
}

/** Moves an answered issue to where its plan items are; the states an office cannot leave by a report stay. */
async function followItems(inside: ApiRequest, issue: Issue): Promise<void> {
  const turn = await currentTurn(inside, issue.id);
  const items = await inside.em.find(PlanItem, { issueId: issue.id });
  const to = stateOf(items.map(({ state }) => state));
  if (!turn?.answeredAt || to === null || to === issue.state || !mayMove(issue.state, to)) return;
  await moveIssue(inside, issue, to);
}

/** What the states of all its plan items make of an issue; all given up say nothing: the office answers that. */
export function stateOf(items: readonly PlanState[]): IssueState | null {
  const kept = items.filter((state) => state !== 'REJECTED');
  if (kept.length === 0) return null;
  if (kept.every((state) => state === 'DONE')) return 'DONE';
  return kept.some((state) => state !== 'PLANNED') ? 'IN_PROGRESS' : 'PLANNED';
}

function isSame(
  before: PlanProgress,
  item: PlanItem,
  again: CheckedProgress,
): Result<PlanItem, readonly Problem[]> {
  const isTheSame =
    before.planItemId === item.id &&
    before.percentDone === again.percentDone &&
    before.state === again.state &&
    (before.note ?? null) === again.note &&
    (before.evidenceLink ?? null) === again.evidenceLink;
  return isTheSame ? ok(item) : refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
}
