import { routeIssue } from '@samleng/routing';
import type { DatabaseEntityManager } from '@samleng/server';
import { type ApiRequest, inTransaction, type Service } from '../../request.ts';
import { systemRequest } from '../../system-request.ts';
import { type Issue, lockIssue, moveIssue, recordEvent } from '../issues/index.ts';
import { Office, routingTableFor } from '../offices/index.ts';
import { Assignment } from './assignment.entity.ts';
import { auditIssue, beginTurn, currentTurn, endTurn } from './begin-turn.ts';
import { sendOnItsWay } from './when-issue-published.ts';

const most = 500;

/**
 * Every hour: issues that found no office try again, since an office may have been opened or the table changed; and
 * what lies unanswered with an office that was closed goes to the one that has its place now. Running it twice routes
 * nothing twice.
 *
 * @returns how many issues an office was found for; at most 500 of each kind in one run
 */
export async function routeWaiting(
  service: Service & { readonly em: DatabaseEntityManager },
): Promise<{ routed: number }> {
  const request = systemRequest(service);
  const waiting = await request.em.execute<{ id: string }[]>(
    `select i.id from issues i
      where i.state = 'OPEN' and i.merged_into_id is null
        and not exists (select from assignments a where a.issue_id = i.id and a.ended_at is null)
      order by i.published_at, i.id limit ${most}`,
  );
  const stranded = await request.em.execute<{ id: string }[]>(
    `select i.id from assignments a join offices o on o.id = a.office_id join issues i on i.id = a.issue_id
      where a.ended_at is null and a.answered_at is null and not o.is_active and i.merged_into_id is null
      order by a.assigned_at, i.id limit ${most}`,
  );
  let routed = 0;
  for (const { id } of [...waiting, ...stranded])
    if (await inTransaction(request, (inside) => routeAgain(inside, id))) routed += 1;
  return { routed };
}

async function routeAgain(inside: ApiRequest, issueId: string): Promise<boolean> {
  const issue = await lockIssue(inside, issueId);
  if (issue === null) return false;
  const turn = await currentTurn(inside, issueId);
  return turn === null ? sendOnItsWay(inside, issue) : moveFromClosed(inside, issue, turn);
}

async function moveFromClosed(inside: ApiRequest, issue: Issue, turn: Assignment): Promise<boolean> {
  const holder = await inside.em.findOneOrFail(Office, { id: turn.officeId });
  if (holder.isActive || turn.answeredAt) return false;
  const turns = await inside.em.find(Assignment, { issueId: issue.id }, { fields: ['officeId'] });
  const had = new Set(turns.map((each) => each.officeId));
  const placeCode = issue.villageCode ?? issue.communeCode;
  const table = await routingTableFor(inside, placeCode);
  const { category, topic, aboutOfficeKind } = issue;
  const route = routeIssue(
    { category, topic: topic ?? null, placeCode, aboutOfficeKind: aboutOfficeKind ?? null },
    { rules: table.rules, offices: table.offices.filter((office) => !had.has(office.id)) },
  );
  if (!route.ok) return false;
  const { officeId, steps } = route.value;
  await endTurn(inside, turn, 'CORRECTED');
  await beginTurn(inside, issue, officeId, steps);
  const moved = await moveIssue(inside, issue, 'ASSIGNED');
  if (!moved.ok) throw new Error(`An issue ${issue.state} has an unanswered turn.`);
  await recordEvent(inside, issue.id, { change: 'ASSIGNED', officeId });
  await auditIssue(inside, 'routeIssue', issue.id, { from: turn.officeId, officeId, steps }, 'SYSTEM');
  return true;
}
