import type { Asker } from './api.ts';
import type { OfficeShownFragment } from './generated/graphql.ts';
import { officesIn } from './read-grant.ts';

/** The open offices that can answer for a commune: its own and its villages', then those above it, up to the country. */
export async function officesAround(
  asker: Asker,
  communeCode: string,
): Promise<readonly OfficeShownFragment[]> {
  const above = [communeCode.slice(0, 4), communeCode.slice(0, 2), ''];
  const [own, ...others] = await Promise.all([
    officesIn(asker, communeCode),
    // Larger places stand first in the list: the first page of a district holds all of the district's own.
    ...above.map(async (code) => {
      const offices = await officesIn(asker, code === '' ? null : code);
      return offices.filter((office) => (office.place?.code ?? '') === code);
    }),
  ]);
  return [...own, ...others.flat()];
}
