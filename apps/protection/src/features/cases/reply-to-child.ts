import { createHmac } from 'node:crypto';
import { isId, refused, type Result } from '@samleng/kernel';
import { admitText } from '@samleng/text';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { CaseItem } from './case.entity.ts';
import { contentOf } from './case-content.ts';
import { longestMessage, longestNote } from './case-limits.ts';
import type { HeldCase } from './find-case.ts';
import { asHolder, heldOk } from './write-as-worker.ts';
import { writeItem } from './write-item.ts';

/**
 * A worker writes to the child, who finds it when it comes back with the receipt. Nothing is sent anywhere: no push,
 * no e-mail, no SMS.
 */
export async function replyToChild(
  request: DeskRequest,
  input: { caseId: string; idempotencyKey: string; text: string },
): Promise<Result<HeldCase, readonly Problem[]>> {
  return write(request, input, { field: 'MESSAGE', deed: 'replyToChild', max: longestMessage, extra: {} });
}

/** A worker writes something down for whoever works on the case; the child does not see it. */
export async function addNote(
  request: DeskRequest,
  input: { caseId: string; idempotencyKey: string; text: string },
): Promise<Result<HeldCase, readonly Problem[]>> {
  return write(request, input, {
    field: 'NOTE',
    deed: 'addNote',
    max: longestNote,
    extra: { closing: null },
  });
}

async function write(
  request: DeskRequest,
  input: { caseId: string; idempotencyKey: string; text: string },
  kind: { field: 'MESSAGE' | 'NOTE'; deed: string; max: number; extra: object },
): Promise<Result<HeldCase, readonly Problem[]>> {
  const idempotencyKey = input.idempotencyKey.toLowerCase();
  if (!isId(idempotencyKey)) return refused([problem('REQUIRED', 'idempotencyKey')]);
  const text = admitText(input.text, { max: kind.max });
  if (!text.ok) return refused([problem(text.problem.code === 'EMPTY' ? 'REQUIRED' : 'TOO_LONG', 'text')]);
  const key = Buffer.from(request.settings.PROTECTION_SECRETS_KEY, 'hex');
  return asHolder(request, input.caseId, async (inside, held) => {
    const contentCheck = createHmac('sha256', key).update(`${held.kase.id}\n${text.value}`).digest('hex');
    const before = await inside.em.findOne(CaseItem, { caseId: held.kase.id, idempotencyKey });
    if (before !== null)
      return before.contentCheck === contentCheck
        ? heldOk(held)
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
    await writeItem(inside, held.kase, {
      field: kind.field,
      content: contentOf({ text: text.value, ...kind.extra }),
      authorId: inside.viewer.accountId,
      deed: kind.deed,
      idempotencyKey,
      contentCheck,
    });
    return heldOk(held);
  });
}
