import { isId, ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Office } from './office.entity.ts';
import { mayAdministerOffices } from './office.policy.ts';
import { officeNames } from './open-office.ts';

/** An administrator gives an office other names. Its issues and its history stay with it. */
export async function renameOffice(
  request: ApiRequest,
  input: { officeId: string; nameKm: string; nameEn: string },
): Promise<Result<Office, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!mayAdministerOffices(viewer)) return refused([problem('NOT_FOUND')]);
  const names = admitTexts({ nameKm: input.nameKm, nameEn: input.nameEn }, officeNames);
  if (!names.ok) return names;
  return inTransaction(request, async ({ em }) => {
    const office = isId(input.officeId) ? await em.findOne(Office, { id: input.officeId }) : null;
    if (office === null) return refused([problem('NOT_FOUND', 'officeId')]);
    const before = { nameKm: office.nameKm, nameEn: office.nameEn };
    em.assign(office, names.value);
    await em.flush();
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: 'renameOffice',
      subjectType: 'Office',
      subjectId: office.id,
      detail: { before, after: names.value },
    });
    return ok(office);
  });
}
