import { error, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/read.ts';
import { passkeyInputOf } from '#lib/forms/read-passkey.ts';
import { ownPath } from '#lib/server/guard.ts';
import { askDesk } from '#lib/server/protection.ts';
import { deskDeed } from '#lib/server/protection-deed.ts';
import {
  ReauthenticateWithDeskPasskey,
  StartDeskPasskeyAgain,
} from '#lib/server/protection-operations/accounts.ts';
import type { Actions, PageServerLoad } from './$types';

/** Asks for a passkey of the person who is signed in, before a deed that asks who is there. */
export const load: PageServerLoad = async (event) => {
  const { startPasskeyAgain } = await askDesk(event, StartDeskPasskeyAgain);
  const { challenge, passkeyOptions } = startPasskeyAgain;
  if (!challenge || !passkeyOptions) error(503, 'unavailable');
  return {
    next: backTo(event.url.searchParams.get('next')),
    asked: { challenge, options: passkeyOptions },
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const input = passkeyInputOf(form);
    const done = await deskDeed(
      event,
      form,
      ReauthenticateWithDeskPasskey,
      { input },
      (data) => data.reauthenticateWithPasskey.problems,
    );
    return done.refusal ?? redirect(303, backTo(textOf(form, 'next', 600)));
  },
};

/** A page of the desk; anything else leads to its start. */
function backTo(next: string | null): string {
  const path = ownPath(next, '/protect');
  return path.startsWith('/protect/') ? path : '/protect';
}
