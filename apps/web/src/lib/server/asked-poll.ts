import { error } from '@sveltejs/kit';
import type { Asked } from '#lib/ballots/draft.ts';
import type { PollOfPage } from '#lib/ballots/explain.ts';
import { type Asker, ask } from './api.ts';
import { OnePoll } from './operations/polls.ts';

/** A poll with all its numbers set, or the page that it is not here. */
export async function askedPoll(asker: Asker, id: string): Promise<{ poll: PollOfPage; asked: Asked }> {
  if (!/^[0-9a-f-]{36}$/.test(id)) error(404, 'refused');
  const { poll } = await ask(asker, OnePoll, { id });
  if (!poll) error(404, 'refused');
  const { ballotType, options } = poll;
  const usual = poll.type.settings.map(({ name, usual }) => [name, usual ?? options.length] as const);
  const set = poll.settings.map(({ name, value }) => [name, value] as const);
  return { poll, asked: { ballotType, options, settings: Object.fromEntries([...usual, ...set]) } };
}
