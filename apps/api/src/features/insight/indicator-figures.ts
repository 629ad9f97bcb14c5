import { wholePercent } from '@samleng/privacy';
import { type Indicator, indicatorKeys } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import { childrenHeard, childrenReached, type Cut, cutsOf } from './count-children.ts';
import { type IssueFigures, type Period, startOf } from './issue-figures.ts';

/** One figure with what it is taken of; empty values are unknown or too few to show. */
export type IndicatorFigure = {
  readonly indicator: Indicator;
  readonly value: number | null;
  readonly part: number | null;
  readonly whole: number | null;
  readonly groups: readonly { readonly cut: Cut; readonly key: string; readonly count: number | null }[];
};

/** Every indicator of a place and period. */
export async function indicatorFigures(
  request: ApiRequest,
  placeCode: string,
  period: Period,
  issues: IssueFigures,
): Promise<IndicatorFigure[]> {
  const of: { readonly [Key in Indicator]: () => Promise<Omit<IndicatorFigure, 'indicator'>> } = {
    ANSWERED_RATE: async () => rate(issues.answered, issues.issues),
    MEDIAN_WORKING_DAYS: async () => ({
      value: issues.medianWorkingDays,
      part: null,
      whole: issues.answered,
      groups: [],
    }),
    DONE_RATE: async () => rate(issues.done, issues.issues),
    AGREE_RATE: () => agreeRate(request, placeCode, period),
    CHILDREN_HEARD: () => heard(request, placeCode),
    PLAN_MONEY: () => planMoney(request, placeCode, period),
    REACH: async () => ({
      value: await childrenReached(request, placeCode),
      part: null,
      whole: null,
      groups: [],
    }),
  };
  const figures: IndicatorFigure[] = [];
  // One after the other: the embedded database has one connection.
  for (const indicator of indicatorKeys) figures.push({ indicator, ...(await of[indicator]()) });
  return figures;
}

function rate(part: number, whole: number): Omit<IndicatorFigure, 'indicator'> {
  return { value: whole === 0 ? null : Math.round((100 * part) / whole), part, whole, groups: [] };
}

/** Of the children's words on issues published in the period: how many say that it is solved. */
async function agreeRate(request: ApiRequest, placeCode: string, period: Period) {
  const [row] = await request.em.execute<{ solved: number; given: number }[]>(
    `select (count(*) filter (where v.verdict = 'SOLVED'))::int solved, count(*)::int given
       from verdicts v join issues i on i.id = v.issue_id
      where i.commune_code like ? and i.merged_into_id is null
        and i.published_at >= ? and i.published_at < ?::timestamptz + interval '1 day'
        and (i.over_since is null or v.given_at >= i.over_since)`,
    [`${placeCode}%`, startOf(period.from), startOf(period.to)],
  );
  return { value: wholePercent(row?.solved ?? 0, row?.given ?? 0), part: null, whole: null, groups: [] };
}

async function heard(request: ApiRequest, placeCode: string) {
  const groups: { cut: Cut; key: string; count: number | null }[] = [];
  let total: number | null = null;
  for (const cut of cutsOf(placeCode)) {
    const counted = await childrenHeard(request, placeCode, cut);
    total ??= counted.total;
    for (const [key, count] of Object.entries(counted.groups ?? {})) groups.push({ cut, key, count });
  }
  return { value: total, part: null, whole: null, groups };
}

/** What offices promised about issues of children in the period, refused promises left out; `whole` is how many. */
async function planMoney(request: ApiRequest, placeCode: string, period: Period) {
  const [row] = await request.em.execute<{ riel: string | null; items: number }[]>(
    `select sum(p.cost_riel) riel, count(*)::int items from plan_items p join issues i on i.id = p.issue_id
      where i.commune_code like ? and p.state <> 'REJECTED'
        and p.created_at >= ? and p.created_at < ?::timestamptz + interval '1 day'`,
    [`${placeCode}%`, startOf(period.from), startOf(period.to)],
  );
  return { value: Number(row?.riel ?? 0), part: null, whole: row?.items ?? 0, groups: [] };
}
