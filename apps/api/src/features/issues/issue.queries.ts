import { isId } from '@samleng/kernel';
import { queryDirectly } from '@samleng/server';
import { checkCursor, type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import { arrayOf, readRows } from '../../read-rows.ts';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { Issue, IssueEvent } from './issue.entity.ts';

/** Issues by their ids, merged ones too. */
export const issuesById: Batch<string, Issue> = async (request, ids) => {
  const issues = await readRows(request.em, Issue, 'where it.id = any(?::uuid[])', [
    arrayOf(ids.filter(isId)),
  ]);
  return new Map(issues.map((issue) => [issue.id, issue]));
};

/** The issue with this id, a merged one too: it tells where it leads. */
export async function issueById(request: ApiRequest, id: string): Promise<Issue | null> {
  return (await load(request, issuesById, id)) ?? null;
}

/** Which of these issues the viewer's device supports. */
export const supportsOfViewer: Batch<string, true> = async (request, issueIds) => {
  const { deviceKey } = request.viewer;
  if (deviceKey === null) return new Map();
  const supports = await queryDirectly<{ issue_id: string }>(
    request.em,
    'select issue_id from supports where device_key = ? and issue_id = any(?::uuid[])',
    [deviceKey, arrayOf(issueIds)],
  );
  return new Map(supports.map(({ issue_id }) => [issue_id, true]));
};

/** What happened to an issue, oldest first. */
export async function historyOf(
  request: ApiRequest,
  issueId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Page<IssueEvent>> {
  const first = pageSize(args);
  const after = readCursor<[number]>(args.after, ['number']);
  if (after !== null) checkCursor(after, ['whole']);
  const events = await request.em.find(
    IssueEvent,
    { issueId, ...(after && { number: { $gt: after[0] } }) },
    { orderBy: { number: 'asc' }, limit: first + 1 },
  );
  return pageOf(events, first, (event) => [event.number]);
}
