import { officeKinds, type OfficeKind } from '@samleng/vocabulary';

/**
 * Offices led by the head of another although unanswered matters do not climb through it: the commune chief chairs
 * the committee for women and children and the disaster committee; the governor's administration leads the offices
 * of the district. A complaint about the head must not land at their table.
 */
export const headedBy: Readonly<Partial<Record<OfficeKind, OfficeKind>>> = {
  CCWC: 'COMMUNE_COUNCIL',
  DISASTER_COMMITTEE: 'COMMUNE_COUNCIL',
  VILLAGE_CHIEF: 'COMMUNE_COUNCIL',
  WCCC: 'DISTRICT_ADMINISTRATION',
  SOCIAL_AFFAIRS: 'DISTRICT_ADMINISTRATION',
  EDUCATION_OFFICE: 'DISTRICT_ADMINISTRATION',
  HEALTH_OFFICE: 'DISTRICT_ADMINISTRATION',
  CITIZENS_OFFICE: 'DISTRICT_ADMINISTRATION',
  PROVINCE_SOCIAL_AFFAIRS: 'PROVINCE_ADMINISTRATION',
};

/**
 * Whether offices of one kind stand under those of another: the other heads them (`headedBy`) or is the first their
 * matters climb to, directly or through further offices.
 *
 * @example standsUnder('SCHOOL', 'COMMUNE_COUNCIL') // true: a school's unanswered matters climb to the council
 * @example standsUnder('CCWC', 'COMMUNE_COUNCIL')   // true: its chair is the commune chief
 * @example standsUnder('COMMUNE_POLICE', 'COMMUNE_COUNCIL') // false: a chain of its own
 */
export function standsUnder(kind: OfficeKind, over: OfficeKind): boolean {
  const seen = new Set<OfficeKind>();
  const open: OfficeKind[] = heads(kind);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === over) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...heads(next));
  }
  return false;
}

function heads(kind: OfficeKind): OfficeKind[] {
  const above: readonly OfficeKind[] = officeKinds[kind].above;
  return [above[0], headedBy[kind]].filter((head) => head !== undefined);
}
