import { error, redirect } from '@sveltejs/kit';
import type { DeskRole } from './generated/protection/graphql.ts';
import type { DeskViewer } from './protection-viewer.ts';

const everybody = ['WORKER', 'SUPERVISOR', 'LEAD', 'ADMINISTRATOR'] as const;
const receivers = ['WORKER', 'SUPERVISOR'] as const;

/** Who gets to which pages of the desk: by the first part of the address after /protect. Nobody else, and no other. */
const pages: Readonly<Record<string, readonly DeskRole[] | 'STRANGERS'>> = {
  'sign-in': 'STRANGERS',
  invitation: 'STRANGERS',
  '': everybody,
  account: everybody,
  inbox: receivers,
  cases: receivers,
  roster: ['SUPERVISOR', 'LEAD'],
  alarms: ['SUPERVISOR', 'LEAD'],
  oversight: ['LEAD'],
  people: ['ADMINISTRATOR'],
};

/**
 * Keeps the desk's pages, forms and endpoints to those they are for; strangers are sent to the desk's own sign-in. A
 * page that is for somebody else is not there. The desk has its own gate behind this one.
 */
export function atDeskOnly(event: { locals: App.Locals; url: URL; route: { id: string | null } }): void {
  const part = /^\/\(protect\)\/protect\/?([^/]*)/.exec(event.route.id ?? '')?.[1] ?? '';
  const admitted = Object.hasOwn(pages, part) ? pages[part] : undefined;
  if (admitted === 'STRANGERS') return;
  const { role } = deskViewerOf(event);
  if (!admitted?.includes(role)) error(404, 'refused');
}

/** Who is signed in at the desk; a stranger is sent to its sign-in, which brings them back. */
export function deskViewerOf(event: { locals: App.Locals; url: URL }): DeskViewer {
  const { deskViewer } = event.locals;
  if (deskViewer) return deskViewer;
  redirect(303, `/protect/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
}
