import { error, redirect } from '@sveltejs/kit';
import { type Decision, decisionKeys } from '@samleng/vocabulary';
import { type AnswerPart, parseRiel, speaksOf } from '#lib/forms/answer.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { recordingOf } from '#lib/forms/recording.ts';
import { giveRecording } from '#lib/server/recordings.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { issueOnDesk } from '#lib/server/desk-issue.ts';
import { officesAround } from '#lib/server/offices-around.ts';
import { AnswerIssue } from '#lib/server/operations/desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const issue = await issueOnDesk(event, event.params.id);
  if (!issue.viewerCan.answer) error(403, 'refused');
  const own = issue.currentAssignment?.office.id;
  return {
    issue,
    offices: (await officesAround(event, issue.commune.code)).filter((office) => office.id !== own),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const decision = memberOf<Decision>(decisionKeys, form.get('decision'));
    if (!decision) return refused(form, [{ code: 'REQUIRED', field: 'decision' }]);
    /** What stands in a field, when the decision speaks of it at all. */
    const part = (name: AnswerPart): string | null => {
      const text = textOf(form, name, 20_000).trim();
      return speaksOf(decision, name) && text !== '' ? text : null;
    };
    const dueOn = part('dueOn');
    const amountRiel = parseRiel(part('amountRiel') ?? '');
    if (dueOn !== null && !/^\d{4}-\d\d-\d\d$/.test(dueOn)) {
      return refused(form, [{ code: 'NOT_A_DATE', field: 'dueOn' }]);
    }
    if (Number.isNaN(amountRiel)) return refused(form, [{ code: 'NOT_A_NUMBER', field: 'amountRiel' }]);
    const file = recordingOf(form);
    const key = textOf(form, 'key', 40);
    const given = file ? await giveRecording(event, 'ANSWER', key, file) : null;
    if (given?.ok === false) {
      if (given.problem === 'away') error(503, 'unavailable');
      return refused(form, [{ code: given.problem.code, field: 'voiceId' }]);
    }
    const input = {
      issueId: event.params.id,
      decision,
      words: textOf(form, 'words', 20_000),
      reason: part('reason'),
      nextStep: part('nextStep'),
      question: part('question'),
      dueOn,
      amountRiel,
      passedOnToOfficeId: part('passedOnToOfficeId'),
      idempotencyKey: key,
      voiceId: given?.id ?? null,
    };
    const done = await deed(event, form, AnswerIssue, { input }, (data) => data.answerIssue.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/office/issues/${event.params.id}?done=answered`);
  },
};
