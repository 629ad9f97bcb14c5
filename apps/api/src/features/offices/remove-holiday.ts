import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Holiday } from './office.entity.ts';
import { mayAdministerOffices } from './office.policy.ts';

/** An administrator takes a day out of the holidays: offices work on it, and every clock counts it. */
export async function removeHoliday(
  request: ApiRequest,
  input: { day: string },
): Promise<Result<null, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!mayAdministerOffices(viewer)) return refused([problem('NOT_FOUND')]);
  return inTransaction(request, async ({ em }) => {
    const holiday = await em.findOne(Holiday, { day: input.day });
    if (holiday === null) return refused([problem('NOT_FOUND', 'day')]);
    const { day, nameKm, nameEn } = holiday;
    await em.nativeDelete(Holiday, { day });
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: 'removeHoliday',
      subjectType: 'Holiday',
      subjectId: day,
      detail: { nameKm, nameEn },
    });
    return ok(null);
  });
}
