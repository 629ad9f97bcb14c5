import { communesNamed } from '#lib/server/choose-place.ts';
import { placeLine } from '#lib/words/places.ts';
import type { RequestHandler } from './$types';

/** Communes by name, while a child types. A POST, so that what is typed stands in no log. */
export const POST: RequestHandler = async (event) => {
  const body: unknown = await event.request.json().catch(() => null);
  const text = typeof body === 'object' && body !== null && 'text' in body ? body.text : null;
  if (typeof text !== 'string' || text.trim() === '') return Response.json([]);
  const places = await communesNamed(event, text);
  return Response.json(places.map((place) => ({ code: place.code, line: placeLine(place.path) })));
};
