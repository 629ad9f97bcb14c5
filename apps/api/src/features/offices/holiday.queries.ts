import type { IsoDay } from '@samleng/routing';
import { readRows } from '../../read-rows.ts';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { Holiday } from './office.entity.ts';

const allHolidays: Batch<'all', ReadonlySet<IsoDay>> = async ({ em }) => {
  const days = await readRows(em, Holiday, '', []);
  return new Map([['all', new Set(days.map(({ day }) => day))]]);
};

/** The days on which offices do not work besides weekends; asked for once per request. */
export async function holidayDaysOf(request: ApiRequest): Promise<ReadonlySet<IsoDay>> {
  return (await load(request, allHolidays, 'all')) ?? new Set();
}

/** The holidays of a year, in order. */
export async function holidaysOfYear({ em }: ApiRequest, year: number): Promise<Holiday[]> {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return [];
  return em.find(
    Holiday,
    { day: { $gte: `${year}-01-01`, $lte: `${year}-12-31` } },
    { orderBy: { day: 'asc' } },
  );
}
