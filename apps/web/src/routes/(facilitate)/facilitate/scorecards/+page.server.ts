import { redirect } from '@sveltejs/kit';
import { scoredOfficeKinds } from '@samleng/vocabulary';
import { textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { OfficesInList } from '#lib/server/operations/offices.ts';
import { OpenScorecard, ScorecardsOf } from '#lib/server/operations/scorecards.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = mayOnly(event, 'moderate');
  const placeCode = viewer.roles.find((role) => role.role === 'FACILITATOR')?.place?.code ?? '';
  const { scorecards } = await ask(event, ScorecardsOf, { filter: { placeCode } });
  const { offices } = await ask(event, OfficesInList, { filter: { placeCode }, after: null });
  const kinds: readonly string[] = scoredOfficeKinds;
  return {
    cards: scorecards.nodes,
    offices: offices.nodes.filter(({ kind, isActive }) => isActive && kinds.includes(kind)),
    id: crypto.randomUUID(),
    year: new Date().getUTCFullYear(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const input = {
      id: textOf(form, 'id', 40),
      officeId: textOf(form, 'officeId', 40),
      year: Math.trunc(Number(textOf(form, 'year', 4))) || 0,
    };
    const done = await deed(event, form, OpenScorecard, { input }, (data) => data.openScorecard.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/facilitate/scorecards/${input.id}?done=saved`);
  },
};
