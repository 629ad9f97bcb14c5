import { toLatinDigits } from '@samleng/text';
import type { Level } from '@samleng/vocabulary';
import { placeCodeOf, textOf } from '#lib/forms/read.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import { askIfThere } from './api.ts';
import type { Asker } from './api.ts';
import type { FoundPlace } from './choose-place.ts';
import { SearchPlaces } from './operations/places.ts';

/** The place a field of words names (PlaceField.svelte): its code, or what keeps it from being known. */
export type ReadPlace =
  | { readonly ok: true; readonly code: string | null }
  | {
      readonly ok: false;
      readonly problems: readonly ShownProblem[];
      /** Several places have that name: one is to be chosen. */
      readonly found: readonly FoundPlace[];
    };

/**
 * Reads a place from a form: an official code in any digits, or a name in Khmer or Latin letters. A name that several
 * places have comes back with them, to choose from; the choice counts as long as the name stays the same.
 *
 * @param level only places of this level
 */
export async function readPlace(
  asker: Asker,
  form: FormData,
  name: string,
  level: Level | null = null,
): Promise<ReadPlace> {
  const text = textOf(form, name, 100).trim();
  if (text === '') return { ok: true, code: null };
  const chosen = placeCodeOf(form.get(`${name}Chosen`));
  if (chosen && textOf(form, `${name}Asked`, 100) === text) return { ok: true, code: chosen };
  const code = placeCodeOf(toLatinDigits(text).replace(/\s/g, ''));
  if (code) return { ok: true, code };

  const answer = await askIfThere(asker, SearchPlaces, { text, level });
  const found = answer?.searchPlaces.nodes ?? [];
  const [only] = found;
  if (only && found.length === 1) return { ok: true, code: only.code };
  return {
    ok: false,
    found,
    problems: [{ code: found.length > 0 ? 'NOT_IN_LIST' : 'PLACE_NOT_FOUND', field: name }],
  };
}
