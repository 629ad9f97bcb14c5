import { dayInCambodia } from '@samleng/routing';
import type { Urgency } from '../../lists.ts';
import type { DeskRequest } from '../../request.ts';

/** The quarter a day lies in. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** Counts a case by province and quarter: the only figures that stay when it is erased. */
export async function countCase(
  { em, clock }: DeskRequest,
  communeCode: string | null,
  urgency: Urgency,
): Promise<void> {
  const province = communeCode?.slice(0, 2) ?? '';
  await em.execute(
    `insert into case_counts (province_code, quarter, received, urgent) values (?, ?, 1, ?)
      on conflict (province_code, quarter) do update
      set received = case_counts.received + 1, urgent = case_counts.urgent + excluded.urgent`,
    [province, quarterOf(dayInCambodia(clock.now())), urgency === 'URGENT' ? 1 : 0],
  );
}
