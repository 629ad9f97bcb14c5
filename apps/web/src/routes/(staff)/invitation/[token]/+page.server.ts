import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/read.ts';
import { keep } from '#lib/forms/refusal.ts';
import { ask } from '#lib/server/api.ts';
import { setCookie } from '#lib/server/cookies.ts';
import { deed } from '#lib/server/deed.ts';
import { AcceptInvitation, InvitationOfLink } from '#lib/server/operations/accounts.ts';
import { qrPicture } from '#lib/server/qr.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { invitation } = await ask(event, InvitationOfLink, { token: event.params.token.slice(0, 200) });
  const found = invitation.invitation;
  if (!found) return { invitation: null, problems: invitation.problems };
  return {
    invitation: {
      name: found.name,
      expiresOn: dayOf(found.expiresAt),
      secret: found.totpSecret,
      qr: qrPicture(found.totpAddress),
    },
    problems: [],
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const passphrase = textOf(form, 'passphrase', 1_000);
    if (passphrase !== textOf(form, 'repeated', 1_000)) {
      return fail(400, { problems: [], kept: keep(form), isAway: false, isNotSame: true });
    }
    const input = {
      token: event.params.token.slice(0, 200),
      passphrase,
      code: textOf(form, 'code', 40),
      agreesToConduct: form.get('agreesToConduct') === 'yes',
    };
    const done = await deed(
      event,
      form,
      AcceptInvitation,
      { input },
      (data) => data.acceptInvitation.problems,
    );
    if (done.refusal) return done.refusal;
    const { sessionToken } = done.data.acceptInvitation;
    if (sessionToken) setCookie(event, 'session', sessionToken, null);
    redirect(303, '/staff?done=welcome');
  },
};

/** The day in Cambodia of an instant. */
function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}
