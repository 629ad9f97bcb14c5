export { addPlanItem } from './add-plan-item.ts';
export { planItemsById, planItemsByIssue, progressByItem } from './plan.queries.ts';
export { PlanItemNode, PlanSourceNode } from './plan.type.ts';
export { PlanItem, PlanProgress } from './plan-item.entity.ts';
export { reportPlanProgress } from './report-plan-progress.ts';
export { whenIssueMergedMovePlanItems } from './when-issue-merged.ts';
