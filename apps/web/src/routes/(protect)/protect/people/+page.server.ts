import { redirect } from '@sveltejs/kit';
import { PUBLIC_URL } from '$app/env/private';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { refused } from '#lib/server/deed.ts';
import { askDesk } from '#lib/server/protection.ts';
import { deskDeed, reauthenticateWithForm } from '#lib/server/protection-deed.ts';
import { deskViewerOf } from '#lib/server/protection-guard.ts';
import { EndDeskAccount, InviteToDesk, PeopleOfDesk } from '#lib/server/protection-operations/accounts.ts';
import { nobody, placesNamed } from '#lib/server/protection-places.ts';
import { readPlace } from '#lib/server/read-place.ts';
import { affiliations, deskRoles } from '#lib/words/desk-lists.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { accounts } = await askDesk(event, PeopleOfDesk, { after: event.url.searchParams.get('after') });
  const viewer = deskViewerOf(event);
  return {
    accounts,
    viewerId: viewer.id,
    isReauthenticated: viewer.isReauthenticated,
    places: await placesNamed(accounts.nodes.map(({ placeCode }) => placeCode)),
    done: memberOf(['welcome', 'ended'] as const, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  /** The link is the answer to this post: it is shown once. */
  invite: async (event) => {
    const form = await event.request.formData();
    const role = memberOf(deskRoles, form.get('role'));
    const affiliation = memberOf(affiliations, form.get('affiliation'));
    const trainedOn = textOf(form, 'trainedOn', 20);
    const missing = [
      ...(textOf(form, 'name').trim() ? [] : ['name']),
      ...(role ? [] : ['role']),
      ...(affiliation ? [] : ['affiliation']),
    ];
    if (!role || !affiliation || missing.length > 0)
      return refused(
        form,
        missing.map((field) => ({ code: 'REQUIRED' as const, field })),
      );
    if (!isDay(trainedOn)) return refused(form, [{ code: 'TRAINING_MISSING', field: 'trainedOn' }]);
    const refusal = await reauthenticateWithForm(event, form);
    if (refusal) return refusal;
    const place = await readPlace(nobody(event.locals.language), form, 'placeCode');
    if (!place.ok) return refused(form, place.problems, { found: place.found });
    const input = {
      name: textOf(form, 'name', 500),
      role,
      affiliation,
      placeCode: place.code,
      trainedOn,
    };
    const done = await deskDeed(event, form, InviteToDesk, { input }, (data) => data.inviteStaff.problems);
    if (done.refusal) return done.refusal;
    const { account, invitationToken } = done.data.inviteStaff;
    const start = PUBLIC_URL ?? event.url.origin;
    return {
      invited: { name: account?.name ?? '', link: `${start}/protect/invitation/${invitationToken ?? ''}` },
    };
  },

  end: async (event) => {
    const form = await event.request.formData();
    const refusal = await reauthenticateWithForm(event, form);
    if (refusal) return refusal;
    const input = { accountId: textOf(form, 'accountId', 40) };
    const done = await deskDeed(event, form, EndDeskAccount, { input }, (data) => data.endAccount.problems);
    return done.refusal ?? redirect(303, '/protect/people?done=ended');
  },
};

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
