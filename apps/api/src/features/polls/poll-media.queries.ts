import { isId } from '@samleng/kernel';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { PaperSheet, type Poll } from './poll.entity.ts';
import { PollMedia } from './poll-media.entity.ts';
import { maySeePoll, maySeeSheetPhoto } from './poll.policy.ts';
import { pollsById } from './poll.queries.ts';

/** Pictures and recordings by their ids, without their bytes. */
export const pollMediaById: Batch<string, PollMedia> = async ({ em }, ids) => {
  const found = await em.find(PollMedia, { id: { $in: ids.filter(isId) } });
  return new Map(found.map((media) => [media.id, media]));
};

export type OpenedMedia = {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Whether all may see it, so that it may be kept on the way. */
  readonly isForAll: boolean;
};

/** A file for who may see it; null for all others, and where there is none. */
export async function openPollMedia(request: ApiRequest, id: string): Promise<OpenedMedia | null> {
  if (!isId(id)) return null;
  const media = await request.em.findOne(PollMedia, { id }, { populate: ['bytes'] });
  const poll = media && (await load(request, pollsById, media.pollId));
  if (!media || !poll || !(await maySeeMedia(request, poll, media))) return null;
  const isForAll = media.purpose === 'OPTION' && poll.state !== 'DRAFT';
  return { mediaType: media.mediaType, bytes: media.bytes as Uint8Array, isForAll };
}

async function maySeeMedia({ em, viewer }: ApiRequest, poll: Poll, media: PollMedia): Promise<boolean> {
  if (media.purpose === 'OPTION') return maySeePoll(viewer, poll);
  const sheets = await em.find(PaperSheet, { photoId: media.id });
  const keepers = [media.keptBy, ...sheets.map(({ enteredBy }) => enteredBy)];
  return maySeeSheetPhoto(viewer, poll, keepers);
}
