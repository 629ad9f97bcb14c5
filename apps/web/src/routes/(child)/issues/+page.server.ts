import { categoryKeys, issueStateKeys } from '@samleng/vocabulary';
import { communeCodeOf, memberOf, placeCodeOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { placeByCode, placeChoice, placesUnder } from '#lib/server/choose-place.ts';
import { readCookie, setCookie } from '#lib/server/cookies.ts';
import { IssuesOfCommune } from '#lib/server/operations/issues.ts';
import type { PageServerLoad, RequestEvent } from './$types';

const orders = ['RANKED', 'NEWEST', 'LEAST_SHOWN'] as const;

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const commune = communeCodeOf(asked.get('commune'));
  return commune && asked.get('go') !== 'findPlace' ? listOf(event, commune) : choosing(event);
};

/** No commune yet: one is chosen by name or step by step. The one looked at last is offered first. */
async function choosing(event: RequestEvent) {
  const asked = event.url.searchParams;
  const last = communeCodeOf(readCookie(event, 'commune'));
  const [choice, lastCommune] = await Promise.all([
    placeChoice(event, (asked.get('placeText') ?? '').slice(0, 100), placeCodeOf(asked.get('area'))),
    last ? placeByCode(event, last) : null,
  ]);
  return { choice, lastCommune, list: null };
}

async function listOf(event: RequestEvent, communeCode: string) {
  const asked = event.url.searchParams;
  const village = placeCodeOf(asked.get('village'));
  const filter = {
    category: memberOf(categoryKeys, asked.get('category')),
    state: memberOf(issueStateKeys, asked.get('state')),
    village: village?.startsWith(communeCode) && village.length === 8 ? village : null,
  };
  const order = memberOf(orders, asked.get('order')) ?? 'RANKED';
  const after = asked.get('after')?.slice(0, 500) ?? null;
  const [place, villages, { issues }] = await Promise.all([
    placeByCode(event, communeCode),
    placesUnder(event, communeCode),
    ask(event, IssuesOfCommune, {
      filter: {
        communeCode,
        placeCode: filter.village,
        category: filter.category,
        state: filter.state,
      },
      order,
      first: 20,
      after,
    }),
  ]);
  if (place) setCookie(event, 'commune', communeCode);
  return {
    choice: null,
    lastCommune: null,
    list: { communeCode, place, villages, issues, filter, order, after },
  };
}
