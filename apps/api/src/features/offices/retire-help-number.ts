import { isId, ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { HelpNumber } from './office.entity.ts';
import { mayAdministerOffices } from './office.policy.ts';

/**
 * An administrator takes a number off the help pages because it answers no more. The last number of the whole country
 * stays: a help page is never empty.
 */
export async function retireHelpNumber(
  request: ApiRequest,
  input: { id: string },
): Promise<Result<null, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!mayAdministerOffices(viewer)) return refused([problem('NOT_FOUND')]);
  return inTransaction(request, async ({ em }) => {
    // Two retirements at once must not both leave "the other one".
    await em.execute('lock table help_numbers in share row exclusive mode');
    const helpNumber = isId(input.id)
      ? await em.findOne(HelpNumber, { id: input.id, retiredAt: null })
      : null;
    if (helpNumber === null) return refused([problem('NOT_FOUND', 'id')]);
    const ofTheCountry = await em.count(HelpNumber, { placeCode: null, retiredAt: null });
    if (!helpNumber.placeCode && ofTheCountry === 1) return refused([problem('WRONG_STATE', 'id')]);
    helpNumber.retiredAt = clock.now();
    await em.flush();
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: 'retireHelpNumber',
      subjectType: 'HelpNumber',
      subjectId: helpNumber.id,
      detail: { number: helpNumber.number },
    });
    return ok(null);
  });
}
