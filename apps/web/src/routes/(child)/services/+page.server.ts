import { communeCodeOf, placeCodeOf } from '#lib/forms/read.ts';
import { ask, askIfThere } from '#lib/server/api.ts';
import { placeByCode, placeChoice, placesUnder } from '#lib/server/choose-place.ts';
import { readCookie, setCookie } from '#lib/server/cookies.ts';
import { HelpNumbers } from '#lib/server/operations/help.ts';
import { NeedsOfCommune, ServicesNear } from '#lib/server/operations/services.ts';
import type { PageServerLoad, RequestEvent } from './$types';

/** The places that help near a child: its commune is in the address, or chosen here by name or step by step. */
export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const commune = communeCodeOf(asked.get('commune'));
  return commune && asked.get('go') !== 'findPlace' ? near(event, commune) : choosing(event);
};

async function choosing(event: RequestEvent) {
  const asked = event.url.searchParams;
  const last = communeCodeOf(readCookie(event, 'commune'));
  const [choice, lastCommune] = await Promise.all([
    placeChoice(event, (asked.get('placeText') ?? '').slice(0, 100), placeCodeOf(asked.get('area'))),
    last ? placeByCode(event, last) : null,
  ]);
  return { choice, lastCommune, list: null };
}

async function near(event: RequestEvent, communeCode: string) {
  const asked = event.url.searchParams;
  const wanted = placeCodeOf(asked.get('village'));
  const village = wanted?.startsWith(communeCode) && wanted.length === 8 ? wanted : null;
  const after = asked.get('after')?.slice(0, 500) ?? null;
  const [place, villages, { servicePoints }, needs, help] = await Promise.all([
    placeByCode(event, communeCode),
    placesUnder(event, communeCode),
    ask(event, ServicesNear, { placeCode: village ?? communeCode, after }),
    askIfThere(event, NeedsOfCommune, { communeCode }),
    askIfThere(event, HelpNumbers, { placeCode: communeCode }),
  ]);
  if (place) setCookie(event, 'commune', communeCode);
  const list = {
    communeCode,
    village,
    place,
    villages,
    points: servicePoints.nodes,
    next: servicePoints.pageInfo.hasNextPage ? servicePoints.pageInfo.endCursor : null,
    needs: needs?.communeNeeds ?? [],
    help: help?.helpNumbers ?? [],
  };
  return { choice: null, lastCommune: null, list };
}
