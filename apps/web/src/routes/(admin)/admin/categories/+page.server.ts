import { redirect } from '@sveltejs/kit';
import { type Category, categoryKeys } from '@samleng/vocabulary';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { CategoriesNamed, NameCategory } from '#lib/server/operations/calendar-and-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { categories } = await ask(event, CategoriesNamed);
  return {
    categories,
    open: memberOf<Category>(categoryKeys, event.url.searchParams.get('open')),
    done: memberOf(['named'] as const, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const category = memberOf<Category>(categoryKeys, form.get('category'));
    if (!category) return refused(form, [{ code: 'NOT_IN_LIST' }]);
    const input = { category, nameKm: textOf(form, 'nameKm', 1_000), nameEn: textOf(form, 'nameEn', 1_000) };
    const done = await deed(event, form, NameCategory, { input }, (data) => data.nameCategory.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/admin/categories?done=named#${category}`);
  },
};
