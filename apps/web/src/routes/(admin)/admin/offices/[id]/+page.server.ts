import { error, redirect } from '@sveltejs/kit';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { CloseOffice, OneOffice, RenameOffice, ReopenOffice } from '#lib/server/operations/offices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { office } = await ask(event, OneOffice, { id: event.params.id });
  if (!office) error(404, 'refused');
  const done = ['opened', 'renamed', 'closed', 'reopened'] as const;
  return { office, done: memberOf(done, event.url.searchParams.get('done')) };
};

export const actions: Actions = {
  rename: async (event) => {
    const form = await event.request.formData();
    const input = {
      officeId: event.params.id,
      nameKm: textOf(form, 'nameKm', 1_000),
      nameEn: textOf(form, 'nameEn', 1_000),
    };
    const done = await deed(event, form, RenameOffice, { input }, (data) => data.renameOffice.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/admin/offices/${event.params.id}?done=renamed`);
  },

  close: async (event) => {
    const form = await event.request.formData();
    const variables = { officeId: event.params.id };
    const done = await deed(event, form, CloseOffice, variables, (data) => data.closeOffice.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/admin/offices/${event.params.id}?done=closed`);
  },

  reopen: async (event) => {
    const form = await event.request.formData();
    const variables = { officeId: event.params.id };
    const done = await deed(event, form, ReopenOffice, variables, (data) => data.reopenOffice.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/admin/offices/${event.params.id}?done=reopened`);
  },
};
