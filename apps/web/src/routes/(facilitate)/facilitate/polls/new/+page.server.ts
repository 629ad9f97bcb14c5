import { redirect } from '@sveltejs/kit';
import { dayInCambodia, electorates, optionsOf, timesOf, wishOf } from '#lib/ballots/poll-form.ts';
import { parseRiel } from '#lib/forms/answer.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { BallotTypes, MakePoll, PollFromTopIssues, PollTemplates } from '#lib/server/operations/poll-work.ts';
import { readPlace } from '#lib/server/read-place.ts';
import { schoolsOf } from '#lib/server/schools-of-polls.ts';
import type { Actions, PageServerLoad } from './$types';

const dayLong = 86_400_000;

export const load: PageServerLoad = async (event) => {
  const viewer = mayOnly(event, 'moderate');
  const asked = event.url.searchParams;
  const place = viewer.roles.find((role) => role.role === 'FACILITATOR')?.place?.code ?? '';
  const [{ pollTemplates }, { ballotTypes }, schools] = await Promise.all([
    ask(event, PollTemplates),
    ask(event, BallotTypes),
    schoolsOf(event, place),
  ]);
  const now = Date.now();
  return {
    templates: pollTemplates,
    types: ballotTypes,
    template: pollTemplates.find(({ key }) => key === asked.get('template')) ?? null,
    type: ballotTypes.find(({ name }) => name === asked.get('type'))?.name ?? null,
    place,
    schools,
    opensAt: dayInCambodia(new Date(now).toISOString()),
    closesAt: dayInCambodia(new Date(now + 14 * dayLong).toISOString()),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  make: async (event) => {
    const form = await event.request.formData();
    const place = await readPlace(event, form, 'placeCode');
    if (!place.ok) return refused(form, place.problems, { found: place.found });
    const { ballotTypes } = await ask(event, BallotTypes);
    const type = ballotTypes.find(({ name }) => name === form.get('ballotType'));
    if (!type) return refused(form, [{ code: 'REQUIRED', field: 'ballotType' }]);
    const { wish, problems } = wishOf(form, type);
    const { options, problems: ofOptions } = optionsOf(form, type.name === 'BUDGET');
    problems.push(...ofOptions);
    if (!place.code) problems.push({ code: 'REQUIRED', field: 'placeCode' });
    if (!place.code || problems.length > 0) return refused(form, problems);
    const input = {
      ...wish,
      idempotencyKey: textOf(form, 'key', 36),
      ballotType: type.name,
      placeCode: place.code,
      options,
    };
    const done = await deed(event, form, MakePoll, { input }, (data) => data.makePoll.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/facilitate/polls/${done.data.makePoll.poll?.id ?? ''}?done=made`);
  },

  fromIssues: async (event) => {
    const form = await event.request.formData();
    const place = await readPlace(event, form, 'communeCode', 'COMMUNE');
    if (!place.ok) return refused(form, place.problems, { found: place.found });
    const { opensAt, closesAt, problems } = timesOf(form);
    const count = parseRiel(textOf(form, 'count', 10));
    if (Number.isNaN(count)) problems.push({ code: 'NOT_A_NUMBER', field: 'count' });
    if (!place.code) problems.push({ code: 'REQUIRED', field: 'communeCode' });
    if (!place.code || problems.length > 0) return refused(form, problems);
    const electorate = memberOf(electorates, form.get('electorate')) ?? 'CLUB';
    const input = {
      idempotencyKey: textOf(form, 'key', 36),
      communeCode: place.code,
      count,
      electorate,
      schoolOfficeId: electorate === 'SCHOOL' ? textOf(form, 'schoolOfficeId', 40) || null : null,
      takesOpenSupport: electorate === 'OPEN' || form.get('takesOpenSupport') === 'yes',
      opensAt,
      closesAt,
    };
    const done = await deed(
      event,
      form,
      PollFromTopIssues,
      { input },
      (data) => data.pollFromTopIssues.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, `/facilitate/polls/${done.data.pollFromTopIssues.poll?.id ?? ''}?done=made`);
  },
};
