import { isId } from '@samleng/kernel';
import type { ConcernState, Urgency } from '@samleng/vocabulary';
import { checkCursor, type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import type { ApiRequest, Batch } from '../../request.ts';
import { Concern } from './concern.entity.ts';
import { mayReadConcern, moderatedPlaces } from './concern.policy.ts';

/** Concerns by their ids, whoever asks: for deeds that have looked at the rules themselves. */
export const concernsById: Batch<string, Concern> = async (request, ids) => {
  const concerns = await request.em.find(Concern, { id: { $in: [...ids] } });
  return new Map(concerns.map((concern) => [concern.id, concern]));
};

/** The concern, when the viewer moderates its place. */
export async function concernToModerate(request: ApiRequest, id: string): Promise<Concern | null> {
  const concern = isId(id)
    ? await request.em.findOne(Concern, { id, state: { $ne: 'MOVED_TO_PROTECTION' } })
    : null;
  return concern !== null && mayReadConcern(request.viewer, concern) ? concern : null;
}

/** The most urgent come first, among them the oldest. */
const urgencyPlace = `(case urgency when 'URGENT' then 0 when 'RAISED' then 1 else 2 end)`;

/** The queue of the viewer's places: by urgency, then by age. Empty for whoever moderates nowhere. */
export async function concernsToModerate(
  request: ApiRequest,
  filter: { state?: ConcernState | null; placeCode?: string | null; urgency?: Urgency | null },
  args: { first?: number | null; after?: string | null },
): Promise<Page<Concern>> {
  const first = pageSize(args);
  const after = readCursor<[number, string, string]>(args.after, ['number', 'string', 'string']);
  if (after !== null) checkCursor(after, ['whole', 'instant', 'id']);
  const where = ['state = ?', `state <> 'MOVED_TO_PROTECTION'`];
  const values: unknown[] = [filter.state ?? 'RECEIVED'];
  const places = moderatedPlaces(request.viewer);
  if (!places.includes('')) {
    where.push(`(${places.map(() => 'commune_code like ?').join(' or ') || 'false'})`);
    values.push(...places.map((code) => `${code}%`));
  }
  if (filter.placeCode) {
    where.push('(commune_code like ? or village_code = ?)');
    const code = digitsOf(filter.placeCode);
    values.push(`${code}%`, code);
  }
  if (filter.urgency) {
    where.push('urgency = ?');
    values.push(filter.urgency);
  }
  if (after !== null) {
    where.push(`(${urgencyPlace}, received_at, id) > (?::int, ?::timestamptz, ?::uuid)`);
    values.push(...after);
  }
  const rows = await request.em.execute<{ id: string }[]>(
    `select id from concerns where ${where.join(' and ')} order by ${urgencyPlace}, received_at, id limit ?`,
    [...values, first + 1],
  );
  const found = await concernsById(
    request,
    rows.map(({ id }) => id),
  );
  return pageOf(
    rows.flatMap(({ id }) => found.get(id) ?? []),
    first,
    ({ urgency, receivedAt, id }) => [
      ['URGENT', 'RAISED', 'NORMAL'].indexOf(urgency),
      receivedAt.toISOString(),
      id,
    ],
  );
}

/** A place code, or one that no place has. */
function digitsOf(code: string): string {
  return /^\d{2,8}$/.test(code) ? code : 'none';
}
