import { ageBandKeys } from './people.ts';

/**
 * What a node of the federation tree is: a movement holds coalitions, a coalition organisations, an organisation
 * clubs. `under` lists what a node may stand under; a club may stand under any of them.
 */
export const networkKinds = {
  MOVEMENT: { under: [] },
  COALITION: { under: ['MOVEMENT'] },
  ORGANISATION: { under: ['MOVEMENT', 'COALITION'] },
} as const satisfies Readonly<Record<string, { readonly under: readonly string[] }>>;
export type NetworkKind = keyof typeof networkKinds;
export const networkKindKeys = Object.keys(networkKinds) as readonly NetworkKind[];

/** What a club is. */
export const clubKinds = ['CHILDREN_CLUB', 'YOUTH_GROUP', 'STUDENT_COUNCIL'] as const;
export type ClubKind = (typeof clubKinds)[number];

/** Members give their assent, and those under 18 a guardian's consent, anew after so many days. */
export const consentDays = 365;
/** The facilitator is told so many days before a consent ends. */
export const consentReminderDays = 30;
/** A member who left, or whose consent ended, is erased after so many days. */
export const memberKeptDays = 90;

/** What an activity session was about. */
export const activityKinds = [
  'RIGHTS',
  'I4C',
  'POSITIVE_PARENTING',
  'ONLINE_SAFETY',
  'REPORTING_ABUSE',
  'EMERGENCIES',
  'PAGODA',
  'BIRTH_REGISTRATION',
  'HEALTH_HYGIENE',
  'CLUB_MEETING',
  'RESEARCH',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** How people are counted where nobody is named; what somebody did not say is a group of its own. */
export const countedSexes = ['FEMALE', 'MALE', 'UNSAID'] as const;
export type CountedSex = (typeof countedSexes)[number];
export const countedAges = [...ageBandKeys, 'ADULT', 'UNSAID'] as const;
export type CountedAge = (typeof countedAges)[number];
export const countedDisabilities = ['YES', 'NO', 'UNSAID'] as const;
export type CountedDisability = (typeof countedDisabilities)[number];
