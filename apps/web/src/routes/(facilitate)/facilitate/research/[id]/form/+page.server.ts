import { error, fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/read.ts';
import { keep } from '#lib/forms/refusal.ts';
import { readQuestion } from '#lib/research/read-question.ts';
import { emptyRows, formOf, move, putPart, remove, type Rows, rowsOf } from '#lib/research/rows.ts';
import { formOfSheets, sheetsOf } from '#lib/research/sheets.ts';
import { ask, attempt } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { FormOfTopic, ImportSurveyForm, SaveSurveyForm } from '#lib/server/operations/research.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const bytesMost = 45_000;

async function topicHere(event: RequestEvent | Parameters<PageServerLoad>[0]) {
  mayOnly(event, 'moderate');
  const { researchTopic } = await ask(event, FormOfTopic, { id: event.params.id });
  if (!researchTopic) error(404, 'refused');
  const { form, ...topic } = researchTopic;
  return { topic, form: formOfSheets(form) };
}

export const load: PageServerLoad = async (event) => {
  const { topic, form } = await topicHere(event);
  const rows = form ? rowsOf(form) : emptyRows;
  const isOpen = (topic.stage === 'IDEA' || topic.stage === 'PLAN') && topic.viewerCan.keep;
  return { topic, isOpen, survey: formOf(rows), lines: rows.lines };
};

/** Changes the form that stands and gives it to the service, which reads it by the rules of XLSForm. */
async function change(event: RequestEvent, form: FormData, changed: Rows, back: string) {
  // Without a question there is no form: the last one stays until there is another.
  if (!changed.lines.some(({ at }) => at === 'question')) return refused(form, [{ code: 'REQUIRED' }]);
  const input = { topicId: event.params.id, sheets: sheetsOf(formOf(changed)) };
  const done = await deed(event, form, SaveSurveyForm, { input }, ({ saveSurveyForm }) =>
    saveSurveyForm.lines.length > 0 ? [{ code: 'LINES_NOT_RIGHT' }] : saveSurveyForm.problems,
  );
  if (done.refusal) return done.refusal;
  redirect(303, `/facilitate/research/${event.params.id}/form?done=saved${back}`);
}

export const actions: Actions = {
  put: async (event) => {
    const form = await event.request.formData();
    const { topic, form: survey } = await topicHere(event);
    const read = readQuestion(form, survey ? rowsOf(survey) : emptyRows, topic.isSensitive);
    if (!read.rows) return refused(form, read.problems);
    return change(event, form, read.rows, '#end');
  },

  part: async (event) => {
    const form = await event.request.formData();
    const { form: survey } = await topicHere(event);
    const km = textOf(form, 'sectionKm', 200).trim();
    const en = textOf(form, 'sectionEn', 200).trim();
    if (km === '' && en === '') return refused(form, [{ code: 'REQUIRED', field: 'sectionKm' }]);
    const words = { ...(km ? { km } : {}), ...(en ? { en } : {}) };
    return change(event, form, putPart(survey ? rowsOf(survey) : emptyRows, words), '#end');
  },

  line: async (event) => {
    const form = await event.request.formData();
    const { form: survey } = await topicHere(event);
    if (!survey) return refused(form, [{ code: 'NOT_FOUND' }]);
    const [deed_, name = ''] = textOf(form, 'go', 80).split(' ');
    const rows = rowsOf(survey);
    const changed =
      deed_ === 'remove' ? remove(rows, name) : move(rows, name, deed_ === 'up' ? 'up' : 'down');
    return change(event, form, changed, deed_ === 'remove' ? '' : `#line-${name}`);
  },

  take: async (event) => {
    const form = await event.request.formData();
    const upload = form.get('file');
    if (!(upload instanceof File) || upload.size === 0)
      return refused(form, [{ code: 'REQUIRED', field: 'file' }]);
    if (upload.size > bytesMost) return refused(form, [{ code: 'FILE_TOO_LARGE', field: 'file' }]);
    const file = Buffer.from(await upload.arrayBuffer()).toString('base64');
    const outcome = await attempt(event, ImportSurveyForm, { input: { topicId: event.params.id, file } });
    if (!outcome.ok) return fail(503, { problems: [], kept: keep(form), isAway: true });
    const { problems, lines, dropped } = outcome.data.importSurveyForm;
    const shown = { problems, kept: keep(form), isAway: false, lines, dropped };
    return problems.length > 0 ? fail(400, shown) : shown;
  },
};
