import {
  type Affiliation,
  affiliationKeys,
  affiliations,
  type AccusedRole,
  type SaidAnswer,
} from '../../lists.ts';

/** What of a report says who must not receive it. */
export type ExclusionFacts = {
  readonly aboutSomeoneInCharge?: SaidAnswer | null;
  readonly accusedRole?: AccusedRole | null;
  /** The kind of office a moderator tagged. */
  readonly aboutOfficeKind?: string | null;
};

const localAuthorities = affiliationKeys.filter((key) => affiliations[key].isLocalAuthority);

/**
 * Whom a report must not reach, by who they work for: the teachers' school, the official's colleagues, and with "yes,
 * somebody in charge" every authority of the area. Doubt excludes: the case still reaches people from outside.
 */
export function excludedAffiliations(facts: ExclusionFacts): Affiliation[] {
  const excluded = new Set<Affiliation>();
  if (facts.aboutSomeoneInCharge === 'YES' || facts.accusedRole === 'OFFICIAL')
    for (const each of localAuthorities) excluded.add(each);
  if (facts.accusedRole === 'TEACHER') excluded.add('SCHOOL');
  for (const each of affiliationKeys) if (each === facts.aboutOfficeKind) excluded.add(each);
  return affiliationKeys.filter((each) => excluded.has(each));
}
