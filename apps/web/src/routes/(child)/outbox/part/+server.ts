import { json } from '@sveltejs/kit';
import { partSize, recordingIdOf } from '#lib/forms/recording.ts';
import { givePart } from '#lib/server/recordings.ts';
import { m } from '#lib/words/words.ts';
import type { RequestHandler } from './$types';

/**
 * One part of a recording that waits in a phone's outbox, any number of times and in any order. Answers `done` with the
 * parts still wanted, `refused` with words a child can act on, or `later`.
 */
export const POST: RequestHandler = async (event) => {
  // Whoever holds the phone now is not the child that spoke.
  if (event.locals.sessionToken !== null) return json({ outcome: 'later' });
  const { searchParams } = event.url;
  const id = recordingIdOf(searchParams.get('id'));
  const bytes = new Uint8Array(await event.request.arrayBuffer());
  if (!id || bytes.length > partSize) return json({ outcome: 'refused', why: m['offline.notUnderstood']() });
  const reply = await givePart(event, {
    id,
    purpose: 'CONCERN',
    size: Number(searchParams.get('size')),
    number: Number(searchParams.get('part')),
    bytes,
  });
  if (reply.ok) return json({ outcome: 'done', missing: reply.missing });
  if (reply.problem === 'away' || reply.problem.code === 'TOO_MANY_TRIES') return json({ outcome: 'later' });
  return json({ outcome: 'refused', why: m['voice.problem']() });
};
