import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Holiday } from './office.entity.ts';
import { mayAdministerOffices } from './office.policy.ts';

/**
 * An administrator adds a day on which offices are closed, or confirms one that was computed. Every clock that runs
 * over it is longer by a working day from then on.
 */
export async function addHoliday(
  request: ApiRequest,
  input: { day: string; nameKm: string; nameEn: string },
): Promise<Result<Holiday, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!mayAdministerOffices(viewer)) return refused([problem('NOT_FOUND')]);
  const names = admitTexts(
    { nameKm: input.nameKm, nameEn: input.nameEn },
    { nameKm: { max: 200, oneLine: true }, nameEn: { max: 200, oneLine: true } },
  );
  if (!names.ok) return names;
  const { day } = input;
  return inTransaction(request, async ({ em }) => {
    // Two administrators at once: the second waits and sees the first's day.
    await em.execute('lock table holidays in share row exclusive mode');
    const there = await em.findOne(Holiday, { day });
    if (there?.isConfirmed) return refused([problem('ALREADY_THERE', 'day')]);
    const holiday = there ?? em.create(Holiday, { day, ...names.value, isConfirmed: true });
    em.assign(holiday, { ...names.value, isConfirmed: true });
    await em.flush();
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: 'addHoliday',
      subjectType: 'Holiday',
      subjectId: day,
      detail: names.value,
    });
    return ok(holiday);
  });
}
