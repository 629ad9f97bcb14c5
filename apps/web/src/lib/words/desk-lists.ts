import type {
  AccusedRole,
  Affiliation,
  CaseKind,
  Closing,
  DeskRole,
  DutyReason,
  ReadingReason,
  ReferralOutcome,
  ReferralReceiver,
  SaidAnswer,
  Urgency,
} from '#lib/server/generated/protection/graphql.ts';

// The closed lists of the protection desk's forms, in the order in which they are asked. They are typed by the desk's
// printed schema; the shared vocabulary does not know them.

/** A list that names every member of a type once. */
function all<Member extends string>() {
  return <const List extends readonly Member[]>(
    list: List & ([Member] extends [List[number]] ? unknown : never),
  ): readonly Member[] => list;
}

export const urgencies = all<Urgency>()(['URGENT', 'HIGH', 'NORMAL']);
export const saidAnswers = all<SaidAnswer>()(['YES', 'NO', 'UNKNOWN']);
export const caseKinds = all<CaseKind>()([
  'PHYSICAL_VIOLENCE',
  'SEXUAL_VIOLENCE',
  'ONLINE_SEXUAL_EXTORTION',
  'SELF_HARM',
  'EXPLOITATION',
  'CONFINEMENT',
  'THREAT',
  'NEGLECT',
  'LABOUR',
  'FORCED_MARRIAGE',
  'BULLYING',
  'FEAR_OR_CALL_FOR_HELP',
  'OTHER',
  'NOT_A_CASE',
]);
export const accusedRoles = all<AccusedRole>()([
  'FAMILY',
  'TEACHER',
  'OFFICIAL',
  'PEER',
  'STRANGER',
  'UNKNOWN',
]);
export const dutyReasons = all<DutyReason>()([
  'DANGER_NOW',
  'SELF_HARM',
  'SEXUAL_VIOLENCE',
  'TRAFFICKING',
  'LAW_REQUIRES',
]);
export const readingReasons = all<ReadingReason>()([
  'FIRST_LOOK',
  'CHILD_WROTE',
  'FOLLOW_UP',
  'HAND_OVER',
  'REFERRAL',
  'SUPERVISION',
]);
export const closings = all<Closing>()([
  'HELPED',
  'REFERRED_ON',
  'CHILD_DID_NOT_ANSWER',
  'CHILD_ASKED',
  'NOT_A_CASE',
]);
export const referralReceivers = all<ReferralReceiver>()([
  'HELPLINE_1280',
  'SOCIAL_AFFAIRS',
  'CCWC_FOCAL_POINT',
  'POLICE',
  'HEALTH',
]);
export const referralOutcomes = all<ReferralOutcome>()([
  'SENT',
  'RECEIVED',
  'IN_PROGRESS',
  'CLOSED',
  'NO_CONTACT',
]);
export const deskRoles = all<DeskRole>()(['WORKER', 'SUPERVISOR', 'LEAD', 'ADMINISTRATOR']);
export const affiliations = all<Affiliation>()([
  'NGO',
  'HELPLINE',
  'SOCIAL_AFFAIRS',
  'CCWC',
  'COMMUNE_COUNCIL',
  'COMMUNE_POLICE',
  'SCHOOL',
  'HEALTH_CENTRE',
  'DISTRICT_ADMINISTRATION',
  'PROVINCE_ADMINISTRATION',
]);
