import { error } from '@sveltejs/kit';
import type { WhoIsAtDeskQuery } from './generated/protection/graphql.ts';
import { attemptAtDesk, type DeskAsker } from './protection.ts';
import { WhoIsAtDesk } from './protection-operations/viewer.ts';

/** Somebody signed in at the protection desk: who they are and what they are there for. */
export type DeskViewer = NonNullable<WhoIsAtDeskQuery['viewer']['person']> & {
  /** Whether the passphrase was given in the last five minutes. */
  readonly isReauthenticated: boolean;
  readonly hasPasskey: boolean;
};

/**
 * Who the desk's session belongs to; null when there is none or it has ended. While the desk is away nobody can tell,
 * and an error page says so: a sign-in page would make people type their passphrase for nothing.
 */
export async function whoIsAtDesk(asker: DeskAsker): Promise<DeskViewer | null> {
  if (!asker.locals.deskToken) return null;
  const outcome = await attemptAtDesk(asker, WhoIsAtDesk);
  if (!outcome.ok) error(outcome.status, 'unavailable');
  const { person, isReauthenticated, hasPasskey } = outcome.data.viewer;
  return person ? { ...person, isReauthenticated, hasPasskey } : null;
}
