import { error, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/read.ts';
import { formOfSheets } from '#lib/research/sheets.ts';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { AddAnswerCode, TagAnswers, WordsOfTopic } from '#lib/server/operations/research.ts';
import type { Actions, PageServerLoad } from './$types';

const idPattern = /^[0-9a-f-]{36}$/;

export const load: PageServerLoad = async (event) => {
  mayOnly(event, 'moderate');
  const question = (event.url.searchParams.get('question') ?? '').slice(0, 64);
  const asked = event.url.searchParams.get('after') ?? '';
  const after = idPattern.test(asked) ? asked : null;
  const { researchTopic } = await ask(event, WordsOfTopic, { id: event.params.id, question, after });
  if (!researchTopic?.viewerCan.keep) error(404, 'refused');
  const { form, ...topic } = researchTopic;
  return {
    topic,
    survey: formOfSheets(form),
    question,
    after,
    codes: topic.codes.filter((code) => code.question === question),
    codeId: crypto.randomUUID(),
  };
};

function back(form: FormData, after: string): string {
  const question = encodeURIComponent(textOf(form, 'question', 64));
  return `?question=${question}${idPattern.test(after) ? `&after=${after}` : ''}`;
}

export const actions: Actions = {
  code: async (event) => {
    const form = await event.request.formData();
    const input = {
      topicId: event.params.id,
      id: textOf(form, 'codeId', 36),
      question: textOf(form, 'question', 64),
      nameKm: textOf(form, 'nameKm', 1_000) || null,
      nameEn: textOf(form, 'nameEn', 1_000) || null,
    };
    const done = await deed(event, form, AddAnswerCode, { input }, (data) => data.addAnswerCode.problems);
    if (done.refusal) return done.refusal;
    redirect(303, back(form, textOf(form, 'after', 36)));
  },

  tag: async (event) => {
    const form = await event.request.formData();
    const sheets = form.getAll('sheet').filter((value) => typeof value === 'string');
    const answers = sheets.map((sheetId) => ({
      sheetId,
      codeIds: form.getAll(`codes.${sheetId}`).filter((value) => typeof value === 'string'),
    }));
    const input = { topicId: event.params.id, question: textOf(form, 'question', 64), answers };
    const done = await deed(event, form, TagAnswers, { input }, (data) => data.tagAnswers.problems);
    if (done.refusal) return done.refusal;
    redirect(303, back(form, sheets.at(-1) ?? ''));
  },
};
