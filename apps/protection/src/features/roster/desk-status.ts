import type { DeskRequest } from '../../request.ts';
import { Account } from '../accounts/index.ts';
import { isOnCall, nextOnCall } from './on-call.ts';
import { rosterAround, rosterOf } from './roster.queries.ts';

export type DeskStatus = {
  readonly isOpen: boolean;
  readonly isSomebodyOnCall: boolean;
  readonly onCallFrom: Date | null;
  readonly readers: { id: string; name: string }[];
  readonly helpline: string;
};

/** The national child helpline: free, day and night. */
export const helpline = '1280';

/**
 * What a child is told before typing. Nobody on call is said plainly; what is written is taken in all the same. People
 * of the desk who name no place are told of their own area.
 */
export async function deskStatus(request: DeskRequest, placeCode: string | null): Promise<DeskStatus> {
  const { clock, holidays, em } = request;
  const place = placeCode !== null && /^\d{6}(\d{2})?$/.test(placeCode) ? placeCode : null;
  const isStaff = request.viewer.accountId !== null;
  const people =
    place === null && isStaff
      ? await rosterAround(request, request.viewer.placeCode)
      : await rosterOf(request, place);
  const now = clock.now();
  const isSomebodyOnCall = people.some((person) => isOnCall(person, now, holidays));
  const accounts = await em.find(Account, { id: { $in: people.map(({ accountId }) => accountId) } });
  return {
    isOpen: request.stretchReceipt !== null,
    isSomebodyOnCall,
    onCallFrom: isSomebodyOnCall ? null : nextOnCall(people, now, holidays),
    readers: accounts.map(({ id, name }) => ({ id, name })),
    helpline,
  };
}
