import { memberOf } from '#lib/forms/read.ts';
import { askDesk } from '#lib/server/protection.ts';
import { DeskStateNow, Oversight } from '#lib/server/protection-operations/oversight.ts';
import { placesNamed } from '#lib/server/protection-places.ts';
import type { PageServerLoad } from './$types';

/** For the safeguarding lead: who read how much, how many cases came, how record and emergency key stand. */
export const load: PageServerLoad = async (event) => {
  const [{ accessReports, caseCounts }, { deskState }] = await Promise.all([
    askDesk(event, Oversight),
    askDesk(event, DeskStateNow),
  ]);
  return {
    reports: accessReports,
    counts: caseCounts,
    state: deskState,
    places: await placesNamed(caseCounts.map(({ provinceCode }) => provinceCode)),
    done: memberOf(['welcome'] as const, event.url.searchParams.get('done')),
  };
};
