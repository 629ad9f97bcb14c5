import type { RequestHandler } from './$types';

/** An empty list to fill in, with the headings the service reads. */
export const GET: RequestHandler = () =>
  new Response('\uFEFFcode,titleKm,titleEn,sector,tag,plannedRiel,spentRiel\r\n', {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="budget.csv"',
    },
  });
