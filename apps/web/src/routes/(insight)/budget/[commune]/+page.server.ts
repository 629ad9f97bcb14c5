import { error } from '@sveltejs/kit';
import { ask } from '#lib/server/api.ts';
import { BudgetOfCommune } from '#lib/server/operations/budgets.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const communeCode = event.params.commune;
  if (!/^\d{6}$/.test(communeCode)) error(404, 'refused');
  const { communeBudget } = await ask(event, BudgetOfCommune, { communeCode });
  if (!communeBudget) error(404, 'refused');
  return { budget: communeBudget, isTaken: event.url.searchParams.get('done') === 'imported' };
};
