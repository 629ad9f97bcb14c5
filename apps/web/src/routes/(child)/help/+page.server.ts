import { communeCodeOf } from '#lib/forms/read.ts';
import { askIfThere } from '#lib/server/api.ts';
import { readCookie } from '#lib/server/cookies.ts';
import { HelpNumbers } from '#lib/server/operations/help.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const placeCode = communeCodeOf(readCookie(event, 'commune'));
  const answer = await askIfThere(event, HelpNumbers, { placeCode });
  return { numbers: answer?.helpNumbers ?? null };
};
