import { memberOf } from '#lib/forms/read.ts';
import { askDesk } from '#lib/server/protection.ts';
import { DeskInbox } from '#lib/server/protection-operations/cases.ts';
import { placesNamed } from '#lib/server/protection-places.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const isClosed = searchParams.get('state') === 'CLOSED';
  const { inbox } = await askDesk(event, DeskInbox, {
    states: isClosed ? ['CLOSED'] : ['RECEIVED', 'READ', 'IN_HAND', 'REFERRED'],
    after: searchParams.get('after'),
  });
  return {
    inbox,
    isClosed,
    places: await placesNamed(inbox.nodes.map(({ communeCode }) => communeCode)),
    now: Date.now(),
    done: memberOf(['welcome', 'erased', 'declined', 'excluded'] as const, searchParams.get('done')),
  };
};
