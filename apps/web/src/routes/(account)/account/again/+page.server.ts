import { redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/read.ts';
import { deed } from '#lib/server/deed.ts';
import { ownPath } from '#lib/server/guard.ts';
import { Reauthenticate } from '#lib/server/operations/accounts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  next: ownPath(event.url.searchParams.get('next'), '/account'),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const input = { passphrase: textOf(form, 'passphrase', 1_000) };
    const done = await deed(event, form, Reauthenticate, { input }, (data) => data.reauthenticate.problems);
    if (done.refusal) return done.refusal;
    const next = ownPath(textOf(form, 'next', 600), '/account');
    redirect(303, next === '/account' ? '/account?done=again' : next);
  },
};
