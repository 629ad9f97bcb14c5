import type { Asker } from './api.ts';
import { askIfThere } from './api.ts';
import type { PlaceByCodeQuery, PlacesUnderQuery, SearchPlacesQuery } from './generated/graphql.ts';
import { PlaceByCode, PlacesUnder, SearchPlaces } from './operations/places.ts';

export type KnownPlace = NonNullable<PlaceByCodeQuery['place']>;
export type PlaceUnder = PlacesUnderQuery['places']['nodes'][number];
export type FoundPlace = SearchPlacesQuery['searchPlaces']['nodes'][number];

/** What a page shows to choose a commune from: by its name, or province, then district, then commune. */
export interface PlaceChoice {
  /** What was typed. */
  readonly text: string;
  /** The communes of that name; null when nothing was asked. */
  readonly found: readonly FoundPlace[] | null;
  /** The province or district opened so far. */
  readonly area: KnownPlace | null;
  /** What can be opened or chosen next. */
  readonly under: readonly PlaceUnder[];
}

/**
 * @param text a name being looked for, may be empty
 * @param areaCode the province or district opened, null for the whole country
 */
export async function placeChoice(asker: Asker, text: string, areaCode: string | null): Promise<PlaceChoice> {
  const [found, area, under] = await Promise.all([
    text.trim() === '' ? null : communesNamed(asker, text),
    areaCode === null ? null : placeByCode(asker, areaCode),
    placesUnder(asker, areaCode),
  ]);
  return { text, found, area, under };
}

/** The place with this code; null when there is none or the service cannot tell. */
export async function placeByCode(asker: Asker, code: string): Promise<KnownPlace | null> {
  return (await askIfThere(asker, PlaceByCode, { code }))?.place ?? null;
}

/** Communes by the beginning or sound of their name, best first. */
export async function communesNamed(asker: Asker, text: string): Promise<readonly FoundPlace[]> {
  const answer = await askIfThere(asker, SearchPlaces, { text: text.trim().slice(0, 100), level: 'COMMUNE' });
  return answer?.searchPlaces.nodes ?? [];
}

/** All places right under another (null: the provinces), by code. A commune has at most some dozens of villages. */
export async function placesUnder(asker: Asker, parentCode: string | null): Promise<readonly PlaceUnder[]> {
  const places: PlaceUnder[] = [];
  let after: string | null = null;
  for (let page = 0; page < 4; page += 1) {
    const answer: PlacesUnderQuery | null = await askIfThere(asker, PlacesUnder, { parentCode, after });
    if (!answer) break;
    places.push(...answer.places.nodes);
    if (!answer.places.pageInfo.hasNextPage) break;
    after = answer.places.pageInfo.endCursor ?? null;
  }
  return places;
}
