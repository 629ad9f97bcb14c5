import { error, redirect } from '@sveltejs/kit';
import { type Verdict, verdicts } from '@samleng/vocabulary';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { placesUnder } from '#lib/server/choose-place.ts';
import { ownPath } from '#lib/server/guard.ts';
import { GiveVerdict, OneIssue, WithdrawSupport } from '#lib/server/operations/issues.ts';
import { refuseUnlessDone, support } from '#lib/server/support.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { issue } = await ask(event, OneIssue, { id: idOf(event.params.id) });
  if (!issue) error(404, 'refused');
  const namesVillages = issue.standing?.importantTo.some((group) => group.startsWith('village:')) ?? false;
  return { issue, villages: namesVillages ? await placesUnder(event, issue.commune.code) : [] };
};

export const actions: Actions = {
  support: async (event) => {
    const form = await event.request.formData();
    await support(event, idOf(event.params.id));
    redirect(303, ownPath(textOf(form, 'back', 600), `/issues/${event.params.id}`));
  },

  withdraw: async (event) => {
    const form = await event.request.formData();
    const answer = await ask(event, WithdrawSupport, { issueId: idOf(event.params.id) });
    refuseUnlessDone(answer.withdrawSupport.problems);
    redirect(303, ownPath(textOf(form, 'back', 600), `/issues/${event.params.id}`));
  },

  verdict: async (event) => {
    const verdict = memberOf<Verdict>(verdicts, (await event.request.formData()).get('verdict'));
    if (!verdict) error(400, 'refused');
    const answer = await ask(event, GiveVerdict, { issueId: idOf(event.params.id), verdict });
    refuseUnlessDone(answer.giveVerdict.problems);
    redirect(303, `/issues/${event.params.id}#verdict`);
  },
};

/** Anything but an id is a page we do not have: the service need not be asked. */
function idOf(text: string): string {
  if (!/^[0-9a-f-]{36}$/.test(text)) error(404, 'refused');
  return text;
}
