import { inTransaction } from '@samleng/server';
import type { DeskRequest } from '../../request.ts';
import { Alarm } from './alarm.entity.ts';
import { raiseAlarm } from './raise-alarm.ts';

/** So many openings in so many minutes are more than people work off: somebody may be reading in bulk. */
export const manyOpenings = { count: 60, minutes: 10 } as const;

/** After an opening: raises one alarm when the desk opened too many cases in a short time. */
export async function watchOpenings(request: DeskRequest): Promise<void> {
  const { em, clock } = request;
  const since = new Date(clock.now().getTime() - manyOpenings.minutes * 60_000);
  const [row] = await em.execute<{ n: number }[]>(
    `select count(*)::int as n from audit_entries where deed = 'openCase' and occurred_at > ?`,
    [since.toISOString()],
  );
  if (Number(row?.n ?? 0) < manyOpenings.count) return;
  await inTransaction(request, async (inside) => {
    const known = await inside.em.count(Alarm, { kind: 'MANY_OPENINGS', raisedAt: { $gt: since } });
    if (known === 0) await raiseAlarm(inside, 'MANY_OPENINGS');
  });
}
