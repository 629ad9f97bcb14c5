import { fail, redirect } from '@sveltejs/kit';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask, attempt } from '#lib/server/api.ts';
import { deleteCookie } from '#lib/server/cookies.ts';
import { deed } from '#lib/server/deed.ts';
import { signedInOnly } from '#lib/server/guard.ts';
import {
  RegisterPasskey,
  SignOut,
  SignOutEverywhere,
  StartPasskey,
} from '#lib/server/operations/accounts.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
  const { account, roles } = signedInOnly(event);
  return {
    account,
    roles,
    done: memberOf(['passkey', 'again'] as const, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  /** Asks for what the browser needs to make a passkey; the passphrase must be fresh. */
  startPasskey: async (event) => {
    const outcome = await attempt(event, StartPasskey);
    if (!outcome.ok) return fail(outcome.status, { problems: [], kept: {}, isAway: true });
    const { challenge, passkeyOptions, problems } = outcome.data.startPasskey;
    if (problems.some((problem) => problem.code === 'SIGN_IN_AGAIN')) {
      redirect(303, '/account/again?next=/account');
    }
    if (!challenge || !passkeyOptions) return fail(400, { problems, kept: {}, isAway: false });
    return { passkey: { challenge, options: passkeyOptions } };
  },

  /** The browser's answer makes the passkey. */
  addPasskey: async (event) => {
    const form = await event.request.formData();
    const input = {
      challenge: textOf(form, 'challenge', 200),
      passkeyResponse: textOf(form, 'passkeyResponse', 8_000),
    };
    const done = await deed(event, form, RegisterPasskey, { input }, (data) => data.registerPasskey.problems);
    if (done.refusal) return done.refusal;
    redirect(303, '/account?done=passkey');
  },

  signOut: async (event) => {
    await ask(event, SignOut);
    leave(event, 'signedOut');
  },

  signOutEverywhere: async (event) => {
    await ask(event, SignOutEverywhere);
    leave(event, 'everywhere');
  },
};

function leave(event: RequestEvent, done: 'signedOut' | 'everywhere'): never {
  deleteCookie(event, 'session');
  event.setHeaders({ 'clear-site-data': '"cache", "storage"' });
  redirect(303, `/sign-in?done=${done}`);
}
