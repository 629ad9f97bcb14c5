import { ageBandKeys, sexes } from '@samleng/vocabulary';
import { registerEnumType } from 'type-graphql';
import {
  accountStates,
  accusedRoles,
  affiliationKeys,
  alarmKinds,
  caseKinds,
  caseStates,
  caseSystems,
  channels,
  closings,
  deskRoles,
  dutyReasons,
  erasures,
  itemFields,
  readingReasons,
  referralOutcomes,
  referralReceivers,
  saidAnswers,
  standingKeys,
  urgencies,
} from '../lists.ts';
import { problemCodes } from '../problems.ts';

/** Makes a GraphQL enum of a closed list. */
export function enumOf<Key extends string>(name: string, keys: readonly Key[], description: string) {
  const values = Object.fromEntries(keys.map((key) => [key, key])) as { [K in Key]: K };
  registerEnumType(values, { name, description });
  return values;
}

export const AccountStateEnum = enumOf('AccountState', accountStates, 'Whether an account is open.');
export const AccusedRoleEnum = enumOf('AccusedRole', accusedRoles, 'Who is accused: a role, never a name.');
export const AffiliationEnum = enumOf('Affiliation', affiliationKeys, 'Who somebody of the desk works for.');
export const AgeBandEnum = enumOf('AgeBand', ageBandKeys, 'An age band a child may name.');
export const AlarmKindEnum = enumOf('AlarmKind', alarmKinds, 'What the desk is alarmed about.');
export const CaseKindEnum = enumOf('CaseKind', caseKinds, 'What a case is about, as a worker judges it.');
export const CaseStateEnum = enumOf('CaseState', caseStates, 'Where a case stands.');
export const CaseSystemEnum = enumOf('CaseSystem', caseSystems, 'A national case system.');
export const ChannelEnum = enumOf('Channel', channels, 'By which way a case came.');
export const ClosingEnum = enumOf('Closing', closings, 'How a case ended.');
export const DeskRoleEnum = enumOf('DeskRole', deskRoles, 'What somebody is at the desk for.');
export const DutyReasonEnum = enumOf(
  'DutyReason',
  dutyReasons,
  'Why a child must be protected even without its assent.',
);
export const ErasureEnum = enumOf('Erasure', erasures, 'Why a case was erased.');
export const ItemFieldEnum = enumOf('ItemField', itemFields, 'What an item of a case is.');
export const ProblemCodeEnum = enumOf('ProblemCode', problemCodes, 'Why a deed was refused.');
export const ReadingReasonEnum = enumOf('ReadingReason', readingReasons, 'Why somebody opens a case.');
export const ReferralOutcomeEnum = enumOf(
  'ReferralOutcome',
  referralOutcomes,
  'What the receiver said of a referral.',
);
export const ReferralReceiverEnum = enumOf(
  'ReferralReceiver',
  referralReceivers,
  'To whom a case is referred.',
);
export const SaidAnswerEnum = enumOf('SaidAnswer', saidAnswers, 'Yes, no, or not known.');
export const SexEnum = enumOf('Sex', sexes, 'What a child says of its sex.');
export const StandingEnum = enumOf('Standing', standingKeys, 'How somebody stands to a case.');
export const UrgencyEnum = enumOf('Urgency', urgencies, 'How soon a person must look.');
