import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { scoreGroups, scoreWays } from '@samleng/vocabulary';
import { wholeOf } from '#lib/forms/headcounts.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import {
  CloseScoreRound,
  CountScoreRound,
  DropScoreRound,
  OpenScoreRound,
  PublishScorecard,
  RecordInterface,
  ScorecardWork,
} from '#lib/server/operations/scorecards.ts';
import { qrPicture } from '#lib/server/qr.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { scorecard } = await ask(event, ScorecardWork, { id: event.params.id });
  if (!scorecard?.viewerCan.run) error(404, 'refused');
  return {
    card: scorecard,
    rounds: scorecard.rounds.map((round) => ({
      ...round,
      picture: round.code ? qrPicture(`${event.url.origin}/score/${round.code}`) : null,
    })),
    roundId: crypto.randomUUID(),
    today: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
    isDone: event.url.searchParams.has('done'),
  };
};

function backTo(event: RequestEvent): never {
  redirect(303, `/facilitate/scorecards/${event.params['id'] ?? ''}?done=saved`);
}

export const actions: Actions = {
  open: async (event) => {
    const form = await event.request.formData();
    const group = memberOf(scoreGroups, form.get('group'));
    const way = memberOf(scoreWays, form.get('way'));
    if (!group || !way) return refused(form, [{ code: 'REQUIRED', field: group ? 'way' : 'group' }]);
    const input = { id: textOf(form, 'roundId', 40), scorecardId: event.params.id, group, way };
    const done = await deed(event, form, OpenScoreRound, { input }, (data) => data.openScoreRound.problems);
    return done.refusal ?? backTo(event);
  },
  close: async (event) => {
    const form = await event.request.formData();
    const input = { roundId: textOf(form, 'round', 40), heads: wholeOf(form.get('heads')) };
    const done = await deed(event, form, CloseScoreRound, { input }, (data) => data.closeScoreRound.problems);
    return done.refusal ?? backTo(event);
  },
  drop: async (event) => {
    const form = await event.request.formData();
    const input = { roundId: textOf(form, 'round', 40) };
    const done = await deed(event, form, DropScoreRound, { input }, (data) => data.dropScoreRound.problems);
    return done.refusal ?? backTo(event);
  },
  count: async (event) => {
    const form = await event.request.formData();
    const { scorecard } = await ask(event, ScorecardWork, { id: event.params.id });
    const counts = (scorecard?.criteria ?? []).map((criterion) => ({
      criterion,
      faces: [1, 2, 3, 4, 5].map((face) => wholeOf(form.get(`${criterion}.${String(face)}`))),
    }));
    const input = { roundId: textOf(form, 'round', 40), heads: wholeOf(form.get('heads')), counts };
    const done = await deed(event, form, CountScoreRound, { input }, (data) => data.countScoreRound.problems);
    return done.refusal ?? backTo(event);
  },
  publish: async (event) => {
    const form = await event.request.formData();
    const input = { scorecardId: event.params.id };
    const done = await deed(
      event,
      form,
      PublishScorecard,
      { input },
      (data) => data.publishScorecard.problems,
    );
    return done.refusal ?? backTo(event);
  },
  meet: async (event) => {
    const form = await event.request.formData();
    const heldOn = textOf(form, 'heldOn', 10);
    if (!/^\d{4}-\d\d-\d\d$/.test(heldOn)) return refused(form, [{ code: 'NOT_A_DATE', field: 'heldOn' }]);
    const input = {
      scorecardId: event.params.id,
      heldOn,
      agreedKm: textOf(form, 'agreedKm', 2_000) || null,
      agreedEn: textOf(form, 'agreedEn', 2_000) || null,
    };
    const done = await deed(event, form, RecordInterface, { input }, (data) => data.recordInterface.problems);
    return done.refusal ?? backTo(event);
  },
};
