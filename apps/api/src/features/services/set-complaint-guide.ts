import { ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import type { Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { recordDeed } from './record-deed.ts';
import { ComplaintGuide } from './service.entity.ts';
import { mayChangeComplaintGuide } from './service.policy.ts';

/**
 * An administrator says whether children of Cambodia can write to the UN committee under OP3. To say that they can, it
 * takes the place where that is written.
 */
export async function setComplaintGuide(
  request: ApiRequest,
  input: { readonly isOpen: boolean; readonly source?: string | null },
): Promise<Result<ComplaintGuide, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!mayChangeComplaintGuide(viewer)) return refused([problem('NOT_FOUND')]);
  const { isOpen } = input;
  const texts = admitTexts({ source: input.source }, { source: { max: 300, oneLine: true, optional: true } });
  if (!texts.ok) return texts;
  const { source } = texts.value;
  if (isOpen && source === null) return refused([problem('REQUIRED', 'source')]);
  return inTransaction(request, async (inside) => {
    const changedOn = dayInCambodia(clock.now());
    const written = { isOpen, source, changedOn, changedBy: viewer.accountId! };
    const there = await inside.em.findOne(ComplaintGuide, { key: 'guide' });
    const guide = there ?? inside.em.create(ComplaintGuide, { key: 'guide', ...written });
    inside.em.assign(guide, written);
    await recordDeed(
      inside,
      'setComplaintGuide',
      { type: 'ComplaintGuide', id: 'guide' },
      { isOpen, source },
    );
    return ok(guide);
  });
}
