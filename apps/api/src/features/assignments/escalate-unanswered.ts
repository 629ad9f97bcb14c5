import { clockFigures, clockOf } from '@samleng/routing';
import type { DatabaseEntityManager } from '@samleng/server';
import { type ApiRequest, inTransaction, type Service } from '../../request.ts';
import { systemRequest } from '../../system-request.ts';
import { lockIssue, moveIssue, recordEvent } from '../issues/index.ts';
import { auditIssue, beginTurn, currentTurn, endTurn } from './begin-turn.ts';
import { findNextOffice } from './find-next-office.ts';

type Due = { readonly id: string; readonly issue_id: string; readonly assigned_at: Date | string };

const pageLength = 100;

/**
 * Every day: issues that an office left unanswered for 30 days go to the office above, with a new clock. With nobody
 * above they stay, and everybody sees them overdue. Running it twice escalates nothing twice.
 *
 * @returns how many went up and how many had nobody above
 */
export async function escalateUnanswered(
  service: Service & { readonly em: DatabaseEntityManager },
): Promise<{ escalated: number; withNobodyAbove: number }> {
  const request = systemRequest(service);
  const counts = { escalated: 0, withNobodyAbove: 0 };
  const failures: unknown[] = [];
  const latest = new Date(request.clock.now().getTime() - clockFigures.answerInDays * 86_400_000);
  let after: Due | null = null;
  for (;;) {
    const due = await unansweredTurns(request, latest, after);
    for (const { id, issue_id } of due) {
      try {
        const went = await inTransaction(request, (inside) => escalate(inside, issue_id, id));
        if (went !== null) counts[went] += 1;
      } catch (error) {
        // One issue that cannot be moved must not keep the others waiting.
        failures.push(error);
      }
    }
    if (due.length < pageLength) break;
    after = due.at(-1)!;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} issues could not go up.`);
  return counts;
}

function unansweredTurns({ em }: ApiRequest, latest: Date, after: Due | null): Promise<Due[]> {
  return em.execute<Due[]>(
    `select a.id, a.issue_id, a.assigned_at
       from assignments a join issues i on i.id = a.issue_id
      where a.ended_at is null and a.answered_at is null and i.merged_into_id is null
        and a.assigned_at <= ?::timestamptz
        ${after === null ? '' : 'and (a.assigned_at, a.id) > (?::timestamptz, ?::uuid)'}
      order by a.assigned_at, a.id limit ${pageLength}`,
    [latest.toISOString(), ...(after === null ? [] : [new Date(after.assigned_at).toISOString(), after.id])],
  );
}

async function escalate(
  inside: ApiRequest,
  issueId: string,
  turnId: string,
): Promise<'escalated' | 'withNobodyAbove' | null> {
  const issue = await lockIssue(inside, issueId);
  const turn = issue && (await currentTurn(inside, issueId));
  if (!issue || turn?.id !== turnId || turn.answeredAt) return null;
  const { assignedAt } = turn;
  const clock = clockOf(
    { assignedAt, acknowledgedAt: null, answeredAt: null },
    inside.clock.now(),
    new Set<string>(),
  );
  if (!clock.isToEscalate) return null;
  const above = await findNextOffice(inside, issue, turn.officeId);
  if (!above.ok) return 'withNobodyAbove';
  const { officeId, steps } = above.value;
  await endTurn(inside, turn, 'ESCALATED');
  await beginTurn(inside, issue, officeId, steps);
  const moved = await moveIssue(inside, issue, 'ASSIGNED');
  if (!moved.ok) throw new Error(`An issue ${issue.state} has an unanswered turn.`);
  await recordEvent(inside, issueId, { change: 'ESCALATED', officeId });
  await auditIssue(inside, 'escalateIssue', issueId, { from: turn.officeId, to: officeId }, 'SYSTEM');
  return 'escalated';
}
