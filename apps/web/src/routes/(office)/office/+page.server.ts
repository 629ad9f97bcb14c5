import { type Category, categoryKeys } from '@samleng/vocabulary';
import { memberOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { placesUnder } from '#lib/server/choose-place.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { DeskAssignments } from '#lib/server/operations/desk.ts';
import type { PageServerLoad } from './$types';

const stages = ['NEW', 'WAITING', 'LATE', 'ANSWERED', 'ALL'] as const;
/** Villages are named for so many communes at most; a province's list would ask for hundreds. */
const mostCommunes = 6;

export const load: PageServerLoad = async (event) => {
  const { roles } = mayOnly(event, 'answer');
  const asked = event.url.searchParams;
  const offices = roles.flatMap((role) => (role.role === 'OFFICIAL' && role.office ? [role.office] : []));
  const officeId = offices.find((office) => office.id === asked.get('office'))?.id ?? null;
  const stage = memberOf(stages, asked.get('stage'));
  const category = memberOf<Category>(categoryKeys, asked.get('category'));
  const { assignments } = await ask(event, DeskAssignments, {
    filter: { officeId, stage, category },
    after: asked.get('after'),
  });
  const communes = [...new Set(assignments.nodes.map(({ issue }) => issue.commune.code))];
  const villages = await Promise.all(communes.slice(0, mostCommunes).map((code) => placesUnder(event, code)));
  return { assignments, offices, stages, stage, category, officeId, villages: villages.flat() };
};
