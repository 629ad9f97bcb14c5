import { isId, ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Office } from './office.entity.ts';
import { mayAdministerOffices } from './office.policy.ts';

/** Closes an office or opens it again; one that is so already is left as it is, and nothing is written. */
export async function switchOffice(
  request: ApiRequest,
  officeId: string,
  isActive: boolean,
): Promise<Result<Office, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!mayAdministerOffices(viewer)) return refused([problem('NOT_FOUND')]);
  return inTransaction(request, async ({ em }) => {
    const office = isId(officeId) ? await em.findOne(Office, { id: officeId }) : null;
    if (office === null) return refused([problem('NOT_FOUND', 'officeId')]);
    if (office.isActive === isActive) return ok(office);
    office.isActive = isActive;
    await em.flush();
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: isActive ? 'reopenOffice' : 'closeOffice',
      subjectType: 'Office',
      subjectId: office.id,
      detail: {},
    });
    return ok(office);
  });
}
