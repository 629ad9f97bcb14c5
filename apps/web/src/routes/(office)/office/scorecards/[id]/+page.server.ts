import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { moneySources, type PlanSector, planSectors } from '@samleng/vocabulary';
import { parseRiel } from '#lib/forms/answer.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { DeskAssignments } from '#lib/server/operations/desk.ts';
import { AssessOwnService, OneScorecard, PlanScorecardAction } from '#lib/server/operations/scorecards.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { scorecard } = await ask(event, OneScorecard, { id: event.params.id });
  if (!scorecard?.viewerCan.act) error(404, 'refused');
  const { assignments } = await ask(event, DeskAssignments, {
    filter: { officeId: scorecard.office.id, stage: 'ALL' },
    after: null,
  });
  return {
    card: scorecard,
    issues: assignments.nodes.filter(({ isCurrent }) => isCurrent).map(({ issue }) => issue),
    key: crypto.randomUUID(),
    isDone: event.url.searchParams.has('done'),
  };
};

function backTo(event: RequestEvent): never {
  redirect(303, `/office/scorecards/${event.params['id'] ?? ''}?done=saved`);
}

export const actions: Actions = {
  assess: async (event) => {
    const form = await event.request.formData();
    const { scorecard } = await ask(event, OneScorecard, { id: event.params.id });
    const scores = (scorecard?.criteria ?? []).flatMap((criterion) => {
      const score = Number(textOf(form, criterion, 1));
      return score >= 1 ? [{ criterion, score }] : [];
    });
    const input = { scorecardId: event.params.id, scores, note: textOf(form, 'note', 2_000) || null };
    const done = await deed(
      event,
      form,
      AssessOwnService,
      { input },
      (data) => data.assessOwnService.problems,
    );
    return done.refusal ?? backTo(event);
  },
  promise: async (event) => {
    const form = await event.request.formData();
    const sector = memberOf<PlanSector>(planSectors, form.get('sector'));
    const source = memberOf(moneySources, form.get('from'));
    const costRiel = parseRiel(textOf(form, 'costRiel', 40));
    if (!sector) return refused(form, [{ code: 'REQUIRED', field: 'sector' }]);
    if (costRiel === null) return refused(form, [{ code: 'REQUIRED', field: 'costRiel' }]);
    if (Number.isNaN(costRiel)) return refused(form, [{ code: 'NOT_A_NUMBER', field: 'costRiel' }]);
    const input = {
      scorecardId: event.params.id,
      criterion: textOf(form, 'criterion', 40),
      issueId: textOf(form, 'issueId', 40),
      sector,
      titleKm: textOf(form, 'titleKm', 400) || null,
      titleEn: textOf(form, 'titleEn', 400) || null,
      costRiel,
      // What costs nothing needs no source.
      sources: source && costRiel > 0 ? [{ source, amountRiel: costRiel }] : [],
      dueOn: textOf(form, 'dueOn', 10) || null,
      idempotencyKey: textOf(form, 'key', 40),
    };
    const done = await deed(
      event,
      form,
      PlanScorecardAction,
      { input },
      (data) => data.planScorecardAction.problems,
    );
    return done.refusal ?? backTo(event);
  },
};
