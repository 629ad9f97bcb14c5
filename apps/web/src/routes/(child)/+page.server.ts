import { communeCodeOf } from '#lib/forms/read.ts';
import { placeByCode } from '#lib/server/choose-place.ts';
import { readCookie } from '#lib/server/cookies.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const code = communeCodeOf(readCookie(event, 'commune'));
  return { commune: code ? await placeByCode(event, code) : null };
};
