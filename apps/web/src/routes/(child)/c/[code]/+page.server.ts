import { error } from '@sveltejs/kit';
import { communeCodeOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { setCookie } from '#lib/server/cookies.ts';
import { CommunePage } from '#lib/server/operations/issues.ts';
import type { PageServerLoad } from './$types';

/** The short address on posters: a commune's page, in whatever language the phone has chosen. */
export const load: PageServerLoad = async (event) => {
  const communeCode = communeCodeOf(event.params.code);
  if (!communeCode) error(404, 'refused');
  const { place, issues, youSaidTheyDid, communeRecord } = await ask(event, CommunePage, { communeCode });
  if (!place) error(404, 'refused');
  setCookie(event, 'commune', communeCode);
  return { place, top: issues.nodes, saidDid: youSaidTheyDid.nodes, record: communeRecord };
};
