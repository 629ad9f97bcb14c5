import { HARM_KINDS } from '@samleng/text';

// The closed lists of the desk. They stand here and not in the shared vocabulary: the participation service must not
// know a word of them.

/**
 * What somebody is at the desk for. Workers and supervisors may receive cases. The safeguarding lead sees who read
 * what and never a case; the administrator sees accounts and never a case.
 */
export const deskRoles = ['WORKER', 'SUPERVISOR', 'LEAD', 'ADMINISTRATOR'] as const;
export type DeskRole = (typeof deskRoles)[number];

/** Who somebody works for. The local ones never receive a case about somebody in charge. */
export const affiliations = {
  NGO: { isLocalAuthority: false },
  HELPLINE: { isLocalAuthority: false },
  SOCIAL_AFFAIRS: { isLocalAuthority: false },
  COMMUNE_COUNCIL: { isLocalAuthority: true },
  CCWC: { isLocalAuthority: true },
  COMMUNE_POLICE: { isLocalAuthority: true },
  SCHOOL: { isLocalAuthority: true },
  HEALTH_CENTRE: { isLocalAuthority: true },
  DISTRICT_ADMINISTRATION: { isLocalAuthority: true },
  PROVINCE_ADMINISTRATION: { isLocalAuthority: false },
} as const satisfies Record<string, { isLocalAuthority: boolean }>;
export type Affiliation = keyof typeof affiliations;
export const affiliationKeys = Object.keys(affiliations) as readonly Affiliation[];

export const accountStates = ['INVITED', 'ACTIVE', 'LEFT'] as const;
export type AccountState = (typeof accountStates)[number];

/** Where a case stands. What is erased is a case no more. */
export const caseStates = ['RECEIVED', 'READ', 'IN_HAND', 'REFERRED', 'CLOSED'] as const;
export type CaseState = (typeof caseStates)[number];

/** How soon a person must look: within one staffed hour, or within a day. */
export const urgencies = ['URGENT', 'HIGH', 'NORMAL'] as const;
export type Urgency = (typeof urgencies)[number];

/** By which way a case came. */
export const channels = ['WEB', 'OFFLINE', 'MOVED'] as const;
export type Channel = (typeof channels)[number];

/** Answers to a question that may be left open. */
export const saidAnswers = ['YES', 'NO', 'UNKNOWN'] as const;
export type SaidAnswer = (typeof saidAnswers)[number];

/** Who is accused: a role, never a name. */
export const accusedRoles = ['FAMILY', 'TEACHER', 'OFFICIAL', 'PEER', 'STRANGER', 'UNKNOWN'] as const;
export type AccusedRole = (typeof accusedRoles)[number];

/** What a case is about, as a worker judges it. */
export const caseKinds = [...HARM_KINDS, 'OTHER', 'NOT_A_CASE'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** What an item of a case is. The child sees messages only. */
export const itemFields = ['REPORT', 'VOICE', 'MESSAGE', 'NOTE', 'TRIAGE', 'REFERRAL'] as const;
export type ItemField = (typeof itemFields)[number];

/**
 * How somebody stands to a case they hold a key of. Only the first three may open it; STANDBY is a supervisor's, for
 * when nobody looks in time; OFFERED waits to be accepted.
 */
export const standings = {
  RECEIVER: { mayOpen: true },
  ASSIGNED: { mayOpen: true },
  ESCALATED: { mayOpen: true },
  OFFERED: { mayOpen: false },
  STANDBY: { mayOpen: false },
} as const satisfies Record<string, { mayOpen: boolean }>;
export type Standing = keyof typeof standings;
export const standingKeys = Object.keys(standings) as readonly Standing[];

/** Why somebody opens a case. */
export const readingReasons = [
  'FIRST_LOOK',
  'CHILD_WROTE',
  'FOLLOW_UP',
  'HAND_OVER',
  'REFERRAL',
  'SUPERVISION',
] as const;
export type ReadingReason = (typeof readingReasons)[number];

export const alarmKinds = [
  /** Nobody of the area may receive the case: it went to supervisor and break-glass. */
  'NO_RECEIVER',
  /** Nobody looked in time. */
  'NOT_LOOKED_AT',
  /** A hand-over was not accepted in time. */
  'HAND_OVER_NOT_ACCEPTED',
  /** What is stored of a case was changed by somebody. */
  'CASE_DAMAGED',
  /** Many cases were opened in a short time. */
  'MANY_OPENINGS',
  /** The audit is not in order. */
  'AUDIT_BROKEN',
  /** Break-glass was used. */
  'BREAK_GLASS_USED',
  /** Nobody is left who holds the case. */
  'NO_HOLDER',
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** To whom a case can be referred. */
export const referralReceivers = [
  'HELPLINE_1280',
  'SOCIAL_AFFAIRS',
  'CCWC_FOCAL_POINT',
  'POLICE',
  'HEALTH',
] as const;
export type ReferralReceiver = (typeof referralReceivers)[number];

/** Why a case is referred although the child has not agreed. */
export const dutyReasons = [
  'DANGER_NOW',
  'SELF_HARM',
  'SEXUAL_VIOLENCE',
  'TRAFFICKING',
  'LAW_REQUIRES',
] as const;
export type DutyReason = (typeof dutyReasons)[number];

/** What the receiver said of a referral. */
export const referralOutcomes = ['SENT', 'RECEIVED', 'IN_PROGRESS', 'CLOSED', 'NO_CONTACT'] as const;
export type ReferralOutcome = (typeof referralOutcomes)[number];

/** National case systems a referral can be handed to. */
export const caseSystems = ['PRIMERO', 'OSCAR'] as const;
export type CaseSystem = (typeof caseSystems)[number];

/** How a case ended. */
export const closings = [
  'HELPED',
  'REFERRED_ON',
  'CHILD_DID_NOT_ANSWER',
  'CHILD_ASKED',
  'NOT_A_CASE',
] as const;
export type Closing = (typeof closings)[number];

/** Why a case was erased. */
export const erasures = ['TIME_OVER', 'CHILD_ASKED', 'SUPERVISOR'] as const;
export type Erasure = (typeof erasures)[number];
