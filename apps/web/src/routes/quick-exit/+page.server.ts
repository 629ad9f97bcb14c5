import { deleteCookie } from '#lib/server/cookies.ts';
import { endRound } from '#lib/server/tablet.ts';
import { dropSlip } from '#lib/server/slip.ts';
import type { PageServerLoad } from './$types';

/**
 * Leaves: what the browser keeps of us is cleared, what a child wrote of itself is forgotten, and a page appears
 * that says nothing of where one has been. The random number of the phone stays, or support would count twice.
 */
export const load: PageServerLoad = (event) => {
  event.setHeaders({ 'clear-site-data': '"cache", "storage"' });
  deleteCookie(event, 'commune');
  endRound(event);
  deleteCookie(event, 'session');
  deleteCookie(event, 'desk');
  dropSlip(event);
  return { language: event.locals.language };
};
