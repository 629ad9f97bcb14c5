import { type NamedPlace, placeLine, placeTitle } from './places.ts';
import { m } from './words.ts';

/** How people speak of a case: the last six signs of its id. It says nothing. */
export function caseNumber(id: string): string {
  return id.slice(-6).toUpperCase();
}

type Places = Readonly<Record<string, NamedPlace & { readonly path: readonly NamedPlace[] }>>;

/** The commune a case came from, with what is above it; its code where the name is not known. */
export function placeOfCase(code: string | null | undefined, places: Places): string {
  if (!code) return m['protect.case.noPlace']();
  const place = places[code];
  return place ? placeLine(place.path) : code;
}

/** An area of the roster or of an account; the empty code is the whole country. */
export function areaName(code: string, places: Places): string {
  if (code === '') return m['staff.place.everywhere']();
  const place = places[code];
  return place ? placeTitle(place) : code;
}
