import type { DeskRequest } from '../../request.ts';
import { RosterEntry } from './roster-entry.entity.ts';

const most = 200;

/** The roster of the viewer's area, by place. */
export async function listRoster({ em, viewer }: DeskRequest): Promise<RosterEntry[]> {
  return em.find(
    RosterEntry,
    { placeCode: { $like: `${viewer.placeCode}%` } },
    { orderBy: { placeCode: 'asc', id: 'asc' }, limit: most },
  );
}
