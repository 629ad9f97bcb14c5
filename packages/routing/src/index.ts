export {
  type Matter,
  type OfficeEntry,
  type RoutingRule,
  type RoutingStep,
  type RoutingTable,
} from './routing-table.ts';
export { routeIssue, type Route } from './route-issue.ts';
export { officeAbove, type Avoided } from './office-above.ts';
export { headedBy, standsUnder } from './chains.ts';
export { usualRules } from './usual-rules.ts';
export { checkRules, type RuleProblem } from './check-rules.ts';
export { type IsoDay, addDays, dayInCambodia, daysBetween, isIsoDay } from './days.ts';
export { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';
export {
  clockFigures,
  clockOf,
  type AssignmentClock,
  type ClockStage,
  type TimedAssignment,
} from './clock.ts';
export { holidayDays, holidays, type Holiday } from './holidays.ts';
