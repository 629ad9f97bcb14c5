import { speaksFor, type Viewer } from '../accounts/index.ts';
import { holdsTurn } from '../assignments/index.ts';
import type { PlanItem } from './plan-item.entity.ts';

/** Whether the viewer may promise something for the office whose turn it is. */
export function mayPlan(viewer: Viewer, turn: Parameters<typeof holdsTurn>[1]): boolean {
  return holdsTurn(viewer, turn);
}

/** Whether the viewer may report on a plan item: for the office that promised it. */
export function mayReport(viewer: Viewer, item: Pick<PlanItem, 'officeId'>): boolean {
  return speaksFor(viewer, item.officeId);
}
