import { createHash } from 'node:crypto';
import { newId, ok, refused, type Result } from '@samleng/kernel';
import { soundKind } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { cleanPicture } from './clean-picture.ts';
import { cleanSound } from '../attachments/index.ts';
import { longestSound, mostMedia, mostMediaBytes } from './poll-limits.ts';
import { PollMedia, type MediaPurpose } from './poll-media.entity.ts';
import { mayChange, mayEnterPapers, mayRunPolls } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';
import type { Poll } from './poll.entity.ts';

export type GivenMedia = {
  readonly pollId: string;
  readonly purpose: MediaPurpose;
  readonly bytes: Uint8Array;
};

type Clean = Pick<PollMedia, 'kind' | 'mediaType'> & { readonly bytes: Uint8Array };

/**
 * A facilitator gives a picture or a recording to a draft, or the photo of a tally sheet to a poll whose papers are
 * counted. It is recognised by its content and kept without what a camera or recorder wrote beside it.
 */
export async function keepPollMedia(
  request: ApiRequest,
  { pollId, purpose, bytes }: GivenMedia,
): Promise<Result<PollMedia, readonly Problem[]>> {
  const poll = await lookAt(request, pollId);
  const refusal = whyNot(request, poll, purpose);
  if (refusal !== null) return refused([refusal]);
  const clean = await cleanMedia(bytes, purpose);
  if (!clean.ok) return clean;
  const digest = createHash('sha256').update(clean.value.bytes).digest('hex');
  return inTransaction(request, async (inside) => {
    const held = await lockPoll(inside, pollId);
    const change = whyNot(request, held, purpose);
    if (change !== null) return refused([change]);
    const before = await inside.em.findOne(PollMedia, { pollId, purpose, digest });
    if (before !== null) return ok(before);
    if ((await inside.em.count(PollMedia, { pollId, purpose })) >= mostMedia)
      return refused([problem('TOO_MANY_TRIES', 'file')]);
    const kept = inside.em.create(PollMedia, {
      id: newId(inside.clock.now().getTime()),
      pollId,
      purpose,
      kind: clean.value.kind,
      mediaType: clean.value.mediaType,
      digest,
      bytes: Buffer.from(clean.value.bytes),
      keptBy: request.viewer.accountId!,
      keptAt: inside.clock.now(),
    });
    await recordPoll(inside, 'keepPollMedia', pollId, { mediaId: kept.id, purpose, kind: kept.kind });
    return ok(kept);
  });
}

/** A look before the work of drawing a picture anew; the poll is held only afterwards. */
function lookAt(request: ApiRequest, pollId: string): Promise<Poll | null> {
  return inTransaction(request, (inside) => lockPoll(inside, pollId));
}

function whyNot({ viewer }: ApiRequest, poll: Poll | null, purpose: MediaPurpose): Problem | null {
  if (poll === null || !mayRunPolls(viewer, poll.placeCode)) return problem('NOT_FOUND', 'pollId');
  const may = purpose === 'OPTION' ? mayChange(viewer, poll) : mayEnterPapers(viewer, poll);
  return may ? null : problem('WRONG_STATE');
}

async function cleanMedia(
  bytes: Uint8Array,
  purpose: MediaPurpose,
): Promise<Result<Clean, readonly Problem[]>> {
  if (bytes.length > mostMediaBytes) return refused([problem('MEDIA_TOO_LARGE', 'file')]);
  const picture = await cleanPicture(bytes, purpose);
  if (picture !== null) return ok({ kind: 'PICTURE', ...picture });
  const sound = purpose === 'OPTION' ? soundKind(bytes) : null;
  if (sound === null) return refused([problem('MEDIA_UNREADABLE', 'file')]);
  if ((sound.seconds ?? 0) > longestSound || bytes.length > mostMediaBytes / 2)
    return refused([problem('MEDIA_TOO_LARGE', 'file')]);
  const clean = cleanSound(bytes);
  return clean === null ? refused([problem('MEDIA_UNREADABLE', 'file')]) : ok({ kind: 'SOUND', ...clean });
}
