import { searchKey } from '@samleng/text';
import { type Level, type PlaceType, placeTypes, placeTypeKeys } from '@samleng/vocabulary';
import { type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import { arrayOf, readRows } from '../../read-rows.ts';
import type { ApiRequest, Batch } from '../../request.ts';
import { Place } from './place.entity.ts';

/** Places by their codes. */
export const placesByCode: Batch<string, Place> = async (request, codes) => {
  const places = await readRows(request.em, Place, 'where it.code = any(?::text[])', [arrayOf(codes)]);
  return new Map(places.map((place) => [place.code, place]));
};

/** The places directly below one that exist today, by code; provinces for null. */
export async function placesBelow(
  request: ApiRequest,
  parentCode: string | null,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Place>> {
  const first = pageSize(args);
  const after = readCursor<[string]>(args.after, ['string']);
  const places = await request.em.find(
    Place,
    { parentCode, validTo: null, ...(after && { code: { $gt: after[0] } }) },
    { orderBy: { code: 'asc' }, limit: first + 1 },
  );
  return pageOf(places, first, (place) => [place.code]);
}

/**
 * Places whose Khmer or Latin name has the words typed so far, or sounds like them; best first. A word may be
 * unfinished. Larger places stand before smaller ones that fit as well.
 */
export async function searchPlaces(
  request: ApiRequest,
  text: string,
  level: Level | null | undefined,
  first: number,
): Promise<Place[]> {
  const wanted = searchKey(text.slice(0, 80));
  if (wanted === '') return [];
  const types = placeTypeKeys.filter((type: PlaceType) => !level || placeTypes[type].level === level);
  const rows = await request.em.execute<{ code: string }[]>(
    `select code from places
      where valid_to is null and type = any(?::text[]) and (search_key like ? or search_key %> ?)
      order by (search_key like ?) desc, (search_key like ?) desc, word_similarity(?, search_key) desc, length(code), code
      limit ?`,
    [
      `{${types.join(',')}}`,
      `%${likeText(wanted)}%`,
      wanted,
      `${likeText(wanted)}%`,
      `% ${likeText(wanted)}%`,
      wanted,
      first,
    ],
  );
  const places = await placesByCode(
    request,
    rows.map((row) => row.code),
  );
  return rows.flatMap((row) => places.get(row.code) ?? []);
}

/** A text in which the signs that `like` gives a meaning stand for themselves. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
