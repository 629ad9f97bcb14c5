import { redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/read.ts';
import { deed } from '#lib/server/deed.ts';
import { Reauthenticate } from '#lib/server/operations/accounts.ts';
import { endRound, nextTurn, turnOf } from '#lib/server/tablet.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({ isOn: turnOf(event) !== undefined });

export const actions: Actions = {
  start: (event) => {
    nextTurn(event);
    redirect(303, '/raise');
  },

  /** Staff's pages open again for who knows the passphrase, not for the child that holds the tablet. */
  end: async (event) => {
    const form = await event.request.formData();
    const input = { passphrase: textOf(form, 'passphrase', 1_000) };
    const done = await deed(event, form, Reauthenticate, { input }, (data) => data.reauthenticate.problems);
    if (done.refusal) return done.refusal;
    endRound(event);
    redirect(303, '/facilitate/concerns');
  },
};
