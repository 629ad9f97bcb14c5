import { memberOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { HelpNumbers } from '#lib/server/operations/help.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const form = new FormData();
  for (const [name, value] of asked) form.append(name, value);
  const place = await readPlace(event, form, 'place');
  const { helpNumbers } = await ask(event, HelpNumbers, { placeCode: place.ok ? place.code : null });
  return {
    helpNumbers,
    place: asked.get('place') ?? '',
    found: place.ok ? [] : place.found,
    problems: place.ok ? [] : place.problems,
    done: memberOf(['helpSaved', 'helpRetired'] as const, asked.get('done')),
  };
};
