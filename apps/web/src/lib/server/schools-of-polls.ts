import type { Asker } from './api.ts';
import type { OfficeShownFragment } from './generated/graphql.ts';
import { officesIn } from './read-grant.ts';

/** The schools of a place and below whose children can be asked. */
export async function schoolsOf(asker: Asker, placeCode: string): Promise<readonly OfficeShownFragment[]> {
  const offices = await officesIn(asker, placeCode || null);
  return offices.filter(({ kind }) => kind === 'SCHOOL');
}
