import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { mayModerateIn, moderatedPlaces } from './concern.policy.ts';
import { WordMark } from './word-mark.entity.ts';

const mostShown = 50;

/** Marks nobody has looked at in the places the viewer moderates, urgent and oldest first: at most 50. */
export async function wordsToLookAt({ em, viewer }: ApiRequest): Promise<WordMark[]> {
  const places = moderatedPlaces(viewer);
  if (places.length === 0) return [];
  return em.find(
    WordMark,
    {
      seenAt: null,
      ...(!places.includes('') && { $or: places.map((code) => ({ placeCode: { $like: `${code}%` } })) }),
    },
    { orderBy: [{ level: 'desc' }, { markedAt: 'asc' }], limit: mostShown },
  );
}

/** A moderator of the place has looked at the words where they stand; the mark goes out of the queue. */
export async function seeWords(
  { em, viewer, clock }: ApiRequest,
  input: { markId: string },
): Promise<Result<null, readonly Problem[]>> {
  const mark = isId(input.markId) ? await em.findOne(WordMark, { id: input.markId }) : null;
  if (mark === null || !mayModerateIn(viewer, mark.placeCode || null))
    return refused([problem('NOT_FOUND', 'markId')]);
  await em.nativeUpdate(WordMark, { id: mark.id, seenAt: null }, { seenAt: clock.now() });
  return ok(null);
}
