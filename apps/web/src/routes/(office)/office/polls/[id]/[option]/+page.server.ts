import { error, redirect } from '@sveltejs/kit';
import { toLatinDigits } from '@samleng/text';
import { moneySources, type PlanKind, planKinds, type PlanSector, planSectors } from '@samleng/vocabulary';
import { parseRiel } from '#lib/forms/answer.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import { ask } from '#lib/server/api.ts';
import { askedPoll } from '#lib/server/asked-poll.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { IssuesOfCommune } from '#lib/server/operations/issues.ts';
import { PlanPollOption } from '#lib/server/operations/poll-work.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { poll, option } = await chosenIn(event);
  const filter = { placeCode: poll.place.code };
  const issues = option.issue
    ? []
    : (await ask(event, IssuesOfCommune, { filter, order: 'RANKED', first: 50 })).issues.nodes;
  const { id, questionKm, questionEn } = poll;
  return {
    poll: { id, questionKm, questionEn },
    option,
    issues,
    key: crypto.randomUUID(),
    nextYear: new Date().getUTCFullYear() + 1,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const kind = memberOf<PlanKind>(planKinds, form.get('kind'));
    const sector = memberOf<PlanSector>(planSectors, form.get('sector'));
    const costRiel = parseRiel(textOf(form, 'costRiel', 100));
    const dueOn = textOf(form, 'dueOn', 10) || null;
    const amounts = moneySources.map((source) => ({
      source,
      amountRiel: parseRiel(textOf(form, `from-${source}`, 100)),
    }));
    const problems: ShownProblem[] = [];
    if (!kind) problems.push({ code: 'REQUIRED', field: 'kind' });
    if (!sector) problems.push({ code: 'REQUIRED', field: 'sector' });
    if (Number.isNaN(costRiel)) problems.push({ code: 'NOT_A_NUMBER', field: 'costRiel' });
    for (const { source, amountRiel } of amounts)
      if (Number.isNaN(amountRiel)) problems.push({ code: 'NOT_A_NUMBER', field: `from-${source}` });
    if (dueOn !== null && !/^\d{4}-\d\d-\d\d$/.test(dueOn))
      problems.push({ code: 'NOT_A_DATE', field: 'dueOn' });
    if (problems.length > 0 || !kind || !sector) return refused(form, problems);
    const input = {
      idempotencyKey: textOf(form, 'key', 40),
      pollId: event.params.id,
      option: event.params.option,
      issueId: textOf(form, 'issueId', 40) || null,
      kind,
      period: toLatinDigits(textOf(form, 'period', 40))
        .replace(/\s/g, '')
        .replace('–', '-'),
      sector,
      titleKm: textOf(form, 'titleKm', 1_000) || null,
      titleEn: textOf(form, 'titleEn', 1_000) || null,
      costRiel,
      sources: amounts.flatMap(({ source, amountRiel }) => (amountRiel ? [{ source, amountRiel }] : [])),
      dueOn,
    };
    const done = await deed(event, form, PlanPollOption, { input }, (data) => data.planPollOption.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/polls/${event.params.id}#planned`);
  },
};

/** What children chose, in a poll that is over. */
async function chosenIn(event: RequestEvent) {
  const { poll } = await askedPoll(event, event.params.id);
  const option = poll.options.find(({ key }) => key === event.params.option);
  if (!option || poll.results.length === 0) error(404, 'refused');
  return { poll, option };
}
