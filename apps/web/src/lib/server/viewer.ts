import { type Asker, askIfThere } from './api.ts';
import type { WhoIsHereQuery } from './generated/graphql.ts';
import { WhoIsHere } from './operations/viewer.ts';

/** A signed-in person: their account, their roles and what they may do. */
export type Viewer = WhoIsHereQuery['viewer'] & { account: NonNullable<WhoIsHereQuery['viewer']['account']> };

/** Who the session belongs to; null when it has ended, or the service cannot tell. */
export async function whoIsHere(asker: Asker): Promise<Viewer | null> {
  const answer = await askIfThere(asker, WhoIsHere);
  const viewer = answer?.viewer;
  return viewer?.account ? { ...viewer, account: viewer.account } : null;
}
