/** What helps a child somewhere, and can be found on the map of services. Words: `serviceKind.<KEY>`. */
export const serviceKinds = [
  'HEALTH_CENTRE',
  'WOMEN_AND_CHILDREN_DESK',
  'POLICE',
  'SOCIAL_AFFAIRS',
  'SCHOOL',
  'NGO',
  'SAFE_PLACE',
  'HOTLINE',
  'OTHER',
] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** A note older than so many days is shown as old: the door may be closed, the phone may be dead. */
export const serviceCheckIsOldAfterDays = 365;

/** What families of a village lack, counted without names. Words: `need.<KEY>`. */
export const needs = [
  'NO_TOILET',
  'NO_CLEAN_WATER',
  'NO_FOOD',
  'NO_SAFE_HOUSE',
  'CHILD_NOT_AT_SCHOOL',
  'CHILD_WITHOUT_BIRTH_CERTIFICATE',
  'CHILD_WITH_DISABILITY_WITHOUT_HELP',
] as const;
export type Need = (typeof needs)[number];

/** What an area can be struck by. Words: `emergencyKind.<KEY>`. */
export const emergencyKinds = ['FLOOD', 'STORM', 'DROUGHT', 'FIRE', 'DISEASE', 'FIGHTING', 'OTHER'] as const;
export type EmergencyKind = (typeof emergencyKinds)[number];

/** An emergency lasts at most so many days; what goes on longer is declared again. */
export const emergencyLastsMostDays = 60;
