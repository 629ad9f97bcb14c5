import { officeKindKeys } from '@samleng/vocabulary';
import { memberOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { OfficesInList } from '#lib/server/operations/offices.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { PageServerLoad } from './$types';

const states = ['open', 'closed'] as const;

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const form = new FormData();
  for (const [name, value] of asked) form.append(name, value);
  const place = await readPlace(event, form, 'place');
  const kind = memberOf(officeKindKeys, asked.get('kind'));
  const state = memberOf(states, asked.get('state'));
  const filter = {
    kind,
    placeCode: place.ok ? place.code : null,
    isActive: state === null ? null : state === 'open',
  };
  const { offices } = await ask(event, OfficesInList, { filter, after: asked.get('after') });
  return {
    offices,
    asked: { kind, state, place: asked.get('place') ?? '' },
    found: place.ok ? [] : place.found,
    problems: place.ok ? [] : place.problems,
    done: memberOf(['opened'] as const, asked.get('done')),
  };
};
