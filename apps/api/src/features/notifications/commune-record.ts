import { clockFigures } from '@samleng/routing';
import type { ApiRequest } from '../../request.ts';
import { overdueCondition } from '../issues/index.ts';

/** What became of a commune's issues so far: figures with their denominators, no rank. */
export type CommuneRecord = {
  readonly communeCode: string;
  /** All published ones; one that was merged counts with the one it went into. */
  readonly issues: number;
  /** Those an office has answered; passing on is no answer. */
  readonly answered: number;
  /** Of those, answered within 30 days of the first office's turn. */
  readonly answeredInTime: number;
  /** Those an office calls done, confirmed or not. */
  readonly done: number;
  /** Those of which the children say that they are solved. */
  readonly confirmed: number;
  /** Calendar days from the first office's turn to the first answer: as many took less as took more. */
  readonly medianDaysToAnswer: number | null;
  /** Those whose office is late now. */
  readonly overdue: number;
};

/** Counts a commune's record from its issues, turns and answers as they stand now. */
export async function communeRecord(request: ApiRequest, communeCode: string): Promise<CommuneRecord> {
  const overdue = await overdueCondition(request);
  const [row] = await request.em.execute<
    {
      issues: number;
      answered: number;
      in_time: number;
      done: number;
      confirmed: number;
      median: number | null;
      overdue: number;
    }[]
  >(
    `with known as (
       select i.state, ${overdue.sql} is_overdue,
              coalesce((select min(assigned_at) from assignments where issue_id = i.id), i.published_at) began_at,
              (select min(answered_at) from answers where issue_id = i.id and decision <> 'PASSED_ON') answered_at
         from issues i where i.commune_code = ? and i.merged_into_id is null),
     dated as (
       select *, ((answered_at at time zone 'UTC') + interval '7 hours')::date
                 - ((began_at at time zone 'UTC') + interval '7 hours')::date days from known)
     select count(*)::int issues, count(answered_at)::int answered,
            (count(*) filter (where answered_at < began_at + interval '${clockFigures.answerInDays} days'))::int in_time,
            (count(*) filter (where state in ('DONE', 'CONFIRMED')))::int done,
            (count(*) filter (where state = 'CONFIRMED'))::int confirmed,
            percentile_disc(0.5) within group (order by days) filter (where days is not null) median,
            (count(*) filter (where is_overdue))::int overdue
       from dated`,
    [...overdue.values, communeCode],
  );
  return {
    communeCode,
    issues: row?.issues ?? 0,
    answered: row?.answered ?? 0,
    answeredInTime: row?.in_time ?? 0,
    done: row?.done ?? 0,
    confirmed: row?.confirmed ?? 0,
    medianDaysToAnswer: row?.median ?? null,
    overdue: row?.overdue ?? 0,
  };
}
