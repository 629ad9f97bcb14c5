import type { IsoDay } from '@samleng/routing';
import type { Affiliation } from '../../lists.ts';
import { isOnCall, type OnCallHours } from './on-call.ts';

/** Somebody who could receive: a roster entry with its account. */
export type Candidate = {
  readonly accountId: string;
  readonly publicKey: string;
  readonly role: string;
  readonly affiliation: Affiliation;
  /** The area of the roster entry; for a supervisor without one, of the account. */
  readonly placeCode: string;
  readonly hours: readonly OnCallHours[];
  readonly worksOnHolidays: boolean;
};

export type CaseFacts = {
  /** Where it is from; unknown: only those for the whole country receive. */
  readonly placeCode: string | null;
  readonly excludedAffiliations: readonly Affiliation[];
  readonly excludedAccountIds: readonly string[];
};

export type Receivers = {
  readonly receivers: readonly Candidate[];
  /** Supervisors of the area who hold a key for the day nobody looks in time. */
  readonly standby: readonly Candidate[];
  /** Whether nobody of the roster may receive it: it goes to the supervisors at once. */
  readonly isUncovered: boolean;
};

/** Whether a case must not reach somebody. An excluded person gets the same "not found" as a stranger. */
export function isExcluded(
  person: { accountId: string; affiliation: Affiliation },
  facts: Pick<CaseFacts, 'excludedAffiliations' | 'excludedAccountIds'>,
): boolean {
  return (
    facts.excludedAffiliations.includes(person.affiliation) ||
    facts.excludedAccountIds.includes(person.accountId)
  );
}

/**
 * Who receives a case: of the people named for its area and not excluded, those on call now (when none is, all of
 * them), and of these the nearest: village before commune before district before province before the country. Their
 * supervisors stand by. When nobody may receive it, the supervisors receive it at once.
 */
export function whoReceives(
  facts: CaseFacts,
  roster: readonly Candidate[],
  supervisors: readonly Candidate[],
  now: Date,
  holidays: ReadonlySet<IsoDay>,
): Receivers {
  const covers = ({ placeCode }: Candidate) => (facts.placeCode ?? '').startsWith(placeCode);
  const eligible = (people: readonly Candidate[]) =>
    people.filter((person) => covers(person) && !isExcluded(person, facts));
  const named = eligible(roster);
  const onCall = named.filter((person) => isOnCall(person, now, holidays));
  const chosen = onCall.length > 0 ? onCall : named;
  const nearest = Math.max(...chosen.map(({ placeCode }) => placeCode.length));
  const receivers = distinct(chosen.filter(({ placeCode }) => placeCode.length === nearest));
  const ids = new Set(receivers.map(({ accountId }) => accountId));
  const above = distinct(eligible(supervisors)).filter(({ accountId }) => !ids.has(accountId));
  return receivers.length === 0
    ? { receivers: above, standby: [], isUncovered: true }
    : { receivers, standby: above, isUncovered: false };
}

function distinct(people: readonly Candidate[]): Candidate[] {
  return [...new Map(people.map((person) => [person.accountId, person])).values()];
}
