import { fail, redirect } from '@sveltejs/kit';
import { memberOf, textOf } from '#lib/forms/read.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import { attempt } from '#lib/server/api.ts';
import { setCookie } from '#lib/server/cookies.ts';
import { ownPath } from '#lib/server/guard.ts';
import { ConfirmSignIn, SignIn } from '#lib/server/operations/accounts.ts';
import type { Actions, PageServerLoad } from './$types';

const longestAnswer = 8_000;

export const load: PageServerLoad = (event) => {
  const next = ownPath(event.url.searchParams.get('next'), '/staff');
  if (event.locals.viewer) redirect(303, next);
  return { next, done: memberOf(['signedOut', 'everywhere'] as const, event.url.searchParams.get('done')) };
};

export const actions: Actions = {
  /** First step: name and passphrase. */
  passphrase: async (event) => {
    const form = await event.request.formData();
    const shown = { step: 'passphrase' as const, next: nextOf(form), name: textOf(form, 'name', 200) };
    const missing = missingIn(form, ['name', 'passphrase']);
    if (missing.length > 0) return fail(400, { ...shown, problems: missing });
    const input = { name: shown.name, passphrase: textOf(form, 'passphrase', 1_000) };
    const outcome = await attempt(event, SignIn, { input });
    if (!outcome.ok) return away(shown, outcome.status);
    const { challenge, secondSteps, passkeyOptions, problems } = outcome.data.signIn;
    if (!challenge) return fail(400, { ...shown, problems });
    const hasPasskey = secondSteps.includes('PASSKEY');
    const { next, name } = shown;
    return {
      step: 'second' as const,
      next,
      name,
      challenge,
      passkeyOptions: hasPasskey ? passkeyOptions : null,
      problems: [],
    };
  },

  /** Second step: the code of the moment, or a passkey's answer. */
  second: async (event) => {
    const form = await event.request.formData();
    const challenge = textOf(form, 'challenge', 200);
    const code = textOf(form, 'code', 40);
    const passkeyResponse = textOf(form, 'passkeyResponse', longestAnswer) || null;
    const shown = {
      step: 'second' as const,
      next: nextOf(form),
      name: textOf(form, 'name', 200),
      challenge,
      passkeyOptions: textOf(form, 'passkeyOptions', longestAnswer) || null,
    };
    if (!passkeyResponse && code.trim() === '') {
      return fail(400, { ...shown, problems: missingIn(form, ['code']) });
    }
    const input = { challenge, code: passkeyResponse ? null : code, passkeyResponse };
    const outcome = await attempt(event, ConfirmSignIn, { input });
    if (!outcome.ok) return away(shown, outcome.status);
    const { sessionToken, problems } = outcome.data.confirmSignIn;
    if (!sessionToken) {
      const isOver = problems.some((problem) => problem.code === 'SIGN_IN_AGAIN');
      return fail(400, { ...shown, step: isOver ? ('passphrase' as const) : shown.step, problems });
    }
    setCookie(event, 'session', sessionToken, null);
    redirect(303, shown.next);
  },
};

function nextOf(form: FormData): string {
  return ownPath(textOf(form, 'next', 600), '/staff');
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
