import { error } from '@sveltejs/kit';
import { ask } from './api.ts';
import { mayOnly } from './guard.ts';
import { OneTopic } from './operations/research.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** The topic of a page with all that its keepers see; an error page for everybody else. */
export async function topicOfPage(event: RequestEvent, id: string) {
  mayOnly(event, 'moderate');
  const { researchTopic } = await ask(event, OneTopic, { id });
  if (!researchTopic) error(404, 'refused');
  return researchTopic;
}

/** The day it is in Cambodia. */
export function todayHere(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}
