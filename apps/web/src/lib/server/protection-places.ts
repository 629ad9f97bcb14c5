import { randomBytes, randomUUID } from 'node:crypto';
import type { Language } from '#lib/language.ts';
import type { Asker } from './api.ts';
import { type KnownPlace, placeByCode } from './choose-place.ts';

/**
 * Names of places for the desk's pages. The desk knows official codes only; their names are public and come from the
 * participation service, which must not learn for whom or for what: it is asked by nobody, about one code at a time,
 * and each answer is kept for all.
 */
const known = new Map<string, { readonly place: KnownPlace; readonly at: number }>();
const keptFor = 24 * 3_600_000;
const most = 5_000;

/** The places with these codes, by code; those the service cannot tell are left out. */
export async function placesNamed(
  codes: Iterable<string | null | undefined>,
  now = Date.now(),
): Promise<Readonly<Record<string, KnownPlace>>> {
  const wanted = [...new Set([...codes].filter((code): code is string => Boolean(code)))];
  const found = await Promise.all(wanted.map(async (code) => [code, await nameOf(code, now)] as const));
  return Object.fromEntries(found.flatMap(([code, place]) => (place ? [[code, place]] : [])));
}

async function nameOf(code: string, now: number): Promise<KnownPlace | null> {
  const before = known.get(code);
  if (before && now - before.at < keptFor) return before.place;
  const place = await placeByCode(nobody('km'), code);
  if (place) {
    if (known.size >= most) known.clear();
    known.set(code, { place, at: now });
  }
  return place;
}

/** Somebody who is nobody: no session, no phone, no address. */
export function nobody(language: Language): Asker {
  return {
    locals: {
      language,
      requestId: randomUUID(),
      device: randomBytes(16).toString('hex'),
      sessionToken: null,
    },
    getClientAddress: () => '127.0.0.1',
  };
}
