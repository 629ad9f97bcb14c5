import { memberOf } from '#lib/forms/read.ts';
import { askIfThere } from '#lib/server/api.ts';
import { signedInOnly } from '#lib/server/guard.ts';
import { StaffStart } from '#lib/server/operations/staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { account, roles, viewerCan } = signedInOnly(event);
  const start =
    viewerCan.moderate || viewerCan.answer
      ? await askIfThere(event, StaffStart, { moderates: viewerCan.moderate, answers: viewerCan.answer })
      : null;
  const concerns = start?.concernsToModerate;
  return {
    name: account.name,
    hasPasskey: account.hasPasskey,
    roles,
    waiting: countOf(concerns),
    urgent: concerns?.nodes.filter((concern) => concern.urgency === 'URGENT').length ?? 0,
    newOnes: countOf(start?.newOnes),
    lateOnes: countOf(start?.lateOnes),
    done: memberOf(['welcome'] as const, event.url.searchParams.get('done')),
  };
};

/** How many there are, as far as one page tells; null when the service did not say. */
function countOf(list: { nodes: readonly unknown[]; pageInfo: { hasNextPage: boolean } } | null | undefined) {
  return list ? { count: list.nodes.length, isMore: list.pageInfo.hasNextPage } : null;
}
