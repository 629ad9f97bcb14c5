/**
 * The duty bearers. `level` is the level of place an office of the kind answers for; `above` lists the kinds that
 * an unanswered or self-concerning matter goes to, in the order in which they are tried.
 */
export const officeKinds = {
  SCHOOL: { level: 'COMMUNE', above: ['COMMUNE_COUNCIL', 'EDUCATION_OFFICE'] },
  HEALTH_CENTRE: { level: 'COMMUNE', above: ['COMMUNE_COUNCIL', 'HEALTH_OFFICE'] },
  VILLAGE_CHIEF: { level: 'VILLAGE', above: ['COMMUNE_COUNCIL'] },
  COMMUNE_COUNCIL: { level: 'COMMUNE', above: ['DISTRICT_ADMINISTRATION'] },
  CCWC: { level: 'COMMUNE', above: ['WCCC', 'SOCIAL_AFFAIRS'] },
  COMMUNE_POLICE: { level: 'COMMUNE', above: ['DISTRICT_POLICE'] },
  DISASTER_COMMITTEE: { level: 'COMMUNE', above: ['DISTRICT_ADMINISTRATION'] },
  SOCIAL_AFFAIRS: { level: 'DISTRICT', above: ['PROVINCE_SOCIAL_AFFAIRS'] },
  WCCC: { level: 'DISTRICT', above: ['PROVINCE_ADMINISTRATION'] },
  DISTRICT_ADMINISTRATION: { level: 'DISTRICT', above: ['PROVINCE_ADMINISTRATION'] },
  EDUCATION_OFFICE: { level: 'DISTRICT', above: ['PROVINCE_ADMINISTRATION'] },
  HEALTH_OFFICE: { level: 'DISTRICT', above: ['PROVINCE_ADMINISTRATION'] },
  DISTRICT_POLICE: { level: 'DISTRICT', above: ['PROVINCE_ADMINISTRATION'] },
  CITIZENS_OFFICE: { level: 'DISTRICT', above: ['DISTRICT_ADMINISTRATION'] },
  PROVINCE_SOCIAL_AFFAIRS: { level: 'PROVINCE', above: ['MINISTRY'] },
  PROVINCE_ADMINISTRATION: { level: 'PROVINCE', above: ['MINISTRY'] },
  MINISTRY: { level: 'NATION', above: [] },
} as const satisfies Record<string, { readonly level: Level; readonly above: readonly string[] }>;

/** The levels of place, from the smallest to the whole country. */
export const levels = ['VILLAGE', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'NATION'] as const;
export type Level = (typeof levels)[number];

export type OfficeKind = keyof typeof officeKinds;
export const officeKindKeys = Object.keys(officeKinds) as readonly OfficeKind[];
