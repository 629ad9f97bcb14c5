import type { WhoIsAtDeskQuery } from './generated/protection/graphql.ts';
import { askDeskIfThere, type DeskAsker } from './protection.ts';
import { WhoIsAtDesk } from './protection-operations/viewer.ts';

/** Somebody signed in at the protection desk: who they are and what they are there for. */
export type DeskViewer = NonNullable<WhoIsAtDeskQuery['viewer']['person']> & {
  /** Whether the passphrase was given in the last five minutes. */
  readonly isReauthenticated: boolean;
};

/** Who the desk's session belongs to; null when there is none, it has ended, or the desk cannot tell. */
export async function whoIsAtDesk(asker: DeskAsker): Promise<DeskViewer | null> {
  if (!asker.locals.deskToken) return null;
  const viewer = (await askDeskIfThere(asker, WhoIsAtDesk))?.viewer;
  return viewer?.person ? { ...viewer.person, isReauthenticated: viewer.isReauthenticated } : null;
}
