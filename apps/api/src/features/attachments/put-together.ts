import { createHash } from 'node:crypto';
import { ok, refused, type Result } from '@samleng/kernel';
import { soundKind } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { longestRecording } from './attachment-limits.ts';
import { type Attachment, AttachmentPart } from './attachment.entity.ts';
import { cleanSound } from './clean-sound.ts';
import { eraseAttachments } from './erase-attachments.ts';

/**
 * The parts become one recording, recognised by its content and kept without what a recorder wrote beside the sound.
 * What is refused is forgotten with all its parts.
 *
 * @param attachment held by the caller, all its parts there
 * @returns MEDIA_UNREADABLE for what is no recording, MEDIA_TOO_LARGE for one over two minutes
 */
export async function putTogether(
  { em }: ApiRequest,
  attachment: Attachment,
): Promise<Result<null, readonly Problem[]>> {
  const parts = await em.find(
    AttachmentPart,
    { attachmentId: attachment.id },
    { orderBy: { number: 'asc' }, refresh: true },
  );
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part.bytes ?? [])));
  const sound = soundKind(bytes);
  const isTooLong = (sound?.seconds ?? 0) > longestRecording;
  const clean = isTooLong ? null : cleanSound(bytes);
  if (clean === null) {
    await eraseAttachments(em, [attachment.id]);
    return refused([problem(isTooLong ? 'MEDIA_TOO_LARGE' : 'MEDIA_UNREADABLE', 'voice')]);
  }
  await em.execute('update attachments set media_type = ?, seconds = ?, digest = ?, bytes = ? where id = ?', [
    clean.mediaType,
    typeof sound?.seconds === 'number' ? Math.ceil(sound.seconds) : null,
    createHash('sha256').update(bytes).digest('hex'),
    Buffer.from(clean.bytes),
    attachment.id,
  ]);
  await em.execute('update attachment_parts set bytes = null where attachment_id = ?', [attachment.id]);
  return ok(null);
}
