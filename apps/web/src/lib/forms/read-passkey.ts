import { textOf } from './read.ts';

const longestAnswer = 8_000;

/** What a form with a passkey's answer and its secret sends on to the desk. */
export function passkeyInputOf(form: FormData) {
  return {
    challenge: textOf(form, 'challenge', 200),
    passkeyResponse: textOf(form, 'passkeyResponse', longestAnswer),
    secret: textOf(form, 'secret', 100),
  };
}
