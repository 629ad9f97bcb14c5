import { daysBetween, type IsoDay } from '@samleng/routing';
import { type PlanningStep, planningStepKeys, planningSteps } from '@samleng/vocabulary';

export type PlannedStep = {
  readonly step: PlanningStep;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly isNow: boolean;
  readonly isOver: boolean;
};
export type PlanningYear = {
  readonly year: number;
  readonly steps: readonly PlannedStep[];
  /** When the district integration workshop is, or the first day of the months in which it falls. */
  readonly workshopOn: IsoDay;
  readonly isWorkshopDated: boolean;
  /** Days until then; 0 on the day, and while its months run without a date. */
  readonly daysToWorkshop: number;
  /** Days until children's priorities must be ranked; 0 once it is too late for this year. */
  readonly daysToRanking: number;
};

/**
 * The commune's planning year around a day, with how long it is until the district integration workshop.
 *
 * @param workshop the day of a planned workshop, if one is known
 * @example planningYearOf('2026-09-01', null).daysToWorkshop // 61, the first of November
 */
export function planningYearOf(today: IsoDay, workshop: IsoDay | null): PlanningYear {
  const year = Number(today.slice(0, 4));
  const steps = planningStepKeys.map((step) => {
    const from = `${year}-${planningSteps[step].from}`;
    const to = `${year}-${planningSteps[step].to}`;
    return { step, from, to, isNow: from <= today && today <= to, isOver: to < today };
  });
  const isWorkshopDated = workshop !== null && workshop >= today;
  const workshopOn = isWorkshopDated ? workshop : `${year}-${planningSteps.DISTRICT_INTEGRATION.from}`;
  const rankedBy = `${year}-${planningSteps.PRIORITIES.to}`;
  return {
    year,
    steps,
    workshopOn,
    isWorkshopDated,
    daysToWorkshop: Math.max(0, daysBetween(today, workshopOn)),
    daysToRanking: Math.max(0, daysBetween(today, rankedBy)),
  };
}
