import { redirect } from '@sveltejs/kit';
import { scoredOfficeKinds } from '@samleng/vocabulary';
import { parseRiel } from '#lib/forms/answer.ts';
import { textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { InfoSheetOfService, KeepInfoSheet, ScorecardsOf } from '#lib/server/operations/scorecards.ts';
import type { Actions, PageServerLoad } from './$types';

/** The scorecards of the official's own service, and its info sheet for the year. */
export const load: PageServerLoad = async (event) => {
  const { roles } = mayOnly(event, 'answer');
  const kinds: readonly string[] = scoredOfficeKinds;
  const offices = roles.flatMap(({ role, office }) =>
    role === 'OFFICIAL' && office && kinds.includes(office.kind) ? [office] : [],
  );
  const office = offices.find(({ id }) => id === event.url.searchParams.get('office')) ?? offices[0] ?? null;
  const year = new Date().getUTCFullYear();
  if (office === null) return { office, offices, cards: [], sheet: null, year, isDone: false };
  const { scorecards } = await ask(event, ScorecardsOf, { filter: { officeId: office.id } });
  const { infoSheet } = await ask(event, InfoSheetOfService, { officeId: office.id, year });
  const isDone = event.url.searchParams.has('done');
  return { office, offices, cards: scorecards.nodes, sheet: infoSheet ?? null, year, isDone };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const money = (field: string) => {
      const amount = parseRiel(textOf(form, field, 40));
      return Number.isNaN(amount) ? -1 : amount;
    };
    const input = {
      officeId: textOf(form, 'officeId', 40),
      year: Math.trunc(Number(textOf(form, 'year', 4))) || 0,
      standards: textOf(form, 'standards', 5_000),
      performance: textOf(form, 'performance', 5_000) || null,
      fees: textOf(form, 'fees', 5_000) || null,
      hours: textOf(form, 'hours', 1_000) || null,
      plannedRiel: money('plannedRiel'),
      spentRiel: money('spentRiel'),
      source: textOf(form, 'source', 400) || null,
    };
    const done = await deed(event, form, KeepInfoSheet, { input }, (data) => data.keepInfoSheet.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/office/scorecards?office=${input.officeId}&done=saved`);
  },
};
