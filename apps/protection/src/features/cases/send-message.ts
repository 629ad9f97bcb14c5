import { createHmac } from 'node:crypto';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import { inTransaction } from '@samleng/server';
import { admitText } from '@samleng/text';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { rosterOf } from '../roster/index.ts';
import { moreUrgent, urgencyOf } from './admit-disclosure.ts';
import { type Case, CaseItem } from './case.entity.ts';
import { contentOf } from './case-content.ts';
import { longestMessage } from './case-limits.ts';
import { findByReceipt, receiptNotRight, withReceipts } from './find-by-receipt.ts';
import { lookDueAt } from './look-due.ts';
import { type ChildsCase, showToChild } from './show-to-child.ts';
import { writeItem } from './write-item.ts';

/**
 * The child writes again under its receipt. The timer begins anew, a closed case opens again, and words can make it
 * more urgent. Staff see that there is something new, and no word of it.
 */
export async function sendMessage(
  request: DeskRequest,
  input: { receipt: string; idempotencyKey: string; text: string },
): Promise<Result<ChildsCase, readonly Problem[]>> {
  const idempotencyKey = input.idempotencyKey.toLowerCase();
  if (!isId(idempotencyKey)) return refused([problem('REQUIRED', 'idempotencyKey')]);
  const text = admitText(input.text, { max: longestMessage });
  if (!text.ok) return refused([problem(text.problem.code === 'EMPTY' ? 'REQUIRED' : 'TOO_LONG', 'text')]);
  return withReceipts(request, { receipt: input.receipt }, (keys) =>
    inTransaction(request, async (inside): Promise<Result<ChildsCase, readonly Problem[]>> => {
      const found = await findByReceipt(inside, keys!);
      if (found === null) return receiptNotRight();
      const { kase } = found;
      const contentCheck = createHmac('sha256', keys!.key).update(text.value).digest('hex');
      const before = await inside.em.findOne(CaseItem, { caseId: kase.id, idempotencyKey });
      if (before !== null && before.contentCheck !== contentCheck)
        return refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
      if (before === null) {
        await wakeCase(inside, kase, text.value);
        await writeItem(inside, kase, {
          field: 'MESSAGE',
          content: contentOf({ text: text.value }),
          authorId: null,
          deed: 'sendMessage',
          idempotencyKey,
          contentCheck,
        });
      }
      return ok(await showToChild(inside, found));
    }),
  );
}

/** Something new from the child: somebody must look, and soon when the words are of danger. */
export async function wakeCase(inside: DeskRequest, kase: Case, text: string): Promise<void> {
  kase.urgency = moreUrgent(kase.urgency, urgencyOf({ text, dangerNow: 'UNKNOWN' }));
  if (kase.urgency === 'URGENT') kase.hasDuty = true;
  if (kase.state === 'CLOSED') kase.state = 'READ';
  kase.closedAt = null;
  kase.eraseAfter = null;
  kase.hasNews = true;
  const due = lookDueAt(inside, kase.urgency, await rosterOf(inside, kase.communeCode ?? null));
  if (!kase.lookDueAt || due < kase.lookDueAt) kase.lookDueAt = due;
}
