import { redirect } from '@sveltejs/kit';
import { parseRiel } from '#lib/forms/answer.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { MakePoll, PollFromTopIssues, PollTemplates } from '#lib/server/operations/polls.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { Actions, PageServerLoad } from './$types';

const types = ['SINGLE_CHOICE', 'APPROVAL', 'RANKED', 'SCORE', 'DOTS', 'STATEMENTS', 'BUDGET'] as const;
// A poll for a school also names its office, which this form does not ask.
const electorates = ['CLUB', 'OPEN'] as const;

export const load: PageServerLoad = async (event) => {
  const viewer = mayOnly(event, 'moderate');
  const { pollTemplates } = await ask(event, PollTemplates);
  const template = pollTemplates.find(({ key }) => key === event.url.searchParams.get('template')) ?? null;
  return {
    templates: pollTemplates,
    template,
    types,
    electorates,
    place: viewer.roles.find((role) => role.role === 'FACILITATOR')?.place?.code ?? '',
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  make: async (event) => {
    const form = await event.request.formData();
    const place = await readPlace(event, form, 'placeCode');
    if (!place.ok) return refused(form, place.problems, { found: place.found });
    const ballotType = memberOf(types, form.get('ballotType'));
    const electorate = memberOf(electorates, form.get('electorate'));
    const { opensAt, closesAt, problems } = timesOf(form);
    const money = parseRiel(textOf(form, 'money', 40));
    if (!ballotType) problems.push({ code: 'REQUIRED', field: 'ballotType' });
    if (!electorate) problems.push({ code: 'REQUIRED', field: 'electorate' });
    if (!place.code) problems.push({ code: 'REQUIRED', field: 'placeCode' });
    if (Number.isNaN(money)) problems.push({ code: 'NOT_A_NUMBER', field: 'money' });
    if (!ballotType || !electorate || !place.code || problems.length > 0) return refused(form, problems);
    const input = {
      idempotencyKey: textOf(form, 'key', 36),
      ballotType,
      electorate,
      placeCode: place.code,
      questionKm: textOf(form, 'questionKm', 1_000) || null,
      questionEn: textOf(form, 'questionEn', 1_000) || null,
      opensAt,
      closesAt,
      isSensitive: form.get('isSensitive') === 'yes',
      takesOpenSupport: electorate === 'OPEN' || form.get('takesOpenSupport') === 'yes',
      settings: ballotType === 'BUDGET' && money ? [{ name: 'money', value: money }] : [],
      options: optionsOf(textOf(form, 'options', 20_000), ballotType === 'BUDGET'),
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
    if (!place.code) problems.push({ code: 'REQUIRED', field: 'communeCode' });
    if (!place.code || problems.length > 0) return refused(form, problems);
    const input = {
      idempotencyKey: textOf(form, 'key', 36),
      communeCode: place.code,
      electorate: memberOf(electorates, form.get('electorate')) ?? 'CLUB',
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

/** Days of Cambodia as instants: from the first minute of one to the last of the other. */
function timesOf(form: FormData): { opensAt: string; closesAt: string; problems: ShownProblem[] } {
  const opens = new Date(`${textOf(form, 'opensAt', 10)}T00:00:00+07:00`);
  const closes = new Date(`${textOf(form, 'closesAt', 10)}T23:59:59+07:00`);
  const problems: ShownProblem[] = [];
  if (Number.isNaN(opens.getTime())) problems.push({ code: 'NOT_A_DATE', field: 'opensAt' });
  if (Number.isNaN(closes.getTime())) problems.push({ code: 'NOT_A_DATE', field: 'closesAt' });
  if (problems.length > 0) return { opensAt: '', closesAt: '', problems };
  return { opensAt: opens.toISOString(), closesAt: closes.toISOString(), problems };
}

/** One option a line: Khmer | English | cost. The picture of a template comes in brackets at the end. */
function optionsOf(text: string, hasCosts: boolean) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const picture = /\[([\w-]{1,40})\]\s*$/.exec(line)?.[1] ?? null;
      const [km = '', en = '', cost = ''] = line
        .replace(/\[[\w-]*\]\s*$/, '')
        .split('|')
        .map((part) => part.trim());
      const riel = parseRiel(cost);
      return {
        titleKm: km || null,
        titleEn: en || null,
        pictureKey: picture,
        ...(hasCosts && riel !== null && !Number.isNaN(riel) ? { costRiel: riel } : {}),
      };
    });
}
