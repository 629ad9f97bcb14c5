import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import { addDays, dayInCambodia, type IsoDay } from '@samleng/routing';
import type { ActivityKind, Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { placesByCode } from '../places/index.ts';
import { checkHeadcounts } from './check-headcounts.ts';
import { mayRecordSessions } from './club.policy.ts';
import { lockClub } from './lock-club.ts';
import { ActivitySession, type Headcount } from './network.entity.ts';
import { recordDeed } from './record-deed.ts';

export type SessionWish = {
  readonly kind: ActivityKind;
  readonly heldOn: IsoDay;
  readonly counts: readonly Headcount[];
};
export type NewSession = SessionWish & {
  readonly idempotencyKey: string;
  /** The club it was held with; without one, the place says where. */
  readonly clubId?: string | null;
  readonly placeCode?: string | null;
};

/** Sessions older than this are not typed in any more. */
const oldestDays = 3 * 365;

/** The day and counts of a session: not of tomorrow, not years ago, somebody there. */
export function checkSession(wish: SessionWish, today: IsoDay): Result<SessionWish, readonly Problem[]> {
  const problems: Problem[] = [];
  if (wish.heldOn > today || wish.heldOn < addDays(today, -oldestDays))
    problems.push(problem('OUT_OF_RANGE', 'heldOn'));
  const counts = checkHeadcounts(wish.counts, 'counts');
  if (!counts.ok) problems.push(...counts.problem);
  if (!counts.ok || problems.length > 0) return refused(problems);
  return ok({ kind: wish.kind, heldOn: wish.heldOn, counts: counts.value });
}

/**
 * A facilitator records a session held with a club, or in a place without one: what about, when, how many came by sex,
 * age band and disability. Nobody is named. The same key with the same content is the same session.
 */
export async function recordSession(
  request: ApiRequest,
  input: NewSession,
): Promise<Result<ActivitySession, readonly Problem[]>> {
  const checked = checkSession(input, dayInCambodia(request.clock.now()));
  return inTransaction(request, async (inside) => {
    const where = await placeOfSession(inside, input);
    if (!where.ok) return where;
    if (!checked.ok) return checked;
    if (!isId(input.idempotencyKey)) return refused([problem('REQUIRED', 'idempotencyKey')]);
    const { em } = inside;
    const before = await em.findOne(ActivitySession, { idempotencyKey: input.idempotencyKey });
    if (before !== null)
      return isSame(before, checked.value, where.value)
        ? ok(before)
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
    const session = em.create(ActivitySession, {
      id: newId(inside.clock.now().getTime()),
      idempotencyKey: input.idempotencyKey,
      ...where.value,
      ...checked.value,
      recordedBy: inside.viewer.accountId!,
    });
    await recordDeed(inside, 'recordSession', 'session', session.id, { kind: input.kind });
    return ok(session);
  });
}

type Where = { readonly clubId: string | null; readonly placeCode: string };

async function placeOfSession(
  inside: ApiRequest,
  { clubId, placeCode }: NewSession,
): Promise<Result<Where, readonly Problem[]>> {
  if (clubId) {
    const club = await lockClub(inside, clubId);
    return club === null
      ? refused([problem('NOT_FOUND', 'clubId')])
      : ok({ clubId: club.id, placeCode: club.placeCode });
  }
  const code = placeCode ?? '';
  if (!/^\d{6}(\d\d)?$/.test(code) || !mayRecordSessions(inside.viewer, code))
    return refused([problem('NOT_FOUND', 'placeCode')]);
  return (await load(inside, placesByCode, code)) === undefined
    ? refused([problem('PLACE_NOT_FOUND', 'placeCode')])
    : ok({ clubId: null, placeCode: code });
}

function isSame(before: ActivitySession, again: SessionWish, where: Where): boolean {
  const textOf = (counts: readonly Headcount[]) =>
    counts
      .map(({ sex, ageBand, disability, count }) => `${sex} ${ageBand} ${disability} ${count}`)
      .sort()
      .join();
  return (
    before.kind === again.kind &&
    before.heldOn === again.heldOn &&
    before.placeCode === where.placeCode &&
    (before.clubId ?? null) === where.clubId &&
    textOf(before.counts) === textOf(again.counts)
  );
}

/** A facilitator takes back a session that was typed in wrongly: it is counted nowhere from then on. */
export async function withdrawSession(
  request: ApiRequest,
  input: { readonly sessionId: string },
): Promise<Result<ActivitySession, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const session = isId(input.sessionId)
      ? await inside.em.findOne(ActivitySession, { id: input.sessionId })
      : null;
    const isTheirs =
      session !== null &&
      (session.clubId
        ? (await lockClub(inside, session.clubId)) !== null
        : mayRecordSessions(inside.viewer, session.placeCode));
    if (session === null || !isTheirs) return refused([problem('NOT_FOUND', 'sessionId')]);
    session.withdrawnAt ??= inside.clock.now();
    await recordDeed(inside, 'withdrawSession', 'session', session.id);
    return ok(session);
  });
}
