import { redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { ComplaintGuide, SetComplaintGuide } from '#lib/server/operations/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { complaintGuide } = await ask(event, ComplaintGuide);
  return { guide: complaintGuide, isDone: event.url.searchParams.get('done') === 'saved' };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const input = { isOpen: form.get('isOpen') === 'yes', source: textOf(form, 'source', 1_000) || null };
    const done = await deed(
      event,
      form,
      SetComplaintGuide,
      { input },
      (data) => data.setComplaintGuide.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, '/admin/complaints?done=saved');
  },
};
