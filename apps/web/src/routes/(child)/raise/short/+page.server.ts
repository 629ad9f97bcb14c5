import { newReceipt } from '@samleng/text';
import { parseAboutMe } from '#lib/forms/about-me.ts';
import { newRaiseValues } from '#lib/forms/raise.ts';
import { communeCodeOf } from '#lib/forms/read.ts';
import { placeByCode, placesUnder } from '#lib/server/choose-place.ts';
import { readCookie } from '#lib/server/cookies.ts';
import type { PageServerLoad } from './$types';

/**
 * Everything of a concern on one page, for a phone without a network. What a child told of itself is left out: the
 * page lies on the phone.
 */
export const load: PageServerLoad = async (event) => {
  const commune = communeCodeOf(readCookie(event, 'commune'));
  const place = commune ? await placeByCode(event, commune) : null;
  const fresh = newRaiseValues(
    newReceipt(),
    crypto.randomUUID(),
    place ? commune : null,
    parseAboutMe(undefined),
  );
  return {
    values: { ...fresh, hasSeenSimilar: true },
    place,
    villages: place ? await placesUnder(event, place.code) : [],
  };
};
