import { redirect } from '@sveltejs/kit';
import { ask } from '#lib/server/api.ts';
import { DeskPlaces } from '#lib/server/operations/services.ts';
import type { PageServerLoad } from './$types';

/** The money of the viewer's own commune; who has none chooses a place first. */
export const load: PageServerLoad = async (event) => {
  const { viewer } = await ask(event, DeskPlaces);
  const own = viewer.roles.map(({ place, office }) => place?.code ?? office?.place?.code);
  const code = own.find((each) => each !== undefined && each.length >= 6);
  redirect(303, code ? `/budget/${code.slice(0, 6)}` : '/rights');
};
