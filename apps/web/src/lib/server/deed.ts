import { type ActionFailure, error, fail } from '@sveltejs/kit';
import { keep, type Refusal, type ShownProblem } from '#lib/forms/refusal.ts';
import { textOf } from '#lib/forms/read.ts';
import { type Asker, attempt, type Outcome } from './api.ts';
import { Reauthenticate } from './operations/accounts.ts';
import type { Operation } from './service-door.ts';

/** What came of a deed: the service's answer, or what the form shows again with all that was typed. */
export type Done<Result> =
  | { readonly refusal: ActionFailure<Refusal>; readonly data?: undefined }
  | { readonly refusal: null; readonly data: Result };

/**
 * Does what a form asks for. Refusals come back as problems beside what was typed; what is not there or not the
 * person's is an error page.
 *
 * @param problemsIn where the operation's payload says why it was refused
 */
export async function deed<Result, Variables>(
  asker: Asker,
  form: FormData,
  operation: Operation<Result, Variables>,
  variables: Variables,
  problemsIn: (data: Result) => readonly ShownProblem[],
): Promise<Done<Result>> {
  const given = [variables] as unknown as Variables extends Record<string, never> ? [] : [Variables];
  return doneOf(form, await attempt(asker, operation, ...given), problemsIn);
}

/** What a form goes on with after a service has answered: its data, or what it shows again. */
export function doneOf<Result>(
  form: FormData,
  outcome: Outcome<Result>,
  problemsIn: (data: Result) => readonly ShownProblem[],
): Done<Result> {
  if (!outcome.ok) {
    if (outcome.status === 429) return { refusal: refused(form, [{ code: 'TOO_MANY_TRIES' }]) };
    if (outcome.status >= 500)
      return { refusal: fail(503, { problems: [], kept: keep(form), isAway: true }) };
    error(outcome.status, 'refused');
  }
  const problems = problemsIn(outcome.data);
  return problems.length > 0 ? { refusal: refused(form, problems) } : { refusal: null, data: outcome.data };
}

/** A form shown again with why, with all that was typed, and with what is left to choose from. */
export function refused(
  form: FormData,
  problems: readonly ShownProblem[],
  choices: Pick<Refusal, 'found' | 'offices'> = {},
): ActionFailure<Refusal> {
  const { found, offices } = choices;
  return fail<Refusal>(400, {
    problems,
    kept: keep(form),
    isAway: false,
    ...(found ? { found } : {}),
    ...(offices ? { offices } : {}),
  });
}

/**
 * Gives the passphrase again where the form asked for it (`passphraseAgain`), before a deed that needs it.
 *
 * @returns the form shown again when the passphrase was not right, else null
 */
export async function signInAgainWithForm(
  asker: Asker,
  form: FormData,
): Promise<ActionFailure<Refusal> | null> {
  const passphrase = textOf(form, 'passphraseAgain', 1_000);
  if (passphrase === '') return null;
  const done = await deed(asker, form, Reauthenticate, { input: { passphrase } }, (data) =>
    data.reauthenticate.problems.map(({ code }) => ({ code, field: 'passphraseAgain' })),
  );
  return done.refusal;
}
