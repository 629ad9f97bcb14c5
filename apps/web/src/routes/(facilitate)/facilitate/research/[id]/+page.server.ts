import { redirect } from '@sveltejs/kit';
import { ethicsItems, researchStages, verdicts } from '@samleng/vocabulary';
import { questionsOf } from '@samleng/surveys';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { formOfSheets } from '#lib/research/sheets.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import {
  ApproveEthics,
  FillEthics,
  FollowUpRecommendation,
  MeetingsForTopic,
  MoveResearchTopic,
  PresentResearchTopic,
} from '#lib/server/operations/research.ts';
import { todayHere, topicOfPage } from '#lib/server/research.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { form, ...topic } = await topicOfPage(event, event.params.id);
  const survey = formOfSheets(form);
  const isToPresent = topic.stage === 'FINDINGS' && topic.viewerCan.keep;
  const found = isToPresent
    ? await ask(event, MeetingsForTopic, { placeCode: topic.place.code, to: todayHere() })
    : null;
  return {
    topic,
    questions: survey ? questionsOf(survey).length : 0,
    meetings: found?.meetings.nodes ?? [],
    isDone: event.url.searchParams.has('done'),
  };
};

const done = '?done=saved';

export const actions: Actions = {
  move: async (event) => {
    const form = await event.request.formData();
    const to = memberOf(researchStages, form.get('to'));
    if (!to) return refused(form, [{ code: 'REQUIRED', field: 'to' }]);
    const input = { topicId: event.params.id, to };
    const moved = await deed(
      event,
      form,
      MoveResearchTopic,
      { input },
      (data) => data.moveResearchTopic.problems,
    );
    if (moved.refusal) return moved.refusal;
    redirect(303, done);
  },

  ethics: async (event) => {
    const form = await event.request.formData();
    const items = ethicsItems.filter((item) => form.getAll('ethics').includes(item));
    const input = { topicId: event.params.id, items };
    const filled = await deed(event, form, FillEthics, { input }, (data) => data.fillEthics.problems);
    if (filled.refusal) return filled.refusal;
    redirect(303, done);
  },

  approve: async (event) => {
    const form = await event.request.formData();
    const input = { topicId: event.params.id };
    const approved = await deed(event, form, ApproveEthics, { input }, (data) => data.approveEthics.problems);
    if (approved.refusal) return approved.refusal;
    redirect(303, done);
  },

  present: async (event) => {
    const form = await event.request.formData();
    const input = { topicId: event.params.id, meetingId: textOf(form, 'meetingId', 36) };
    const presented = await deed(
      event,
      form,
      PresentResearchTopic,
      { input },
      (data) => data.presentResearchTopic.problems,
    );
    if (presented.refusal) return presented.refusal;
    redirect(303, done);
  },

  follow: async (event) => {
    const form = await event.request.formData();
    const verdict = memberOf(verdicts, form.get('verdict'));
    if (!verdict) return refused(form, [{ code: 'REQUIRED', field: 'verdict' }]);
    const input = { recommendationId: textOf(form, 'recommendationId', 36), verdict };
    const followed = await deed(
      event,
      form,
      FollowUpRecommendation,
      { input },
      (data) => data.followUpRecommendation.problems,
    );
    if (followed.refusal) return followed.refusal;
    redirect(303, done);
  },
};
