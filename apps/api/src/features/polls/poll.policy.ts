import type { Poll } from './poll.entity.ts';
import type { CardBatch } from './card.entity.ts';
import { hasRole, hasRoleIn, type Viewer } from '../accounts/index.ts';

type Where = Pick<Poll, 'placeCode'>;
type Stand = Pick<Poll, 'placeCode' | 'state'>;

/** Facilitators of a place, or of one around it, make and run its polls. */
export function mayRunPolls(viewer: Viewer, placeCode: string): boolean {
  return viewer.accountId !== null && hasRoleIn(viewer, 'FACILITATOR', placeCode);
}

/** The second person of a poll: another facilitator of the place, or an administrator where there is only one. */
export function maySecond(viewer: Viewer, { placeCode }: Where, first: string | null | undefined): boolean {
  const isFit = hasRoleIn(viewer, 'FACILITATOR', placeCode) || hasRole(viewer, 'ADMINISTRATOR');
  return viewer.accountId !== null && viewer.accountId !== first && isFit;
}

/** A poll is shown to all once it opens, or while children may propose options; before, to those who make it. */
export function maySeePoll(viewer: Viewer, poll: Stand & Pick<Poll, 'takesProposals'>): boolean {
  return poll.state !== 'DRAFT' || poll.takesProposals || maySeeWork(viewer, poll);
}

/** Drafts, cards, sheets and proposals are seen by those who run the poll and by administrators. */
export function maySeeWork(viewer: Viewer, { placeCode }: Where): boolean {
  return mayRunPolls(viewer, placeCode) || (viewer.accountId !== null && hasRole(viewer, 'ADMINISTRATOR'));
}

/** Question, options and rule stand once the poll is open: nobody changes what others answer. */
export function mayChange(viewer: Viewer, poll: Stand): boolean {
  return poll.state === 'DRAFT' && mayRunPolls(viewer, poll.placeCode);
}

export function mayPropose(viewer: Viewer, poll: Pick<Poll, 'state' | 'takesProposals'>): boolean {
  return viewer.deviceKey !== null && poll.state === 'DRAFT' && poll.takesProposals;
}

/** Cards are made for a poll that is not over. */
export function mayMakeCards(viewer: Viewer, poll: Stand & Pick<Poll, 'electorate'>): boolean {
  const isInTime = poll.state === 'DRAFT' || poll.state === 'OPEN';
  return isInTime && poll.electorate !== 'OPEN' && mayRunPolls(viewer, poll.placeCode);
}

export function mayApproveCards(
  viewer: Viewer,
  poll: Stand,
  batch: Pick<CardBatch, 'state' | 'askedBy'>,
): boolean {
  const isInTime = poll.state === 'DRAFT' || poll.state === 'OPEN';
  return isInTime && batch.state === 'ASKED' && maySecond(viewer, poll, batch.askedBy);
}

/** Papers are counted while the poll is open and until it is closed. */
export function mayEnterPapers(viewer: Viewer, poll: Stand): boolean {
  return (poll.state === 'OPEN' || poll.state === 'CLOSING') && mayRunPolls(viewer, poll.placeCode);
}

export function mayAskToClose(viewer: Viewer, poll: Stand): boolean {
  return poll.state === 'OPEN' && mayRunPolls(viewer, poll.placeCode);
}

/** The codes were shown to the one who made the batch, or who approved it. */
export function mayPrintCards(
  viewer: Viewer,
  poll: Stand,
  batch: Pick<CardBatch, 'state' | 'askedBy' | 'approvedBy'>,
): boolean {
  const isTheirs = viewer.accountId === (batch.approvedBy ?? batch.askedBy);
  return isTheirs && batch.state === 'DRAWN' && poll.state !== 'CLOSED' && maySeeWork(viewer, poll);
}

/** The one who asked cannot be the one who confirms. */
export function mayConfirmClose(viewer: Viewer, poll: Stand & Pick<Poll, 'closeAskedBy'>): boolean {
  return poll.state === 'CLOSING' && maySecond(viewer, poll, poll.closeAskedBy);
}

/** Whether ballots are taken now: the poll is open and its time has come and not gone. */
export function takesBallots(poll: Pick<Poll, 'state' | 'opensAt' | 'closesAt'>, now: Date): boolean {
  return poll.state === 'OPEN' && poll.opensAt <= now && now < poll.closesAt;
}

/** The doubts about a batch are looked at by somebody who did not make it. */
export function mayReviewFlag(viewer: Viewer, poll: Stand, batch: CardBatch): boolean {
  return poll.state !== 'CLOSED' && batch.signals.length > 0 && maySecond(viewer, poll, batch.askedBy);
}

/**
 * Before a poll opens a batch is made void by those who run it; afterwards votes may go with it, so that it takes
 * somebody other than its maker.
 */
export function mayVoidCards(
  viewer: Viewer,
  poll: Stand,
  batch: Pick<CardBatch, 'state' | 'askedBy'>,
): boolean {
  if (poll.state === 'CLOSED' || batch.state === 'VOID') return false;
  if (poll.state === 'DRAFT' || batch.state === 'ASKED') return maySeeWork(viewer, poll);
  return maySecond(viewer, poll, batch.askedBy);
}

/**
 * The photo of a tally sheet shows handwriting and names: it is for the one who typed the sheet in, and for the second
 * person who holds it against the figures before confirming the close.
 */
export function maySeeSheetPhoto(
  viewer: Viewer,
  poll: Stand & Pick<Poll, 'closeAskedBy' | 'closedBy'>,
  keepers: readonly string[],
): boolean {
  const { accountId } = viewer;
  if (accountId === null || !maySeeWork(viewer, poll)) return false;
  if (keepers.includes(accountId)) return true;
  return poll.state === 'CLOSED' ? poll.closedBy === accountId : mayConfirmClose(viewer, poll);
}
