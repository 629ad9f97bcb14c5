import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { MoneySource, PlanKind, PlanSector, Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { fieldsWithIdentifiers, isRiel } from '../assignments/index.ts';

export type PlanItemInput = {
  readonly issueId: string;
  readonly kind: PlanKind;
  readonly period: string;
  readonly sector: PlanSector;
  readonly titleKm?: string | null;
  readonly titleEn?: string | null;
  readonly costRiel: number;
  readonly sources: readonly { readonly source: MoneySource; readonly amountRiel: number }[];
  readonly dueOn?: string | null;
  readonly idempotencyKey: string;
};

/** A plan item as it is kept. */
export type CheckedPlanItem = {
  readonly kind: PlanKind;
  readonly period: string;
  readonly sector: PlanSector;
  readonly titleKm: string | null;
  readonly titleEn: string | null;
  readonly costRiel: number;
  readonly sources: { source: MoneySource; amountRiel: number }[];
  readonly dueOn: string | null;
};

/**
 * Reads what an official typed: a title in at least one language, a period like 2027 or 2027-2029, whole riel, and
 * sources that add up to the cost.
 *
 * @param today the day it is in Cambodia
 */
export function checkPlanItem(
  input: PlanItemInput,
  today: string,
): Result<CheckedPlanItem, readonly Problem[]> {
  const titles = admitTexts(
    { titleKm: input.titleKm, titleEn: input.titleEn },
    {
      titleKm: { max: 200, oneLine: true, optional: true },
      titleEn: { max: 200, oneLine: true, optional: true },
    },
  );
  if (!titles.ok) return titles;
  const { titleKm, titleEn } = titles.value;
  const problems = fieldsWithIdentifiers(titles.value).map((field) => problem('IDENTIFIERS_LEFT', field));
  if (titleKm === null && titleEn === null) problems.push(problem('REQUIRED', 'titleKm'));
  if (!isId(input.idempotencyKey)) problems.push(problem('REQUIRED', 'idempotencyKey'));
  if (!isPeriod(input.period)) problems.push(problem('OUT_OF_RANGE', 'period'));
  if (input.dueOn && input.dueOn < today) problems.push(problem('DATE_IN_PAST', 'dueOn'));
  problems.push(...wrongWithMoney(input));
  if (problems.length > 0) return refused(problems);
  const { kind, period, sector, costRiel } = input;
  const sources = input.sources.map(({ source, amountRiel }) => ({ source, amountRiel }));
  return ok({ kind, period, sector, titleKm, titleEn, costRiel, sources, dueOn: input.dueOn ?? null });
}

/** A year, or a first and a last year at most nine years apart, of this century. */
function isPeriod(period: string): boolean {
  const years = /^(20\d\d)(?:-(20\d\d))?$/.exec(period);
  if (years === null) return false;
  const first = Number(years[1]);
  const last = Number(years[2] ?? years[1]);
  return last - first <= 9 && (years[2] === undefined || last > first);
}

function wrongWithMoney({ costRiel, sources }: PlanItemInput): Problem[] {
  if (!isRiel(costRiel)) return [problem('OUT_OF_RANGE', 'costRiel')];
  const named = new Set(sources.map(({ source }) => source));
  if (named.size < sources.length || sources.some(({ amountRiel }) => !isRiel(amountRiel)))
    return [problem('OUT_OF_RANGE', 'sources')];
  const sum = sources.reduce((total, { amountRiel }) => total + amountRiel, 0);
  return sum === costRiel ? [] : [problem('SUMS_DIFFER', 'sources')];
}
