import type { DatabaseEntityManager } from '@samleng/server';
import { searchKey } from '@samleng/text';
import { parentCode } from '@samleng/vocabulary';
import { Place } from './place.entity.ts';
import type { ListedPlace } from './read-place-list.ts';

/** What bringing a list in does: the places by what happens to them. */
export type PlaceChanges = {
  readonly added: readonly ListedPlace[];
  readonly changed: readonly { readonly listed: ListedPlace; readonly fields: readonly string[] }[];
  readonly ended: readonly { readonly code: string; readonly nameKm: string; readonly nameEn: string }[];
  /** Places that are not in the list and stay as they are. */
  readonly missing: number;
  readonly unchanged: number;
};

type Change = { listed: ListedPlace; fields: string[] };

/**
 * Compares a list with the places that are there.
 *
 * @param endMissing whether the list is complete, so that a place that is not in it has ended
 */
export async function comparePlaces(
  em: DatabaseEntityManager,
  listed: readonly ListedPlace[],
  endMissing: boolean,
): Promise<PlaceChanges> {
  const standing = new Map((await em.find(Place, {})).map((place) => [place.code, place]));
  const added: ListedPlace[] = [];
  const changed: Change[] = [];
  for (const row of listed) {
    const place = standing.get(row.code);
    if (place === undefined) added.push(row);
    else {
      const fields = changedFields(place, row);
      if (fields.length > 0) changed.push({ listed: row, fields });
    }
  }
  const codes = new Set(listed.map((row) => row.code));
  const absent = [...standing.values()].filter((place) => !codes.has(place.code) && !place.validTo);
  return {
    added,
    changed,
    ended: endMissing ? absent.map(({ code, nameKm, nameEn }) => ({ code, nameKm, nameEn })) : [],
    missing: endMissing ? 0 : absent.length,
    unchanged: listed.length - added.length - changed.length,
  };
}

function changedFields(place: Place, row: ListedPlace): string[] {
  const fields: string[] = [];
  if (place.type !== row.type) fields.push('type');
  if (place.nameKm !== row.nameKm) fields.push('nameKm');
  if (place.nameEn !== row.nameEn) fields.push('nameEn');
  if (row.validFrom !== null && place.validFrom !== row.validFrom) fields.push('validFrom');
  // A place that had ended and stands in the list again exists again.
  if ((place.validTo ?? null) !== row.validTo) fields.push('validTo');
  if ((place.replacedByCode ?? null) !== row.replacedByCode) fields.push('replacedBy');
  return fields;
}

/** Rows written by one statement: small enough to stay far from any time limit. */
const CHUNK = 1_000;

/**
 * Writes the changes in one transaction: all of them or none. Running it again changes nothing.
 *
 * @param asOf the day from which added places count as existing and on which missing ones end; null leaves the
 *   beginning open (the first import)
 * @param progress called with how many rows are written, of how many
 */
export async function writePlaceChanges(
  em: DatabaseEntityManager,
  changes: PlaceChanges,
  asOf: string | null,
  endedOn: string,
  progress: (written: number, all: number) => void,
): Promise<void> {
  const rows = [
    ...changes.added.map((row) => rowOf(row, row.validFrom ?? asOf)),
    ...changes.changed.map(({ listed }) => rowOf(listed, listed.validFrom)),
  ].sort((one, other) => one.code.length - other.code.length || (one.code < other.code ? -1 : 1));
  const all = rows.length + changes.ended.length;
  await em.transactional(async (inside) => {
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK);
      await inside.execute(
        `insert into places (code, type, parent_code, name_km, name_en, search_key, valid_from, valid_to, replaced_by_code)
         select code, type, parent_code, name_km, name_en, search_key, valid_from, valid_to, replaced_by_code
           from jsonb_to_recordset(?::jsonb) as listed (code text, type text, parent_code text, name_km text,
                name_en text, search_key text, valid_from date, valid_to date, replaced_by_code text)
         on conflict (code) do update set type = excluded.type, name_km = excluded.name_km, name_en = excluded.name_en,
           search_key = excluded.search_key, valid_from = coalesce(excluded.valid_from, places.valid_from),
           valid_to = excluded.valid_to, replaced_by_code = excluded.replaced_by_code`,
        [JSON.stringify(chunk)],
      );
      progress(Math.min(from + CHUNK, rows.length), all);
    }
    for (let from = 0; from < changes.ended.length; from += CHUNK) {
      const codes = changes.ended.slice(from, from + CHUNK).map((place) => place.code);
      await inside.nativeUpdate(Place, { code: { $in: codes } }, { validTo: endedOn });
      progress(rows.length + Math.min(from + CHUNK, changes.ended.length), all);
    }
  });
}

function rowOf(row: ListedPlace, validFrom: string | null) {
  return {
    code: row.code,
    type: row.type,
    parent_code: parentCode(row.code),
    name_km: row.nameKm,
    name_en: row.nameEn,
    search_key: searchKey(`${row.nameKm} ${row.nameEn}`),
    valid_from: validFrom,
    valid_to: row.validTo,
    replaced_by_code: row.replacedByCode,
  };
}
