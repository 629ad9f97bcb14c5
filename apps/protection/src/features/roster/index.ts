export { RosterEntry } from './roster-entry.entity.ts';
export { hasReceivers, receiversOf, requireReceivers, rosterOf, supervisorsOf } from './roster.queries.ts';
export { type Candidate, isExcluded } from './who-receives.ts';
export { excludedAffiliations } from './exclusion.ts';
export { isOnCall, nextOnCall, type OnCallHours, staffedMinutesAfter } from './on-call.ts';
