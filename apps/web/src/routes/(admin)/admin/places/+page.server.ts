import { error } from '@sveltejs/kit';
import { placeCodeOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { placeByCode, placesUnder } from '#lib/server/choose-place.ts';
import { SearchPlaces } from '#lib/server/operations/places.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const text = (asked.get('text') ?? '').trim().slice(0, 100);
  const code = placeCodeOf(asked.get('code'));
  const [place, under, found] = await Promise.all([
    code ? placeByCode(event, code) : null,
    placesUnder(event, code),
    text === '' ? null : ask(event, SearchPlaces, { text, level: null }),
  ]);
  if (code && !place) error(404, 'refused');
  return { text, place, under, found: found?.searchPlaces.nodes ?? null };
};
