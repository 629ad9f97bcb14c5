import { type ActionFailure, error, type RequestEvent } from '@sveltejs/kit';
import type { Refusal, ShownProblem } from '#lib/forms/refusal.ts';
import { textOf } from '#lib/forms/read.ts';
import { type Done, doneOf } from './deed.ts';
import { attemptAtDesk, type DeskAsker } from './protection.ts';
import { ReauthenticateAtDesk } from './protection-operations/accounts.ts';
import type { Given, Operation } from './service-door.ts';

/** Does at the protection desk what a form asks for; see `deed`. A case that is not there is an error page. */
export async function deskDeed<Result, Variables>(
  asker: DeskAsker,
  form: FormData,
  operation: Operation<Result, Variables>,
  variables: Variables,
  problemsIn: (data: Result) => readonly ShownProblem[],
): Promise<Done<Result>> {
  const given = [variables] as unknown as Given<Variables>;
  const outcome = await attemptAtDesk(asker, operation, ...given);
  if (outcome.ok && problemsIn(outcome.data).some(isNoSuchCase)) error(404, 'refused');
  return doneOf(form, outcome, problemsIn);
}

function isNoSuchCase({ code, field }: ShownProblem): boolean {
  return code === 'NOT_FOUND' && field === 'caseId';
}

/**
 * Gives the passphrase again where the form asked for it (`passphraseAgain`), before a deed that needs it.
 *
 * @returns the form shown again when the passphrase was not right, else null
 */
export async function reauthenticateWithForm(
  event: RequestEvent,
  form: FormData,
): Promise<ActionFailure<Refusal> | null> {
  const passphrase = textOf(form, 'passphraseAgain', 1_000);
  if (passphrase === '') return null;
  const done = await deskDeed(event, form, ReauthenticateAtDesk, { input: { passphrase } }, (data) =>
    data.reauthenticate.problems.map(({ code }) => ({ code, field: 'passphraseAgain' })),
  );
  if (!done.refusal && event.locals.deskViewer)
    event.locals.deskViewer = { ...event.locals.deskViewer, isReauthenticated: true };
  return done.refusal;
}
