import { ask } from '#lib/server/api.ts';
import { AccountsInList } from '#lib/server/operations/accounts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { accounts } = await ask(event, AccountsInList, { after: event.url.searchParams.get('after') });
  return { accounts };
};
