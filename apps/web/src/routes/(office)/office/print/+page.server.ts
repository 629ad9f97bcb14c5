import { ask } from '#lib/server/api.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { AssignmentsToPrint } from '#lib/server/operations/desk.ts';
import { allOf } from '#lib/server/pages-of.ts';
import type { PageServerLoad } from './$types';

/** A meeting reads one page or two, not a book. */
const mostPages = 3;

export const load: PageServerLoad = async (event) => {
  const { roles } = mayOnly(event, 'answer');
  const officeId = event.url.searchParams.get('office');
  const offices = roles.flatMap((role) => (role.role === 'OFFICIAL' && role.office ? [role.office] : []));
  const filter = { officeId: offices.find((office) => office.id === officeId)?.id ?? null };
  const { nodes, isWhole } = await allOf(
    async (after) => (await ask(event, AssignmentsToPrint, { filter, after })).assignments,
    mostPages,
  );
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  return { turns: nodes, isWhole, offices, today };
};
