import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/read.ts';
import { keep } from '#lib/forms/refusal.ts';
import { setCookie } from '#lib/server/cookies.ts';
import { askDesk } from '#lib/server/protection.ts';
import { deskDeed } from '#lib/server/protection-deed.ts';
import { AcceptInvitationToDesk, InvitationToDesk } from '#lib/server/protection-operations/accounts.ts';
import { qrPicture } from '#lib/server/qr.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // Only strangers may look at an invitation; whoever sits here signed in has one account already.
  if (event.locals.deskViewer) redirect(303, '/protect');
  const { invitation } = await askDesk(event, InvitationToDesk, { token: event.params.token.slice(0, 200) });
  const found = invitation.invitation;
  if (!found) return { invitation: null, problems: invitation.problems };
  return {
    invitation: {
      name: found.name,
      expiresAt: found.expiresAt,
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
    const done = await deskDeed(
      event,
      form,
      AcceptInvitationToDesk,
      { input },
      (data) => data.acceptInvitation.problems,
    );
    if (done.refusal) return done.refusal;
    const { sessionToken } = done.data.acceptInvitation;
    if (sessionToken) setCookie(event, 'desk', sessionToken, null);
    redirect(303, '/protect?done=welcome');
  },
};
