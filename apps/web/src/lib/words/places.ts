import type { PlaceType } from '@samleng/vocabulary';
import { language, m } from './words.ts';

export interface NamedPlace {
  readonly type: PlaceType;
  readonly nameKm: string;
  readonly nameEn: string;
}

/** The bare name of a place in the reader's language. */
export function placeName(place: Pick<NamedPlace, 'nameKm' | 'nameEn'>): string {
  return language() === 'km' ? place.nameKm : place.nameEn;
}

/** A place with its kind: ឃុំល្វា, Lvea commune. */
export function placeTitle(place: NamedPlace): string {
  return m[`placeType.${place.type}`]({ name: placeName(place) });
}

/** A place and those above it, from the smallest: ឃុំល្វា ស្រុកព្រះស្តេច ខេត្តព្រៃវែង. */
export function placeLine(path: readonly NamedPlace[]): string {
  const smallestFirst = [...path].reverse().map(placeTitle);
  return smallestFirst.join(language() === 'km' ? ' ' : ', ');
}
