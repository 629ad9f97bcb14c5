import { isId } from '@samleng/kernel';
import type { Batch } from '../../request.ts';
import { PlanItem, PlanProgress } from './plan-item.entity.ts';

/** Plan items by their ids. */
export const planItemsById: Batch<string, PlanItem> = async ({ em }, ids) => {
  const items = await em.find(PlanItem, { id: { $in: ids.filter(isId) } });
  return new Map(items.map((item) => [item.id, item]));
};

/** What offices promised about issues, oldest first. */
export const planItemsByIssue: Batch<string, readonly PlanItem[]> = async ({ em }, issueIds) => {
  const items = await em.find(
    PlanItem,
    { issueId: { $in: [...issueIds] } },
    { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  );
  return Map.groupBy(items, (item) => item.issueId);
};

/** The reports on plan items, newest first. */
export const progressByItem: Batch<string, readonly PlanProgress[]> = async ({ em }, itemIds) => {
  const reports = await em.find(
    PlanProgress,
    { planItemId: { $in: [...itemIds] } },
    { orderBy: [{ reportedAt: 'desc' }, { id: 'desc' }] },
  );
  return Map.groupBy(reports, (report) => report.planItemId);
};
