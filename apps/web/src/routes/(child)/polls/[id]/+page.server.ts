import { fail, redirect } from '@sveltejs/kit';
import type { ProblemCode } from '@samleng/vocabulary';
import {
  type Asked,
  ballotOf,
  type Draft,
  isFull,
  parseDraft,
  press,
  writeDraft,
} from '#lib/ballots/draft.ts';
import { textOf } from '#lib/forms/read.ts';
import { attempt } from '#lib/server/api.ts';
import { askedPoll } from '#lib/server/asked-poll.ts';
import { deleteCookie } from '#lib/server/cookies.ts';
import { CastBallot, ProposePollOption } from '#lib/server/operations/polls.ts';
import { cardInHand, layCardAway } from '#lib/server/poll-card.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { poll, asked } = await askedPoll(event, event.params.id);
  return {
    poll,
    settings: asked.settings,
    card: cardInHand(event),
    // On the tablet of a facilitator every child is somebody else.
    turn: poll.viewerCan.run ? crypto.randomUUID() : '',
    isThanked: event.url.searchParams.has('thanks'),
    reader: event.locals.viewer?.viewerCan.answer ? ('official' as const) : ('child' as const),
    hasProposed: event.url.searchParams.has('proposed'),
  };
};

export const actions: Actions = {
  /** Every button of the screens: `go` says which. What was marked so far travels with the form, never in an address. */
  go: async (event) => {
    const form = await event.request.formData();
    const { asked } = await askedPoll(event, event.params.id);
    const go = textOf(form, 'go', 60);
    const ticked = form.getAll('approved');
    const before = parseDraft(textOf(form, 'draft'), asked);
    const turn = textOf(form, 'turn', 36);
    const draft =
      asked.ballotType === 'APPROVAL' && go === 'done'
        ? parseDraft(ticked.map((option) => `${String(option)}:1`).join('.'), asked)
        : press(before, asked, go);
    if (go === 'cast' || go === 'castOpen') {
      return cast(event, asked, draft, go === 'cast' ? textOf(form, 'card', 60) : null, turn);
    }
    if (go === 'change') return screen('choose', asked.ballotType === 'APPROVAL' ? draft : [], turn);
    if (go === 'done' && draft.length === 0) {
      return fail(400, screen('choose', draft, turn, [{ code: 'NOTHING_CHOSEN' }]));
    }
    return screen(go === 'done' || isFull(draft, asked) ? 'confirm' : 'choose', draft, turn);
  },

  /** What a child would like to see among the choices; a facilitator reads it first. */
  propose: async (event) => {
    const form = await event.request.formData();
    const title = textOf(form, 'title', 1_000);
    const input = { pollId: event.params.id, title };
    const outcome = await attempt(event, ProposePollOption, { input });
    const problems = outcome.ok
      ? outcome.data.proposePollOption.problems
      : outcome.status === 429
        ? [{ code: 'TOO_MANY_TRIES' as const }]
        : [];
    const isAway = !outcome.ok && problems.length === 0;
    if (!outcome.ok || problems.length > 0)
      return fail(outcome.ok ? 400 : outcome.status, { problems, title, isAway });
    redirect(303, `/polls/${event.params.id}?proposed`);
  },

  /** The screen is cleared for the next child: the card, and what the last one said of itself on this device. */
  next: (event) => {
    layCardAway(event);
    deleteCookie(event, 'about');
    redirect(303, `/polls/${event.params.id}`);
  },
};

function screen(
  name: 'choose' | 'confirm',
  draft: Draft,
  turn: string,
  problems: readonly { code: ProblemCode }[] = [],
  isAway = false,
) {
  return { screen: name, draft: writeDraft(draft), turn, problems, isAway };
}

async function cast(event: RequestEvent, asked: Asked, draft: Draft, card: string | null, turn: string) {
  const input = {
    pollId: event.params.id,
    ballot: ballotOf(draft, asked),
    card,
    turn: card === null && turn ? turn : null,
  };
  if (card?.trim() === '') return fail(400, screen('confirm', draft, turn, [{ code: 'CARD_NOT_RIGHT' }]));
  const outcome = await attempt(event, CastBallot, { input });
  if (!outcome.ok) {
    const problems = outcome.status === 429 ? [{ code: 'TOO_MANY_BALLOTS' as const }] : [];
    return fail(outcome.status, screen('confirm', draft, turn, problems, outcome.status !== 429));
  }
  const { problems } = outcome.data.castBallot;
  if (problems.length > 0) return fail(400, screen('confirm', draft, turn, problems));
  layCardAway(event);
  redirect(303, `/polls/${event.params.id}?thanks`);
}
