import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import { appendAudit, inTransaction } from '@samleng/server';
import { Account, liesIn, type Viewer } from '../accounts/index.ts';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { areHours, type OnCallHours } from './on-call.ts';
import { RosterEntry } from './roster-entry.entity.ts';
import { hasReceivers } from './roster.queries.ts';

/** Supervisors keep the roster of their own area, with the passphrase given again. */
export function mayKeepRoster(viewer: Viewer, placeCode: string): boolean {
  return viewer.kind === 'SUPERVISOR' && liesIn(placeCode, viewer.placeCode);
}

/**
 * A supervisor names a trained person of the desk who receives cases of an area, and when they are on call. Naming
 * them again for the same area changes the hours.
 */
export async function setRosterEntry(
  request: DeskRequest,
  input: {
    accountId: string;
    placeCode: string;
    hours: readonly OnCallHours[];
    worksOnHolidays?: boolean | null;
  },
): Promise<Result<RosterEntry, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!/^(\d{2}){0,4}$/.test(input.placeCode)) return refused([problem('NOT_FOUND', 'placeCode')]);
  if (!mayKeepRoster(viewer, input.placeCode)) return refused([problem('NOT_FOUND', 'placeCode')]);
  if (!viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  if (input.hours.length > 50 || !input.hours.every(areHours))
    return refused([problem('OUT_OF_RANGE', 'hours')]);
  return inTransaction(request, async ({ em }): Promise<Result<RosterEntry, readonly Problem[]>> => {
    const account = isId(input.accountId)
      ? await em.findOne(Account, { id: input.accountId, state: 'ACTIVE' })
      : null;
    if (account === null) return refused([problem('NOT_FOUND', 'accountId')]);
    if (account.role !== 'WORKER' && account.role !== 'SUPERVISOR')
      return refused([problem('NOT_A_RECEIVER', 'accountId')]);
    if (!account.trainedOn || !account.publicKey) return refused([problem('TRAINING_MISSING', 'accountId')]);
    const place = { accountId: account.id, placeCode: input.placeCode };
    const hours = input.hours.map(({ weekday, from, to }) => ({ weekday, from, to }));
    const duty = { hours, worksOnHolidays: input.worksOnHolidays ?? false };
    const before = await em.findOne(RosterEntry, place);
    const entry = before ?? em.create(RosterEntry, { id: newId(clock.now().getTime()), ...place, ...duty });
    em.assign(entry, duty);
    await em.flush();
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: 'setRosterEntry',
      subjectType: 'Account',
      subjectId: account.id,
      detail: { placeCode: input.placeCode, hours },
    });
    return ok(entry);
  });
}

/** A supervisor takes a person off the roster of an area. The last one who receives in the country stays. */
export async function removeRosterEntry(
  request: DeskRequest,
  input: { entryId: string },
): Promise<Result<null, readonly Problem[]>> {
  const { viewer, clock } = request;
  const entry = isId(input.entryId) ? await request.em.findOne(RosterEntry, { id: input.entryId }) : null;
  if (entry === null || !mayKeepRoster(viewer, entry.placeCode))
    return refused([problem('NOT_FOUND', 'entryId')]);
  if (!viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  try {
    await inTransaction(request, async (inside) => {
      await inside.em.nativeDelete(RosterEntry, { id: entry.id });
      if (!(await hasReceivers(inside))) throw new LastReceiver();
      await appendAudit(inside.em, {
        occurredAt: clock.now(),
        actorId: viewer.accountId,
        deed: 'removeRosterEntry',
        subjectType: 'Account',
        subjectId: entry.accountId,
        detail: { placeCode: entry.placeCode },
      });
    });
    return ok(null);
  } catch (error) {
    if (error instanceof LastReceiver) return refused([problem('LAST_RECEIVER', 'entryId')]);
    throw error;
  }
}

/** Undoes the transaction that would take the last receiver away. */
class LastReceiver extends Error {}
