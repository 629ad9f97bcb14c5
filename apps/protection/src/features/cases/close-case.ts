import { ok, refused, type Result } from '@samleng/kernel';
import { admitOptionalText } from '@samleng/text';
import type { Closing } from '../../lists.ts';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { contentOf } from './case-content.ts';
import { day, daysKeptAfterClosing, longestNote } from './case-limits.ts';
import { eraseCase } from './erase-case.ts';
import type { HeldCase } from './find-case.ts';
import { endOffer, openOffer } from './hand-over-case.ts';
import { asHolder, heldOk } from './write-as-worker.ts';
import { writeItem } from './write-item.ts';

/**
 * A worker closes a case and says how it ended. 90 days later everything of it is erased, unless the child writes
 * again.
 */
export async function closeCase(
  request: DeskRequest,
  input: { caseId: string; closing: Closing; note?: string | null },
): Promise<Result<HeldCase, readonly Problem[]>> {
  const note = admitOptionalText(input.note, { max: longestNote });
  if (!note.ok) return refused([problem('TOO_LONG', 'note')]);
  return asHolder(request, input.caseId, async (inside, held) => {
    const { kase } = held;
    if (kase.state === 'CLOSED') return refused([problem('WRONG_STATE')]);
    const now = inside.clock.now();
    kase.state = 'CLOSED';
    kase.closedAt = now;
    kase.eraseAfter = new Date(now.getTime() + daysKeptAfterClosing * day);
    kase.lookDueAt = null;
    const offer = await openOffer(inside, kase.id);
    if (offer) endOffer(inside, offer, 'WITHDRAWN');
    await writeItem(inside, kase, {
      field: 'NOTE',
      content: contentOf({ text: note.value ?? '', closing: input.closing }),
      authorId: inside.viewer.accountId,
      deed: 'closeCase',
    });
    return heldOk(held);
  });
}

/** A supervisor, with the passphrase given again, erases a closed case before its time, for example a prank. */
export async function eraseClosedCase(
  request: DeskRequest,
  input: { caseId: string },
): Promise<Result<null, readonly Problem[]>> {
  const { viewer } = request;
  if (!viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  return asHolder(request, input.caseId, async (inside, { kase }) => {
    if (kase.state !== 'CLOSED') return refused([problem('WRONG_STATE')]);
    if (kase.hasDuty) return refused([problem('DUTY_TO_PROTECT')]);
    await eraseCase(inside, { caseId: kase.id }, 'SUPERVISOR');
    return ok(null);
  });
}
