import type { Role } from '@samleng/vocabulary';
import { type NamedPlace, placeTitle } from './places.ts';
import { inReadersLanguage, m } from './words.ts';

/** A role with where it holds: Official, Lvea primary school; Facilitator, Lvea commune. */
export function roleLine(grant: {
  readonly role: Role;
  readonly place?: NamedPlace | null;
  readonly office?: { readonly nameKm: string; readonly nameEn: string } | null;
}): string {
  const where = grant.office
    ? inReadersLanguage(grant.office.nameKm, grant.office.nameEn).text
    : grant.place
      ? placeTitle(grant.place)
      : m['level.NATION']();
  return m['staff.roleIn']({ role: m[`role.${grant.role}`](), where });
}
