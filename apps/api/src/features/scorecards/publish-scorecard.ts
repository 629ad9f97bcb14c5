import { isId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import type { Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { fieldsWithIdentifiers } from '../assignments/index.ts';
import { Meeting } from '../meetings/index.ts';
import { auditScorecard, lockScorecard } from './record-deed.ts';
import { type Scorecard, ScoreRound } from './scorecard.entity.ts';
import { mayRunScorecard } from './scorecard.policy.ts';

/**
 * A facilitator publishes what the groups said, once every sitting is closed. From then on nothing of it changes: two
 * publications could be laid side by side. What the service said of itself shows with it.
 */
export async function publishScorecard(
  request: ApiRequest,
  input: { readonly scorecardId: string },
): Promise<Result<Scorecard, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const card = await lockScorecard(inside, input.scorecardId);
    if (card === null || !mayRunScorecard(inside.viewer, card))
      return refused([problem('NOT_FOUND', 'scorecardId')]);
    const rounds = await inside.em.find(ScoreRound, { scorecardId: card.id });
    if (card.state !== 'SCORING' || rounds.length === 0 || rounds.some(({ isClosed }) => !isClosed))
      return refused([problem('WRONG_STATE', 'scorecardId')]);
    Object.assign(card, { state: 'PUBLISHED', publishedAt: inside.clock.now() });
    await auditScorecard(inside, 'publishScorecard', card, { rounds: rounds.length });
    return ok(card);
  });
}

/** A facilitator writes down the interface meeting: the day, which meeting it was, and what both sides agreed. */
export async function recordInterface(
  request: ApiRequest,
  input: {
    readonly scorecardId: string;
    readonly heldOn: string;
    readonly meetingId?: string | null;
    readonly agreedKm?: string | null;
    readonly agreedEn?: string | null;
  },
): Promise<Result<Scorecard, readonly Problem[]>> {
  const limit = { max: 1_000, optional: true } as const;
  const { agreedKm, agreedEn } = input;
  const words = admitTexts({ agreedKm, agreedEn }, { agreedKm: limit, agreedEn: limit });
  if (!words.ok) return words;
  const problems = fieldsWithIdentifiers(words.value).map((field) => problem('IDENTIFIERS_LEFT', field));
  if (words.value.agreedKm === null && words.value.agreedEn === null)
    problems.push(problem('REQUIRED', 'agreedKm'));
  if (input.heldOn > dayInCambodia(request.clock.now())) problems.push(problem('OUT_OF_RANGE', 'heldOn'));
  if (problems.length > 0) return refused(problems);
  return inTransaction(request, async (inside) => {
    const card = await lockScorecard(inside, input.scorecardId);
    if (card === null || !mayRunScorecard(inside.viewer, card))
      return refused([problem('NOT_FOUND', 'scorecardId')]);
    if (card.state !== 'PUBLISHED') return refused([problem('WRONG_STATE', 'scorecardId')]);
    const meetingId = input.meetingId || null;
    if (meetingId !== null && !(await isItsMeeting(inside, card, meetingId)))
      return refused([problem('NOT_FOUND', 'meetingId')]);
    Object.assign(card, { ...words.value, interfaceOn: input.heldOn, interfaceMeetingId: meetingId });
    await auditScorecard(inside, 'recordInterface', card, { heldOn: input.heldOn, meetingId });
    return ok(card);
  });
}

async function isItsMeeting({ em }: ApiRequest, card: Scorecard, id: string): Promise<boolean> {
  const meeting = isId(id) ? await em.findOne(Meeting, { id }) : null;
  return meeting !== null && meeting.placeCode === card.placeCode && meeting.kind === 'INTERFACE';
}
