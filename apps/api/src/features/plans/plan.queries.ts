import { isId } from '@samleng/kernel';
import { arrayOf, readRows, readRowsWith } from '../../read-rows.ts';
import { type Batch, keepLoaded } from '../../request.ts';
import { Office, officesById } from '../offices/index.ts';
import { PlanItem, PlanProgress } from './plan-item.entity.ts';

/** Plan items by their ids. */
export const planItemsById: Batch<string, PlanItem> = async ({ em }, ids) => {
  const items = await readRows(em, PlanItem, 'where it.id = any(?::uuid[])', [arrayOf(ids.filter(isId))]);
  return new Map(items.map((item) => [item.id, item]));
};

/** What offices promised about issues, oldest first, with those offices. */
export const planItemsByIssue: Batch<string, readonly PlanItem[]> = async (request, issueIds) => {
  const found = await readRowsWith(
    request.em,
    PlanItem,
    Office,
    `join offices as other on other.id = it.office_id
      where it.issue_id = any(?::uuid[]) order by it.created_at, it.id`,
    [arrayOf(issueIds)],
  );
  for (const { other } of found) keepLoaded(request, officesById, other.id, other);
  return Map.groupBy(
    found.map(({ row }) => row),
    (item) => item.issueId,
  );
};

/** What offices promised after polls, oldest first. */
export const planItemsByPoll: Batch<string, readonly PlanItem[]> = async ({ em }, pollIds) => {
  const items = await readRows(
    em,
    PlanItem,
    'where it.poll_id = any(?::uuid[]) order by it.created_at, it.id',
    [arrayOf(pollIds)],
  );
  return Map.groupBy(items, (item) => item.pollId!);
};

/** The reports on plan items, newest first. */
export const progressByItem: Batch<string, readonly PlanProgress[]> = async ({ em }, itemIds) => {
  const reports = await readRows(
    em,
    PlanProgress,
    'where it.plan_item_id = any(?::uuid[]) order by it.reported_at desc, it.id desc',
    [arrayOf(itemIds)],
  );
  return Map.groupBy(reports, (report) => report.planItemId);
};
