import { placeCodeOf } from '#lib/forms/read.ts';
import { memberOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { placeByCode } from '#lib/server/choose-place.ts';
import { DeskPlaces, ServicesNear } from '#lib/server/operations/services.ts';
import { allOf } from '#lib/server/pages-of.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { PageServerLoad } from './$types';

const pagesMost = 4;

/** The service points of a place: first of the viewer's own, then of the one asked for. */
export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const form = new FormData();
  for (const [name, value] of asked) form.append(name, value);
  const read = await readPlace(event, form, 'place');
  const { viewer } = await ask(event, DeskPlaces);
  const own = viewer.roles.map(({ place, office }) => place?.code ?? office?.place?.code).find(Boolean);
  const code = (read.ok ? read.code : null) ?? placeCodeOf(own) ?? null;
  const [place, points] = await Promise.all([
    code ? placeByCode(event, code) : null,
    code
      ? allOf(
          async (after) => (await ask(event, ServicesNear, { placeCode: code, after })).servicePoints,
          pagesMost,
        )
      : null,
  ]);
  return {
    place,
    asked: asked.get('place') ?? '',
    // What lies in other places is for those to keep.
    points: points?.nodes.filter(({ viewerCan }) => viewerCan.keep) ?? [],
    found: read.ok ? [] : read.found,
    problems: read.ok ? [] : read.problems,
    done: memberOf(['saved', 'retired', 'counted'] as const, asked.get('done')),
  };
};
