import { type IsoDay, workingDaysBetween } from '@samleng/routing';
import { type Category, categories } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import { holidayDaysOf } from '../offices/index.ts';

/** What became of some issues: figures with what they are taken of. */
export type IssueFigures = {
  readonly issues: number;
  readonly answered: number;
  readonly done: number;
  /** Of the answered ones: as many took less as took more. */
  readonly medianWorkingDays: number | null;
};
export type Period = { readonly from: IsoDay; readonly to: IsoDay };

type Row = {
  readonly place: string;
  readonly category: Category;
  readonly began: string;
  readonly answered: string | null;
  readonly issues: number;
  readonly done: number;
};

/** Issues of a place published in a period, counted by what they have in common. */
export async function countIssues(request: ApiRequest, placeCode: string, period: Period): Promise<Row[]> {
  return request.em.execute<Row[]>(
    `with known as (
       select i.commune_code, i.category, i.state,
              coalesce((select min(assigned_at) from assignments where issue_id = i.id), i.published_at) began_at,
              (select min(answered_at) from answers where issue_id = i.id and decision <> 'PASSED_ON') answered_at
         from issues i
        where i.commune_code like ? and i.merged_into_id is null
          and i.published_at >= ? and i.published_at < ?::timestamptz + interval '1 day')
     select left(commune_code, ?::int) place, category,
            to_char((began_at at time zone 'UTC') + interval '7 hours', 'YYYY-MM-DD') began,
            to_char((answered_at at time zone 'UTC') + interval '7 hours', 'YYYY-MM-DD') answered,
            count(*)::int issues, (count(*) filter (where state in ('DONE', 'CONFIRMED')))::int done
       from known group by 1, 2, 3, 4`,
    [`${placeCode}%`, startOf(period.from), startOf(period.to), Math.min(6, placeCode.length + 2)],
  );
}

/** The figures of counted issues together. */
export async function figuresOf(request: ApiRequest, rows: readonly Row[]): Promise<IssueFigures> {
  const holidays = await holidayDaysOf(request);
  const answered = rows.filter((row) => row.answered !== null);
  const took = answered
    .map(({ began, answered: on, issues }) => ({ days: workingDaysBetween(began, on!, holidays), issues }))
    .sort((one, other) => one.days - other.days);
  return {
    issues: sum(rows),
    answered: sum(answered),
    done: rows.reduce((total, { done }) => total + done, 0),
    medianWorkingDays: median(took),
  };
}

/** Figures by place below, in the order of the places' codes: never in the order of a rate. */
export async function figuresByPlace(request: ApiRequest, rows: readonly Row[]) {
  const byPlace = [...Map.groupBy(rows, ({ place }) => place)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return Promise.all(
    byPlace.map(async ([placeCode, own]) => ({ placeCode, ...(await figuresOf(request, own)) })),
  );
}

/** Figures by article of the Convention; an issue counts under each article its category touches. */
export async function figuresByArticle(request: ApiRequest, rows: readonly Row[]) {
  const articles = [...new Set(rows.flatMap(({ category }) => [...categories[category].articles]))].sort(
    (one, other) => one - other,
  );
  return Promise.all(
    articles.map(async (article) => {
      const own = rows.filter(({ category }) =>
        (categories[category].articles as readonly number[]).includes(article),
      );
      return { article, ...(await figuresOf(request, own)) };
    }),
  );
}

/** The lower middle of many values. */
function median(sorted: readonly { readonly days: number; readonly issues: number }[]): number | null {
  const half = Math.ceil(sum(sorted) / 2);
  let seen = 0;
  for (const { days, issues } of sorted) {
    seen += issues;
    if (seen >= half) return days;
  }
  return null;
}

/** Midnight in Cambodia. */
export function startOf(day: IsoDay): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

function sum(rows: readonly { readonly issues: number }[]): number {
  return rows.reduce((total, { issues }) => total + issues, 0);
}
