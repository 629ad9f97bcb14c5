import { error, redirect } from '@sveltejs/kit';
import { activityKinds, ageBandKeys, saidAnswers, sexes } from '@samleng/vocabulary';
import { headsOf } from '#lib/forms/headcounts.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import {
  AddMember,
  MemberLeaves,
  OneClub,
  RecordSession,
  WithdrawSession,
} from '#lib/server/operations/clubs.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  mayOnly(event, 'moderate');
  const { club } = await ask(event, OneClub, { id: event.params.id });
  if (!club) error(404, 'refused');
  return { club, key: crypto.randomUUID(), isDone: event.url.searchParams.has('done') };
};

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

export const actions: Actions = {
  add: async (event) => {
    const form = await event.request.formData();
    const ageBand = memberOf(ageBandKeys, form.get('ageBand'));
    const assentOn = textOf(form, 'assentOn', 10);
    const guardian = textOf(form, 'guardianConsentOn', 10);
    if (!ageBand) return refused(form, [{ code: 'REQUIRED', field: 'ageBand' }]);
    if (!isDay(assentOn)) return refused(form, [{ code: 'NOT_A_DATE', field: 'assentOn' }]);
    if (guardian !== '' && !isDay(guardian))
      return refused(form, [{ code: 'NOT_A_DATE', field: 'guardianConsentOn' }]);
    const input = {
      clubId: event.params.id,
      idempotencyKey: textOf(form, 'key', 36),
      alias: textOf(form, 'alias', 200),
      ageBand,
      sex: memberOf(sexes, form.get('sex')),
      disability: memberOf(saidAnswers, form.get('disability')),
      isLeader: form.get('isLeader') === 'yes',
      assentOn,
      guardianConsentOn: guardian || null,
    };
    const done = await deed(event, form, AddMember, { input }, (data) => data.addMember.problems);
    if (done.refusal) return done.refusal;
    redirect(303, '?done=saved');
  },

  leave: async (event) => {
    const form = await event.request.formData();
    const input = { memberId: textOf(form, 'member', 36) };
    const done = await deed(event, form, MemberLeaves, { input }, (data) => data.memberLeaves.problems);
    if (done.refusal) return done.refusal;
    redirect(303, '?done=saved');
  },

  session: async (event) => {
    const form = await event.request.formData();
    const kind = memberOf(activityKinds, form.get('kind'));
    const heldOn = textOf(form, 'heldOn', 10);
    if (!kind) return refused(form, [{ code: 'REQUIRED', field: 'kind' }]);
    if (!isDay(heldOn)) return refused(form, [{ code: 'NOT_A_DATE', field: 'heldOn' }]);
    const counts = headsOf(form).map(({ sex, ageBand, disability, count }) => ({
      sex,
      ageBand,
      disability,
      count,
    }));
    const input = {
      clubId: event.params.id,
      idempotencyKey: textOf(form, 'key', 36),
      kind,
      heldOn,
      counts,
    };
    const done = await deed(event, form, RecordSession, { input }, (data) => data.recordSession.problems);
    if (done.refusal) return done.refusal;
    redirect(303, '?done=saved');
  },

  withdraw: async (event) => {
    const form = await event.request.formData();
    const input = { sessionId: textOf(form, 'session', 36) };
    const done = await deed(event, form, WithdrawSession, { input }, (data) => data.withdrawSession.problems);
    if (done.refusal) return done.refusal;
    redirect(303, '?done=saved');
  },
};
