import { deleteCookie } from '#lib/server/cookies.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  /** Forgets on this phone what a child said of itself and where it looked. */
  clear: (event) => {
    deleteCookie(event, 'about');
    deleteCookie(event, 'commune');
    event.setHeaders({ 'clear-site-data': '"cache", "storage"' });
    return { isCleared: true };
  },
};
