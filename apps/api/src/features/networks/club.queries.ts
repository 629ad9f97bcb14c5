import { type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import type { ApiRequest } from '../../request.ts';
import { hasRole, placesOfRole, type Viewer } from '../accounts/index.ts';
import { Club } from './club.entity.ts';

/** Whether the viewer may see the list of clubs at all. */
export function maySeeClubs(viewer: Viewer): boolean {
  return hasRole(viewer, 'ADMINISTRATOR') || hasRole(viewer, 'FACILITATOR') || hasRole(viewer, 'ANALYST');
}

/** The places whose clubs the viewer sees: facilitators and analysts those of the own places, an administrator all. */
function placesSeen(viewer: Viewer): string[] {
  if (hasRole(viewer, 'ADMINISTRATOR')) return [''];
  return [...placesOfRole(viewer, 'FACILITATOR'), ...placesOfRole(viewer, 'ANALYST')];
}

/** The clubs the viewer may see, by place. */
export async function listClubs(
  request: ApiRequest,
  communeCode: string | null,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Club>> {
  const first = pageSize(args);
  const after = readCursor<[string, string]>(args.after, ['string', 'string']);
  if (!/^\d{0,8}$/.test(communeCode ?? '')) return pageOf<Club>([], first, () => []);
  const clubs = await request.em.find(
    Club,
    {
      $and: [
        { $or: placesSeen(request.viewer).map((code) => ({ placeCode: { $like: `${code}%` } })) },
        communeCode ? { placeCode: { $like: `${communeCode}%` } } : {},
        after
          ? { $or: [{ placeCode: { $gt: after[0] } }, { placeCode: after[0], id: { $gt: after[1] } }] }
          : {},
      ],
    },
    { orderBy: [{ placeCode: 'asc' }, { id: 'asc' }], limit: first + 1 },
  );
  return pageOf(clubs, first, (club) => [club.placeCode, club.id]);
}
