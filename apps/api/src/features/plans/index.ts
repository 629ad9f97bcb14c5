export { PlanItem, PlanProgress } from './plan-item.entity.ts';
