import { isId } from '@samleng/kernel';
import type { DatabaseEntityManager } from '@samleng/server';
import type { ApiRequest, Batch } from '../../request.ts';
import { Attachment } from './attachment.entity.ts';
import { mayHearOwn } from './attachment.policy.ts';

/** Recordings by their ids, without their bytes: for those who have looked at the rules themselves. */
export const attachmentsById: Batch<string, Attachment> = async ({ em }, ids) => {
  const found = await em.find(Attachment, { id: { $in: ids.filter(isId) } });
  return new Map(found.map((attachment) => [attachment.id, attachment]));
};

export type OpenedRecording = { readonly mediaType: string; readonly bytes: Uint8Array };

/** A recording's bytes, whoever asks; null where there is none, or not all of it. */
export async function openRecording(em: DatabaseEntityManager, id: string): Promise<OpenedRecording | null> {
  const found = isId(id) ? await em.findOne(Attachment, { id }, { populate: ['bytes'] }) : null;
  return found?.mediaType && found.bytes
    ? { mediaType: found.mediaType, bytes: found.bytes as Uint8Array }
    : null;
}

/** A recording its giver has not sent with anything yet. */
export async function openOwnRecording(request: ApiRequest, id: string): Promise<OpenedRecording | null> {
  const found = isId(id) ? await request.em.findOne(Attachment, { id }) : null;
  return found !== null && mayHearOwn(request.viewer, found) ? openRecording(request.em, id) : null;
}
