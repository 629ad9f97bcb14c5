import { issueOnDesk } from '#lib/server/desk-issue.ts';
import { placesUnder } from '#lib/server/choose-place.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const issue = await issueOnDesk(event, event.params.id);
  return { issue, villages: await placesUnder(event, issue.commune.code) };
};
