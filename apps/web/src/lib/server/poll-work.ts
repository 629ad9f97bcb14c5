import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { PUBLIC_URL } from '$app/env/private';
import { toLatinDigits } from '@samleng/text';
import { memberOf, textOf } from '#lib/forms/read.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import { ask } from './api.ts';
import { deed } from './deed.ts';
import type { PollToRunQuery, TypedDocumentString } from './generated/graphql.ts';
import { PollToRun } from './operations/poll-work.ts';
import { qrPicture } from './qr.ts';

export type PollAtWork = NonNullable<PollToRunQuery['poll']>;

/** What was done to a poll, as the address of its page says it: words stand under `polls.run.done.<DEED>`. */
export const pollDeeds = [
  'made',
  'changed',
  'opened',
  'added',
  'removed',
  'rewritten',
  'ordered',
  'accepted',
  'refused',
  'drawn',
  'voided',
  'voidedOne',
  'reviewed',
  'entered',
  'withdrawn',
  'asked',
  'closed',
  'kept',
  'brought',
] as const;
export type PollDeed = (typeof pollDeeds)[number];

type OfPoll = RequestEvent<{ id: string }>;

/** The poll a facilitator works on, or the page that it is not here. */
export async function pollAtWork(event: OfPoll): Promise<PollAtWork> {
  if (!/^[0-9a-f-]{36}$/.test(event.params.id)) error(404, 'refused');
  const { poll } = await ask(event, PollToRun, { id: event.params.id });
  if (!poll) error(404, 'refused');
  return poll;
}

/** The deed that led here, if one did. */
export function deedDone(event: OfPoll): PollDeed | null {
  return memberOf(pollDeeds, event.url.searchParams.get('done'));
}

/** Back to the poll's page, or one below it, which says what was done. */
export function back(event: OfPoll, done: PollDeed, page = ''): never {
  redirect(303, `/facilitate/polls/${event.params.id}${page}?done=${done}`);
}

/**
 * Does one thing with what a form says, and goes back.
 *
 * @param inputOf what the operation is given, from the form
 * @param page where to go back to, below the poll's page
 */
export async function step<Result, Input>(
  event: OfPoll,
  operation: TypedDocumentString<Result, { input: Input }>,
  inputOf: (form: FormData) => Input,
  problemsIn: (data: Result) => readonly ShownProblem[],
  done: PollDeed,
  page = '',
) {
  const form = await event.request.formData();
  const outcome = await deed(event, form, operation, { input: inputOf(form) }, problemsIn);
  return outcome.refusal ?? back(event, done, page);
}

/** A count as people write it, in digits of any script; null for anything else. */
export function countOf(form: FormData, name: string): number | null {
  const text = toLatinDigits(textOf(form, name, 10)).trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** A sheet of cards: each code with a picture that leads to the question with the card laid ready. */
export function sheetOf(event: OfPoll, batchId: string, codes: readonly string[]) {
  const start = `${PUBLIC_URL ?? event.url.origin}/polls`;
  const cards = codes.map((code) => ({ code, qr: qrPicture(`${start}?card=${code}`) }));
  return { address: start.replace(/^https?:\/\//, ''), batchId, cards };
}
