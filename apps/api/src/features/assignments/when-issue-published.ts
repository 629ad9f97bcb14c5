import { routeIssue } from '@samleng/routing';
import type { ApiRequest } from '../../request.ts';
import { type Issue, lockIssue, moveIssue, recordEvent } from '../issues/index.ts';
import { routingTableFor } from '../offices/index.ts';
import { auditIssue, beginTurn, currentTurn } from './begin-turn.ts';

/**
 * A moderator has published an issue: it goes to the office the routing table names, never to one it is about. Without
 * an office it stays open, where moderators and administrators see it.
 */
export async function whenIssuePublished(
  inside: ApiRequest,
  { issueId }: { readonly issueId: string },
): Promise<void> {
  const issue = await lockIssue(inside, issueId);
  if (issue !== null) await sendOnItsWay(inside, issue);
}

/** Routes an open issue that is with nobody; gives whether an office was found. */
export async function sendOnItsWay(inside: ApiRequest, issue: Issue): Promise<boolean> {
  if (issue.state !== 'OPEN' || (await currentTurn(inside, issue.id)) !== null) return false;
  const placeCode = issue.villageCode ?? issue.communeCode;
  const { category, topic, aboutOfficeKind } = issue;
  const route = routeIssue(
    { category, topic: topic ?? null, placeCode, aboutOfficeKind: aboutOfficeKind ?? null },
    await routingTableFor(inside, placeCode),
  );
  if (!route.ok) return false;
  const { officeId, steps } = route.value;
  await beginTurn(inside, issue, officeId, steps);
  await moveIssue(inside, issue, 'ASSIGNED');
  await recordEvent(inside, issue.id, { change: 'ASSIGNED', officeId });
  await auditIssue(inside, 'routeIssue', issue.id, { officeId, steps }, 'SYSTEM');
  return true;
}
