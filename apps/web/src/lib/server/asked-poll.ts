import { error } from '@sveltejs/kit';
import { askedOf } from '#lib/ballots/asked.ts';
import type { Asked } from '#lib/ballots/draft.ts';
import type { PollOfPage } from '#lib/ballots/explain.ts';
import { type Asker, ask } from './api.ts';
import { OnePoll } from './operations/polls.ts';

/** A poll with all its numbers set, or the page that it is not here. */
export async function askedPoll(asker: Asker, id: string): Promise<{ poll: PollOfPage; asked: Asked }> {
  if (!/^[0-9a-f-]{36}$/.test(id)) error(404, 'refused');
  const { poll } = await ask(asker, OnePoll, { id });
  if (!poll) error(404, 'refused');
  return { poll, asked: askedOf(poll) };
}
