import { type Role, roleKeys, roles } from '@samleng/vocabulary';
import { memberOf, textOf } from '#lib/forms/read.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import { type Asker, askIfThere } from './api.ts';
import type { FoundPlace } from './choose-place.ts';
import type { GrantInput, OfficeShownFragment } from './generated/graphql.ts';
import { OfficesInList } from './operations/offices.ts';
import { readPlace } from './read-place.ts';

/** The role a form gives (GrantFields.svelte), or what is still to be chosen. */
export type ReadGrant =
  | { readonly ok: true; readonly grant: GrantInput }
  | {
      readonly ok: false;
      readonly problems: readonly ShownProblem[];
      readonly found: readonly FoundPlace[];
      readonly offices: readonly OfficeShownFragment[];
    };

/**
 * Reads a role with where it holds. An official's office is chosen from those of the place that was named; a
 * facilitator's or analyst's place may be left out for the whole country.
 */
export async function readGrant(asker: Asker, form: FormData): Promise<ReadGrant> {
  const role = memberOf<Role>(roleKeys, form.get('role'));
  if (!role) return lacking([{ code: 'NOT_IN_LIST', field: 'role' }]);
  const { scope } = roles[role];
  if (scope === 'NATION') return { ok: true, grant: { role } };

  const place = await readPlace(asker, form, 'placeCode');
  if (!place.ok) return { ok: false, problems: place.problems, found: place.found, offices: [] };
  if (scope === 'PLACE') return { ok: true, grant: { role, placeCode: place.code } };

  if (!place.code) return lacking([{ code: 'REQUIRED', field: 'placeCode' }]);
  const offices = await officesIn(asker, place.code);
  const officeId = textOf(form, 'officeId', 40);
  if (offices.some((office) => office.id === officeId)) return { ok: true, grant: { role, officeId } };
  return offices.length > 0
    ? { ok: false, problems: [{ code: 'REQUIRED', field: 'officeId' }], found: [], offices }
    : lacking([{ code: 'NO_OFFICE', field: 'placeCode' }]);
}

function lacking(problems: readonly ShownProblem[]): ReadGrant {
  return { ok: false, problems, found: [], offices: [] };
}

/** The open offices of a place and below, the first fifty. */
export async function officesIn(
  asker: Asker,
  placeCode: string | null,
): Promise<readonly OfficeShownFragment[]> {
  const answer = await askIfThere(asker, OfficesInList, { filter: { placeCode, isActive: true } });
  return answer?.offices.nodes ?? [];
}
