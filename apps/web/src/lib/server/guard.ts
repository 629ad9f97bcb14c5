import { error, redirect } from '@sveltejs/kit';
import type { Viewer } from './viewer.ts';

/**
 * Lets a signed-in person of a kind through; sends strangers to the sign-in page, which brings them back.
 *
 * @param what the right asked for, as the service names it in `viewerCan`
 */
export function mayOnly(event: { locals: App.Locals; url: URL }, what: keyof Viewer['viewerCan']): Viewer {
  const viewer = signedInOnly(event);
  if (!viewer.viewerCan[what]) error(403, 'refused');
  return viewer;
}

/** Lets any signed-in person through. */
export function signedInOnly(event: { locals: App.Locals; url: URL }): Viewer {
  const { viewer } = event.locals;
  if (viewer) return viewer;
  const here = `${event.url.pathname}${event.url.search}`;
  redirect(303, `/sign-in?next=${encodeURIComponent(here)}`);
}

/** A path of our own to go on to; anything else (another site, a scheme) leads home. */
export function ownPath(next: string | null | undefined, otherwise: string): string {
  return next && /^\/(?![/\\])[\w\-./?=&%#]*$/.test(next) ? next : otherwise;
}
