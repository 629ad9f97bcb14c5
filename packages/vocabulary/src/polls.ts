/**
 * Where a poll stands: being made, taking ballots, asked to be closed by one person, closed by a second one. `next`
 * lists the states it may move to; a poll asked to be closed may be opened again, a closed one never.
 */
export const pollStates = {
  DRAFT: { next: ['OPEN'] },
  OPEN: { next: ['CLOSING'] },
  CLOSING: { next: ['OPEN', 'CLOSED'] },
  CLOSED: { next: [] },
} as const satisfies Readonly<Record<string, { readonly next: readonly string[] }>>;
export type PollState = keyof typeof pollStates;
export const pollStateKeys = Object.keys(pollStates) as readonly PollState[];

/** Who may answer a poll: anybody of the place by device, or those who hold a card of a club or of a school. */
export const electorates = ['OPEN', 'CLUB', 'SCHOOL'] as const;
export type Electorate = (typeof electorates)[number];

/** The two numbers that are never mixed: votes of card holders, and open support, one for each device. */
export const voices = ['VERIFIED', 'OPEN_SUPPORT'] as const;
export type Voice = (typeof voices)[number];

/** Where an option stands: proposed by a child, standing in the poll, or refused. */
export const optionStates = ['PROPOSED', 'STANDING', 'REFUSED'] as const;
export type OptionState = (typeof optionStates)[number];

/** Where a batch of cards stands: asked for beyond the cap, drawn, or void. */
export const cardBatchStates = ['ASKED', 'DRAWN', 'VOID'] as const;
export type CardBatchState = (typeof cardBatchStates)[number];

/** What made a batch of cards worth a second look. */
export const stuffingSignals = ['BURST', 'MORE_BALLOTS_THAN_DRAWN'] as const;
export type StuffingSignal = (typeof stuffingSignals)[number];

/** What a second person said of a flagged batch; `null` stands for not yet looked at. */
export const flagReviews = ['NOTHING_WRONG', 'DOUBTFUL'] as const;
export type FlagReview = (typeof flagReviews)[number];

/** Every card holder of a club gets one card, with a tenth more to spare, rounded up. */
export function cardCap(voters: number): number {
  return voters + Math.ceil(voters / 10);
}
