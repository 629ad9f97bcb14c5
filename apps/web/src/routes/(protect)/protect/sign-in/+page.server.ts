import { fail, redirect } from '@sveltejs/kit';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { passkeyInputOf } from '#lib/forms/read-passkey.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import { setCookie } from '#lib/server/cookies.ts';
import { ownPath } from '#lib/server/guard.ts';
import { attemptAtDesk } from '#lib/server/protection.ts';
import {
  ConfirmSignInAtDesk,
  SignInAtDesk,
  SignInAtDeskWithPasskey,
  StartDeskPasskeySignIn,
} from '#lib/server/protection-operations/accounts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const next = pathAtDesk(event.url.searchParams.get('next'));
  if (event.locals.deskViewer) redirect(303, next);
  return { next, done: memberOf(['signedOut', 'everywhere'] as const, event.url.searchParams.get('done')) };
};

export const actions: Actions = {
  /** First step: name and passphrase. */
  passphrase: async (event) => {
    const form = await event.request.formData();
    const shown = {
      step: 'passphrase' as const,
      next: pathAtDesk(textOf(form, 'next', 600)),
      name: textOf(form, 'name', 200),
      challenge: '',
    };
    const missing = missingIn(form, ['name', 'passphrase']);
    if (missing.length > 0) return fail(400, { ...shown, problems: missing });
    const input = { name: shown.name, passphrase: textOf(form, 'passphrase', 1_000) };
    const outcome = await attemptAtDesk(event, SignInAtDesk, { input });
    if (!outcome.ok) return away(shown, outcome.status);
    const { challenge, problems } = outcome.data.signIn;
    if (!challenge) return fail(400, { ...shown, problems });
    return { ...shown, step: 'code' as const, challenge, problems: [] };
  },

  /** Second step: the code of the moment. */
  code: async (event) => {
    const form = await event.request.formData();
    const shown = {
      step: 'code' as const,
      next: pathAtDesk(textOf(form, 'next', 600)),
      name: textOf(form, 'name', 200),
      challenge: textOf(form, 'challenge', 200),
    };
    const missing = missingIn(form, ['code']);
    if (missing.length > 0) return fail(400, { ...shown, problems: missing });
    const input = { challenge: shown.challenge, code: textOf(form, 'code', 40) };
    const outcome = await attemptAtDesk(event, ConfirmSignInAtDesk, { input });
    if (!outcome.ok) return away(shown, outcome.status);
    const { sessionToken, problems } = outcome.data.confirmSignIn;
    if (!sessionToken) {
      const isOver = problems.some((problem) => problem.code === 'SIGN_IN_AGAIN');
      return fail(400, { ...shown, step: isOver ? ('passphrase' as const) : shown.step, problems });
    }
    setCookie(event, 'desk', sessionToken, null);
    redirect(303, shown.next);
  },

  /** Without name or passphrase: asks for a passkey. */
  startPasskey: async (event) => {
    const shown = startOf(await event.request.formData());
    const outcome = await attemptAtDesk(event, StartDeskPasskeySignIn);
    if (!outcome.ok) return away(shown, outcome.status);
    const { challenge, passkeyOptions, problems } = outcome.data.startPasskeySignIn;
    if (!challenge || !passkeyOptions) return fail(400, { ...shown, problems });
    return { ...shown, problems: [], passkey: { challenge, options: passkeyOptions } };
  },

  /** The passkey's answer opens the session. */
  passkey: async (event) => {
    const form = await event.request.formData();
    const shown = startOf(form);
    const outcome = await attemptAtDesk(event, SignInAtDeskWithPasskey, { input: passkeyInputOf(form) });
    if (!outcome.ok) return away(shown, outcome.status);
    const { sessionToken, problems } = outcome.data.signInWithPasskey;
    if (!sessionToken) return fail(400, { ...shown, problems });
    setCookie(event, 'desk', sessionToken, null);
    redirect(303, shown.next);
  },
};

function startOf(form: FormData) {
  const next = pathAtDesk(textOf(form, 'next', 600));
  return { step: 'passphrase' as const, next, name: '', challenge: '' };
}

/** A page of the desk to go on to; anything else leads to its start. */
function pathAtDesk(next: string | null): string {
  const path = ownPath(next, '/protect');
  return path.startsWith('/protect/') ? path : '/protect';
}

function missingIn(form: FormData, names: readonly string[]): ShownProblem[] {
  return names
    .filter((name) => textOf(form, name).trim() === '')
    .map((field) => ({ code: 'REQUIRED' as const, field }));
}

function away<Shown extends object>(shown: Shown, status: number) {
  const problems: ShownProblem[] = status === 429 ? [{ code: 'TOO_MANY_TRIES' }] : [];
  return fail(status, { ...shown, problems, isAway: status !== 429 });
}
