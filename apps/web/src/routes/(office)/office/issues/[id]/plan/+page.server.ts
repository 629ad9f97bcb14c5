import { error, redirect } from '@sveltejs/kit';
import { moneySources, type PlanKind, planKinds, type PlanSector, planSectors } from '@samleng/vocabulary';
import { parseRiel } from '#lib/forms/answer.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import { toLatinDigits } from '@samleng/text';
import { deed, refused } from '#lib/server/deed.ts';
import { issueOnDesk } from '#lib/server/desk-issue.ts';
import { AddPlanItem } from '#lib/server/operations/desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const issue = await issueOnDesk(event, event.params.id);
  if (!issue.viewerCan.plan) error(403, 'refused');
  return { issue, key: crypto.randomUUID(), nextYear: new Date().getUTCFullYear() + 1 };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const kind = memberOf<PlanKind>(planKinds, form.get('kind'));
    const sector = memberOf<PlanSector>(planSectors, form.get('sector'));
    const costRiel = parseRiel(textOf(form, 'costRiel', 100));
    const dueOn = textOf(form, 'dueOn', 10) || null;
    const sources = moneySources
      .map((source) => ({ source, amountRiel: parseRiel(textOf(form, `from-${source}`, 100)) }))
      .filter((entry): entry is typeof entry & { amountRiel: number } => Boolean(entry.amountRiel));
    const problems: ShownProblem[] = [];
    if (!kind) problems.push({ code: 'REQUIRED', field: 'kind' });
    if (!sector) problems.push({ code: 'REQUIRED', field: 'sector' });
    if (costRiel === null) problems.push({ code: 'REQUIRED', field: 'costRiel' });
    else if (Number.isNaN(costRiel)) problems.push({ code: 'NOT_A_NUMBER', field: 'costRiel' });
    for (const source of moneySources) {
      const amount = parseRiel(textOf(form, `from-${source}`, 100));
      if (Number.isNaN(amount)) problems.push({ code: 'NOT_A_NUMBER', field: `from-${source}` });
    }
    if (dueOn !== null && !/^\d{4}-\d\d-\d\d$/.test(dueOn))
      problems.push({ code: 'NOT_A_DATE', field: 'dueOn' });
    if (problems.length > 0 || !kind || !sector || costRiel === null) return refused(form, problems);
    const input = {
      issueId: event.params.id,
      kind,
      period: toLatinDigits(textOf(form, 'period', 40))
        .replace(/\s/g, '')
        .replace('–', '-'),
      sector,
      titleKm: textOf(form, 'titleKm', 1_000) || null,
      titleEn: textOf(form, 'titleEn', 1_000) || null,
      costRiel,
      sources,
      dueOn,
      idempotencyKey: textOf(form, 'key', 40),
    };
    const done = await deed(event, form, AddPlanItem, { input }, (data) => data.addPlanItem.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/office/issues/${event.params.id}?done=planned`);
  },
};
