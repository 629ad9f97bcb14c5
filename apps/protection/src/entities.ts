import {
  Account,
  Invitation,
  Passkey,
  PasskeyChallenge,
  Session,
  SignInChallenge,
} from './features/accounts/account.entity.ts';
import { Alarm } from './features/alarms/alarm.entity.ts';
import {
  Case,
  CaseCount,
  CaseExclusion,
  CaseItem,
  CaseKey,
  CaseReader,
  HandOver,
  Receipt,
  Tombstone,
} from './features/cases/case.entity.ts';
import { AccessReport } from './features/oversight/access-report.entity.ts';
import { Referral } from './features/referrals/referral.entity.ts';
import { RosterEntry } from './features/roster/roster-entry.entity.ts';

/** Every table of the protection desk. */
export const entities = [
  AccessReport,
  Account,
  Alarm,
  Case,
  CaseCount,
  CaseExclusion,
  CaseItem,
  CaseKey,
  CaseReader,
  HandOver,
  Invitation,
  Passkey,
  PasskeyChallenge,
  Receipt,
  Referral,
  RosterEntry,
  Session,
  SignInChallenge,
  Tombstone,
];
