import { SMALL_CELL_LIMIT } from '@samleng/privacy';
import { dayInCambodia } from '@samleng/routing';
import { ageBandKeys, ageBands } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import { ShownCounts } from './report.entity.ts';
import { type BaseCounts, shownChildren, type ShownPlace } from './shown-children.ts';

/** What children said of themselves, and which answers are told apart; all others are one group, `REST`. */
const cuts = {
  SEX: { column: 'sex', told: ['GIRL', 'BOY'] },
  AGE: { column: 'age_band', told: ageBandKeys.filter((band) => ageBands[band].isPublished) },
  DISABILITY: { column: 'disability', told: ['YES', 'NO'] },
} as const;
export type Cut = keyof typeof cuts;
export const cutKeys = Object.keys(cuts) as readonly Cut[];

/** The cuts a place is shown in: a commune in one only, the disability of children from the province up. */
export function cutsOf(placeCode: string): readonly Cut[] {
  if (placeCode.length >= 6) return ['SEX'];
  return placeCode.length === 4 ? ['SEX', 'AGE'] : cutKeys;
}

/** Children heard in a place: each device that supported an issue, once in each commune. */
export async function childrenHeard(request: ApiRequest, placeCode: string, cut: Cut): Promise<ShownPlace> {
  return shownChildren(await countsOfMonth(request, cut, () => heardByCommune(request, cut)), placeCode);
}

/** Children counted at sessions in a place; who came twice counts twice. */
export async function childrenReached(request: ApiRequest, placeCode: string): Promise<number | null> {
  const base = await countsOfMonth(request, 'REACH', () => reachedByCommune(request));
  return shownChildren(base, placeCode).total;
}

async function heardByCommune({ em }: ApiRequest, cut: Cut): Promise<BaseCounts> {
  const { column, told } = cuts[cut];
  const rows = await em.execute<{ commune: string; said: string; heads: number }[]>(
    `with heard as (
       select i.commune_code, s.device_key, max(s.${column}) said
         from supports s join issues i on i.id = s.issue_id group by 1, 2)
     select commune_code commune, case when said = any(?::text[]) then said else 'REST' end said,
            count(*)::int heads
       from heard group by 1, 2 order by 1, 2`,
    [`{${told.join(',')}}`],
  );
  return baseOf(rows);
}

async function reachedByCommune({ em }: ApiRequest): Promise<BaseCounts> {
  const rows = await em.execute<{ commune: string; said: string; heads: number }[]>(
    `select left(s.place_code, 6) commune, 'REST' said, sum((one ->> 'count')::int)::int heads
       from activity_sessions s, jsonb_array_elements(s.counts) one
      where s.withdrawn_at is null and one ->> 'ageBand' <> 'ADULT' group by 1 order by 1`,
  );
  return baseOf(rows);
}

function baseOf(rows: readonly { commune: string; said: string; heads: number }[]): BaseCounts {
  const base: Record<string, Record<string, number>> = {};
  for (const { commune, said, heads } of rows) (base[commune] ??= {})[said] = heads;
  return base;
}

/**
 * The counts that stand for this month, of all communes at once: new ones only when the month is over and ten children
 * came or went. Tables asked for again and again tell nobody who has just come.
 */
async function countsOfMonth(
  request: ApiRequest,
  what: string,
  count: () => Promise<BaseCounts>,
): Promise<BaseCounts> {
  const month = dayInCambodia(request.clock.now()).slice(0, 7);
  const standing = await request.em.fork().findOne(ShownCounts, { what });
  if (standing?.month === month) return standing.base;
  const base = await count();
  const total = Object.values(base)
    .flatMap((groups) => Object.values(groups))
    .reduce((one, other) => one + other, 0);
  if (standing && Math.abs(total - standing.total) < SMALL_CELL_LIMIT) return standing.base;
  await request.em.execute(
    `insert into insight_counts (what, month, total, base) values (?, ?, ?, ?::jsonb)
     on conflict (what) do update set month = excluded.month, total = excluded.total, base = excluded.base`,
    [what, month, total, JSON.stringify(base)],
  );
  return base;
}
