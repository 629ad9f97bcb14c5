import { error, redirect } from '@sveltejs/kit';
import { atFields, readSheet, readTally } from '#lib/research/read-answers.ts';
import { formOfSheets } from '#lib/research/sheets.ts';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { FormOfTopic, RecordSurveyAnswers, RecordTally } from '#lib/server/operations/research.ts';
import { todayHere } from '#lib/server/research.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function surveyHere(event: RequestEvent | Parameters<PageServerLoad>[0]) {
  mayOnly(event, 'moderate');
  const { researchTopic } = await ask(event, FormOfTopic, { id: event.params.id });
  const survey = researchTopic ? formOfSheets(researchTopic.form) : null;
  if (!researchTopic?.viewerCan.keep || !survey) error(404, 'refused');
  const { form: _sheets, ...topic } = researchTopic;
  return { topic, survey };
}

export const load: PageServerLoad = async (event) => {
  const { topic, survey } = await surveyHere(event);
  if (topic.stage !== 'FIELDWORK') redirect(303, `/facilitate/research/${topic.id}`);
  // Counts on a sensitive topic never lie on a phone.
  event.setHeaders({ 'samleng-offline': topic.isSensitive ? 'shared' : 'survey' });
  return {
    topic,
    survey,
    sheetId: crypto.randomUUID(),
    today: todayHere(),
    isFromPaper: event.url.searchParams.get('from') === 'paper',
    isDone: event.url.searchParams.has('done'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { topic, survey } = await surveyHere(event);
    const source = form.get('source') === 'PAPER' ? '&from=paper' : '';
    const done = topic.isSensitive
      ? await deed(
          event,
          form,
          RecordTally,
          { input: { topicId: topic.id, ...readTally(form, survey) } },
          (data) => atFields(data.recordTally.problems),
        )
      : await deed(
          event,
          form,
          RecordSurveyAnswers,
          { input: { topicId: topic.id, sheets: [readSheet(form, survey)] } },
          (data) => atFields(data.recordSurveyAnswers.problems),
        );
    if (done.refusal) return done.refusal;
    redirect(303, `/facilitate/research/${topic.id}/collect?done=saved${source}`);
  },
};
