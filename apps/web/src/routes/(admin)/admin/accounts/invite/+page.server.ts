import { PUBLIC_URL } from '$app/env/private';
import { textOf } from '#lib/forms/read.ts';
import { deed, refused, signInAgainWithForm } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { InviteStaff } from '#lib/server/operations/accounts.ts';
import { readGrant } from '#lib/server/read-grant.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  isReauthenticated: mayOnly(event, 'administer').isReauthenticated,
});

export const actions: Actions = {
  /** The link is in the reply and nowhere else: it is shown once. */
  default: async (event) => {
    const form = await event.request.formData();
    const trainedOn = textOf(form, 'trainedOn', 10);
    const name = textOf(form, 'name', 200);
    if (name.trim() === '') return refused(form, [{ code: 'REQUIRED', field: 'name' }]);
    if (!/^\d{4}-\d\d-\d\d$/.test(trainedOn))
      return refused(form, [{ code: 'TRAINING_MISSING', field: 'trainedOn' }]);
    const grant = await readGrant(event, form);
    if (!grant.ok) return refused(form, grant.problems, grant);
    const wrong = await signInAgainWithForm(event, form);
    if (wrong) return wrong;
    const input = { name, trainedOn, grants: [grant.grant] };
    const done = await deed(event, form, InviteStaff, { input }, (data) => data.inviteStaff.problems);
    if (done.refusal) return done.refusal;
    const { account, invitationToken } = done.data.inviteStaff;
    const link = `${PUBLIC_URL ?? event.url.origin}/invitation/${invitationToken ?? ''}`;
    return { invited: { id: account?.id ?? '', name, link } };
  },
};
