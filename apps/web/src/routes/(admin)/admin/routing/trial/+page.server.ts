import {
  type Category,
  categoryKeys,
  type OfficeKind,
  officeKindKeys,
  type Topic,
  topicKeys,
  topicsOf,
} from '@samleng/vocabulary';
import { memberOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { TryRoute } from '#lib/server/operations/routing.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { PageServerLoad } from './$types';

/** A question, not a deed: it stands in the address, so that it can be asked again after the table was changed. */
export const load: PageServerLoad = async (event) => {
  const query = event.url.searchParams;
  const category = memberOf<Category>(categoryKeys, query.get('category'));
  const asked = {
    category,
    topic: memberOf<Topic>(category ? topicsOf(category) : topicKeys, query.get('topic')),
    aboutOfficeKind: memberOf<OfficeKind>(officeKindKeys, query.get('about')),
    place: query.get('place') ?? '',
  };
  if (!query.has('place') || !category) return { asked, found: [], problems: [], trial: null };
  const form = new FormData();
  for (const [name, value] of query) form.append(name, value);
  const place = await readPlace(event, form, 'place');
  if (!place.ok) return { asked, found: place.found, problems: place.problems, trial: null };
  const { topic, aboutOfficeKind } = asked;
  const { routeTrial } = await ask(event, TryRoute, {
    input: { category, topic, aboutOfficeKind, placeCode: place.code ?? '' },
  });
  return { asked, found: [], problems: routeTrial.problems, trial: routeTrial };
};
