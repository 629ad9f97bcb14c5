import { askIfThere } from '#lib/server/api.ts';
import { ComplaintGuide } from '#lib/server/operations/services.ts';
import type { PageServerLoad } from './$types';

/** The guide stands without the service: what it cannot ask, it takes as not open. */
export const load: PageServerLoad = async (event) => {
  const answer = await askIfThere(event, ComplaintGuide);
  return { guide: answer?.complaintGuide ?? { isOpen: false, source: null, changedOn: null } };
};
