import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@samleng/server';
import type { ReportKind } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import { type IndicatorFigure, indicatorFigures } from './indicator-figures.ts';
import {
  countIssues,
  figuresByArticle,
  figuresByPlace,
  figuresOf,
  type IssueFigures,
  type Period,
} from './issue-figures.ts';

/** All figures of a report, with the names they are shown with: what is frozen needs nothing else to be read. */
export type FrozenFigures = {
  readonly kind: ReportKind;
  readonly placeCode: string;
  readonly placeNames: { readonly km: string; readonly en: string };
  readonly period: Period;
  readonly indicators: readonly IndicatorFigure[];
  readonly articles: readonly ({ readonly article: number } & IssueFigures)[];
  readonly places: readonly ({
    readonly placeCode: string;
    readonly km: string;
    readonly en: string;
  } & IssueFigures)[];
  readonly scorecards: readonly {
    readonly officeKm: string;
    readonly officeEn: string;
    readonly year: number;
    readonly promised: number;
    readonly done: number;
  }[];
  /** Children are named as authors by their groups, never by themselves. */
  readonly authors: readonly { readonly km: string; readonly en: string }[];
  /** Words of children need their consent for this use; none is asked for yet, so there are none. */
  readonly quotes: readonly never[];
};

/** Reads all figures of a report as they stand now. */
export async function freezeFigures(
  request: ApiRequest,
  kind: ReportKind,
  placeCode: string,
  period: Period,
): Promise<FrozenFigures> {
  const { em } = request;
  const rows = await countIssues(request, placeCode, period);
  const places = await figuresByPlace(request, rows);
  const names = await em.execute<{ code: string; km: string; en: string }[]>(
    'select code, name_km km, name_en en from places where code = any(?::text[])',
    [`{${[placeCode, ...places.map((place) => place.placeCode)].filter((code) => code !== '').join(',')}}`],
  );
  const nameOf = (code: string) => {
    const own = names.find((name) => name.code === code);
    return own ? { km: own.km, en: own.en } : { km: 'ព្រះរាជាណាចក្រកម្ពុជា', en: 'Kingdom of Cambodia' };
  };
  const clubs = await em.execute<{ km: string; en: string }[]>(
    'select name_km km, name_en en from clubs where place_code like ? order by place_code, id limit 200',
    [`${placeCode}%`],
  );
  const scorecards = await em.execute<FrozenFigures['scorecards'][number][]>(
    `select o.name_km as "officeKm", o.name_en as "officeEn", c.year,
            count(a.plan_item_id)::int promised, (count(*) filter (where p.state = 'DONE'))::int done
       from scorecards c join offices o on o.id = c.office_id
       left join scorecard_actions a on a.scorecard_id = c.id
       left join plan_items p on p.id = a.plan_item_id
      where c.place_code like ? and c.state = 'PUBLISHED' and c.year between ?::int and ?::int
      group by c.id, o.name_km, o.name_en, c.year order by c.year, o.name_en, c.id limit 100`,
    [`${placeCode}%`, Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))],
  );
  return {
    kind,
    placeCode,
    placeNames: nameOf(placeCode),
    period,
    indicators: await indicatorFigures(request, placeCode, period, await figuresOf(request, rows)),
    articles: await figuresByArticle(request, rows),
    places: places.map((place) => ({ ...place, ...nameOf(place.placeCode) })),
    scorecards: scorecards.map((card) => ({ ...card })),
    authors: clubs.map((club) => ({ ...club })),
    quotes: [],
  };
}

/** The figures' seal: SHA-256 over their canonical JSON (RFC 8785), in hexadecimal. Anybody can make it again. */
export function sealOf(figures: FrozenFigures): string {
  return createHash('sha256')
    .update(canonicalJson(figures as unknown as Json))
    .digest('hex');
}
