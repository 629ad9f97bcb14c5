import { createHash } from 'node:crypto';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import { inTransaction, soundKind } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { CaseItem } from './case.entity.ts';
import { longestVoice, mostVoices } from './case-limits.ts';
import { findByReceipt, receiptNotRight, withReceipts } from './find-by-receipt.ts';
import { wakeCase } from './send-message.ts';
import { writeItem } from './write-item.ts';

/**
 * The child sends a recording to its case: two minutes at most, recognised by its content, sealed like any item. The
 * same recording under the same key is kept once.
 */
export async function keepVoice(
  request: DeskRequest,
  input: { receipt: string; idempotencyKey: string; bytes: Uint8Array },
): Promise<Result<null, readonly Problem[]>> {
  const idempotencyKey = input.idempotencyKey.toLowerCase();
  if (!isId(idempotencyKey)) return refused([problem('REQUIRED', 'idempotencyKey')]);
  const sound = soundKind(input.bytes);
  if (sound === null) return refused([problem('UNREADABLE_TEXT', 'voice')]);
  if ((sound.seconds ?? 0) > longestVoice) return refused([problem('TOO_LONG', 'voice')]);
  // Of a recording nobody can guess the content, so a plain check says nothing about it.
  const contentCheck = createHash('sha256').update(input.bytes).digest('hex');
  return withReceipts(request, { receipt: input.receipt }, (keys) =>
    inTransaction(request, async (inside): Promise<Result<null, readonly Problem[]>> => {
      const found = await findByReceipt(inside, keys!);
      if (found === null) return receiptNotRight();
      const caseId = found.kase.id;
      const before = await inside.em.findOne(CaseItem, { caseId, idempotencyKey });
      if (before !== null)
        return before.contentCheck === contentCheck
          ? ok(null)
          : refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
      if ((await inside.em.count(CaseItem, { caseId, field: 'VOICE' })) >= mostVoices)
        return refused([problem('TOO_MANY_TRIES', 'voice')]);
      await wakeCase(inside, found.kase, '');
      await writeItem(inside, found.kase, {
        field: 'VOICE',
        content: Buffer.concat([Buffer.from(`${sound.kind}\n`), input.bytes]),
        authorId: null,
        deed: 'keepVoice',
        idempotencyKey,
        contentCheck,
      });
      return ok(null);
    }),
  );
}
