import { type IssueState, issueStateKeys } from '@samleng/vocabulary';
import { memberOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { IssuesToTend } from '#lib/server/operations/moderation.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = mayOnly(event, 'moderate');
  const asked = event.url.searchParams;
  const form = new FormData();
  for (const [name, value] of asked) form.append(name, value);
  const place = await readPlace(event, form, 'place');
  // Without a place of one's own choosing: that of one's role, or the whole country.
  const own = viewer.roles.find((role) => role.role === 'FACILITATOR')?.place?.code ?? null;
  const placeCode = (place.ok ? place.code : null) ?? own;
  const state = memberOf<IssueState>(issueStateKeys, asked.get('state'));
  const { issues } = await ask(event, IssuesToTend, {
    filter: { placeCode, state },
    after: asked.get('after'),
  });
  return {
    issues,
    asked: { state, place: asked.get('place') ?? placeCode ?? '' },
    found: place.ok ? [] : place.found,
    problems: place.ok ? [] : place.problems,
    done: memberOf(['joined'] as const, asked.get('done')),
  };
};
