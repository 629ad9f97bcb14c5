import { redirect } from '@sveltejs/kit';
import { communeCodeOf, textOf } from '#lib/forms/read.ts';
import { ask, askIfThere } from '#lib/server/api.ts';
import { placeByCode } from '#lib/server/choose-place.ts';
import { readCookie } from '#lib/server/cookies.ts';
import { PollOfCard, PollsOfPlace } from '#lib/server/operations/polls.ts';
import { takeCard } from '#lib/server/poll-card.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const card = asked.get('card')?.slice(0, 60);
  if (card) await goToPollOf(event, card);
  const fromLink = asked.get('commune');
  const commune =
    fromLink === 'all' ? null : (communeCodeOf(fromLink) ?? communeCodeOf(readCookie(event, 'commune')));
  const filter = { placeCode: commune };
  const [place, open, closed, drafts] = await Promise.all([
    commune ? placeByCode(event, commune) : null,
    ask(event, PollsOfPlace, { filter: { ...filter, state: 'OPEN' } }),
    ask(event, PollsOfPlace, { filter: { ...filter, state: 'CLOSED' } }),
    ask(event, PollsOfPlace, { filter: { ...filter, state: 'DRAFT' } }),
  ]);
  return {
    place,
    open: open.polls.nodes,
    closed: closed.polls.nodes,
    // A facilitator sees drafts too; here only those that ask children for ideas.
    asking: drafts.polls.nodes.filter(({ takesProposals }) => takesProposals),
    isUnknownCard: Boolean(card) || asked.has('unknown'),
  };
};

export const actions: Actions = {
  card: async (event) => {
    const card = textOf(await event.request.formData(), 'card', 60);
    await goToPollOf(event, card);
    redirect(303, '/polls?unknown#card');
  },
};

/** Leads to the poll a card is for, with the code laid ready; comes back where it fits none. */
async function goToPollOf(event: RequestEvent, card: string): Promise<void> {
  const answer = await askIfThere(event, PollOfCard, { card });
  const id = answer?.pollOfCard?.id;
  if (!id) return;
  takeCard(event, card);
  redirect(303, `/polls/${id}`);
}
