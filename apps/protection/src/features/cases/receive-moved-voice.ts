import { createHash } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import { EnvelopeBroken, inTransaction, openEnvelope, soundKind } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { Case, CaseItem } from './case.entity.ts';
import { writeItem } from './write-item.ts';

/** What the participation service seals of a recording is for this purpose only. */
export const movedVoicePurpose = 'moved voice';

/**
 * The recording of a concern that has become a case just now: the participation service hands it over after the
 * concern, under the same key, and erases its own when this has answered. Again is harmless.
 *
 * @param sealed to the desk: the concern's key, a line break, the recording
 */
export async function receiveMovedVoice(
  request: DeskRequest,
  sealed: Uint8Array,
): Promise<Result<null, readonly Problem[]>> {
  const opened = openVoiceOf(request, sealed);
  if (opened === null) return refused([problem('UNREADABLE_TEXT', 'voice')]);
  const sound = soundKind(opened.bytes);
  if (sound === null) return refused([problem('UNREADABLE_TEXT', 'voice')]);
  const contentCheck = createHash('sha256').update(opened.bytes).digest('hex');
  return inTransaction(request, async (inside): Promise<Result<null, readonly Problem[]>> => {
    const { key } = opened;
    const kase = await inside.em.findOne(
      Case,
      { idempotencyKey: key },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    // Erased by its child meanwhile: then nothing is to be kept.
    if (kase === null) return ok(null);
    if ((await inside.em.count(CaseItem, { caseId: kase.id, contentCheck })) > 0) return ok(null);
    await writeItem(inside, kase, {
      field: 'VOICE',
      content: Buffer.concat([Buffer.from(`${sound.kind}\n`), opened.bytes]),
      authorId: null,
      deed: 'keepVoice',
      contentCheck,
    });
    return ok(null);
  });
}

function openVoiceOf(
  { deskKeys }: DeskRequest,
  sealed: Uint8Array,
): { key: string; bytes: Uint8Array } | null {
  try {
    const content = openEnvelope(sealed, deskKeys, movedVoicePurpose);
    const end = content.indexOf(10);
    const key = new TextDecoder().decode(content.subarray(0, Math.max(0, end)));
    return isId(key) ? { key, bytes: content.subarray(end + 1) } : null;
  } catch (error) {
    if (error instanceof EnvelopeBroken) return null;
    throw error;
  }
}
