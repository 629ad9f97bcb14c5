import { createHash, randomBytes } from 'node:crypto';
import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { appendAudit, type DatabaseEntityManager } from '@samleng/server';
import { messagesOf } from '@samleng/messages';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { placesByCode } from '../places/index.ts';
import { Place } from '../places/index.ts';
import { maySee } from './meeting.queries.ts';
import { CalendarAddress, Meeting } from './meeting.entity.ts';
import { writeCalendar } from './write-calendar.ts';

const addressesMost = 5;

/**
 * Staff who see the meetings of a place make themselves an address for a calendar program. It is shown once: 256 random
 * bits, of which only a hash is kept. Five at most at a time.
 */
export async function makeCalendarAddress(
  request: ApiRequest,
  input: { readonly placeCode: string },
): Promise<Result<{ address: CalendarAddress; token: string }, readonly Problem[]>> {
  const { placeCode } = input;
  const isPlace = /^(\d\d){1,4}$/.test(placeCode) && (await load(request, placesByCode, placeCode));
  if (!isPlace || !(await maySee(request, { placeCode })))
    return refused([problem('NOT_FOUND', 'placeCode')]);
  return inTransaction(request, async (inside) => {
    const { em, clock, viewer } = inside;
    const accountId = viewer.accountId!;
    if ((await em.count(CalendarAddress, { accountId, revokedAt: null })) >= addressesMost)
      return refused([problem('OUT_OF_RANGE', 'placeCode')]);
    const token = randomBytes(32).toString('base64url');
    const address = em.create(CalendarAddress, {
      id: newId(clock.now().getTime()),
      tokenHash: hashOf(token),
      placeCode,
      accountId,
      madeAt: clock.now(),
    });
    await em.flush();
    await audit(inside, 'makeCalendarAddress', address.id);
    return ok({ address, token });
  });
}

/** Whoever made an address makes it lead nowhere, for good. */
export async function revokeCalendarAddress(
  request: ApiRequest,
  input: { readonly addressId: string },
): Promise<Result<CalendarAddress, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const { em, clock, viewer } = inside;
    const address =
      viewer.accountId !== null && isId(input.addressId)
        ? await em.findOne(CalendarAddress, { id: input.addressId, accountId: viewer.accountId })
        : null;
    if (address === null) return refused([problem('NOT_FOUND', 'addressId')]);
    address.revokedAt ??= clock.now();
    await em.flush();
    await audit(inside, 'revokeCalendarAddress', address.id);
    return ok(address);
  });
}

/** The addresses the viewer made that still lead somewhere. */
export function ownCalendarAddresses({ em, viewer }: ApiRequest): Promise<CalendarAddress[]> {
  if (viewer.accountId === null) return Promise.resolve([]);
  return em.find(
    CalendarAddress,
    { accountId: viewer.accountId, revokedAt: null },
    { orderBy: { id: 'asc' }, limit: addressesMost },
  );
}

/**
 * The calendar under a secret address: kind, time and place of meetings from a year ago on. Nobody is named, and no
 * agenda stands in it, for calendar programs send it on. Null alike for an unknown, a revoked and an orphaned address.
 */
export async function calendarUnder(
  em: DatabaseEntityManager,
  token: string,
  now: Date,
  webOrigin: string,
): Promise<string | null> {
  const address = await em.findOne(CalendarAddress, { tokenHash: hashOf(token), revokedAt: null });
  if (address === null) return null;
  const isActive = await em.execute<{ id: string }[]>(
    `select id from accounts where id = ? and state = 'ACTIVE'`,
    [address.accountId],
  );
  if (isActive.length === 0) return null;
  const { placeCode } = address;
  const meetings = await em.find(
    Meeting,
    {
      placeCode: { $like: `${placeCode}%` },
      startsAt: { $gte: new Date(now.getTime() - 366 * 86_400_000) },
    },
    { orderBy: [{ startsAt: 'asc' }, { id: 'asc' }], limit: 500 },
  );
  const codes = [...new Set([placeCode, ...meetings.map((meeting) => meeting.placeCode)])];
  const places = new Map(
    (await em.find(Place, { code: { $in: codes } })).map((place) => [place.code, place]),
  );
  const nameOf = (code: string) => places.get(code)?.nameKm ?? code;
  const words = { km: messagesOf('km'), en: messagesOf('en') };
  const kindIn = (language: 'km' | 'en', kind: string) => String(words[language].get(`meetingKind.${kind}`));
  return writeCalendar(
    `${String(words.km.get('meetings.title'))} · ${nameOf(placeCode)}`,
    meetings.map((meeting) => ({
      id: meeting.id,
      startsAt: meeting.startsAt,
      minutes: meeting.minutes ?? 120,
      summary: `${kindIn('km', meeting.kind)} · ${nameOf(meeting.placeCode)}`,
      description: kindIn('en', meeting.kind),
      location: [meeting.venue, nameOf(meeting.placeCode)].filter(Boolean).join(', '),
      isCancelled: meeting.state === 'CANCELLED',
      sequence: meeting.version - 1,
      url: `${webOrigin}/facilitate/meetings/${meeting.id}?on=${dayInCambodia(meeting.startsAt)}`,
    })),
    now,
  );
}

function hashOf(token: string): string {
  return createHash('sha256').update(`calendar ${token}`).digest('hex');
}

async function audit(inside: ApiRequest, deed: string, subjectId: string): Promise<void> {
  await appendAudit(inside.em, {
    occurredAt: inside.clock.now(),
    actorId: inside.viewer.accountId,
    deed,
    subjectType: 'calendar-address',
    subjectId,
    detail: {},
  });
}
