import { error } from '@sveltejs/kit';
import { SAMLENG_MODE } from '$app/env/private';
import type { PageServerLoad } from './$types';

/** For those who make the pages: there in a demo alone, and found by no search engine. */
export const load: PageServerLoad = (event) => {
  if (SAMLENG_MODE !== 'demo') error(404, 'refused');
  event.setHeaders({ 'x-robots-tag': 'noindex, nofollow' });
};
