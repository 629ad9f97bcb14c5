import { LockMode } from '@mikro-orm/core';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { Attachment, type AttachmentPurpose } from './attachment.entity.ts';
import { isGiver } from './attachment.policy.ts';

/**
 * A concern or an answer takes the recording that came with it, once, inside its own transaction. From then on who may
 * hear it is the concern's or the answer's to say, and its giver is forgotten.
 *
 * @returns NOT_FOUND when it is not whole, another giver's, given for something else or taken
 */
export async function takeAttachment(
  inside: ApiRequest,
  id: string,
  purpose: AttachmentPurpose,
): Promise<Result<Attachment, readonly Problem[]>> {
  const attachment = isId(id)
    ? await inside.em.findOne(Attachment, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
    : null;
  const isThere =
    attachment !== null &&
    attachment.purpose === purpose &&
    Boolean(attachment.mediaType) &&
    !attachment.takenAt &&
    isGiver(inside.viewer, attachment);
  if (!isThere) return refused([problem('NOT_FOUND', 'voiceId')]);
  await inside.em.execute(`update attachments set taken_at = ?, giver = '' where id = ?`, [
    inside.clock.now(),
    id,
  ]);
  return ok(attachment);
}
