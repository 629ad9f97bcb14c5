import { isId } from '@samleng/kernel';
import { checkCursor, type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import { readRows } from '../../read-rows.ts';
import type { ApiRequest } from '../../request.ts';
import { pathOf } from '../places/index.ts';
import { queryDirectly } from '@samleng/server';
import { ComplaintGuide, ServicePoint } from './service.entity.ts';

const isCode = (code: string) => /^(\d\d){1,4}$/.test(code);

/**
 * Service points near a place, the nearest first by distance of administration: in the village itself, in its commune,
 * for its whole district or province, then in other communes of the district.
 */
export async function servicePointsNear(
  { em }: ApiRequest,
  placeCode: string,
  args: { first?: number | null; after?: string | null },
): Promise<Page<ServicePoint>> {
  const first = pageSize(args);
  if (!isCode(placeCode)) return pageOf<ServicePoint>([], first, () => []);
  const after = readCursor<[number, string]>(args.after, ['number', 'string']);
  if (after !== null) checkCursor(after, ['whole', 'id']);
  const commune = placeCode.slice(0, 6);
  const district = placeCode.slice(0, 4);
  const far = `(case when it.place_code like ? then 0 when it.place_code like ? then 1
    when it.place_code in (?, ?) then 2 else 3 end)`;
  const values = [`${placeCode}%`, `${commune}%`, district, placeCode.slice(0, 2)];
  const rows = await queryDirectly(
    em,
    `select it.id, ${far} as far from service_points as it
      where it.retired_at is null and (it.place_code like ? or it.place_code = ?)
      ${after ? `and (${far}, it.id) > (?::int, ?::uuid)` : ''}
      order by far, it.id limit ?::int`,
    [
      ...values,
      `${district}%`,
      placeCode.slice(0, 2),
      ...(after ? [...values, after[0], after[1]] : []),
      first + 1,
    ],
  );
  const found = rows as unknown as { id: string; far: number }[];
  const points = await readRows(em, ServicePoint, 'where it.id = any(?::uuid[])', [
    `{${found.map(({ id }) => id).join(',')}}`,
  ]);
  const byId = new Map(points.map((point) => [point.id, point]));
  const farOf = new Map(found.map(({ id, far }) => [id, Number(far)]));
  const inOrder = found.map(({ id }) => byId.get(id)!);
  return pageOf(inOrder, first, ({ id }) => [farOf.get(id)!, id]);
}

/** The service point with this id; none when it was taken off the list. */
export async function servicePointById({ em }: ApiRequest, id: string): Promise<ServicePoint | null> {
  return isId(id) ? em.findOne(ServicePoint, { id, retiredAt: null }) : null;
}

/** What an administrator wrote of OP3; null as long as nobody did, and then it is not open. */
export async function complaintGuide({ em }: ApiRequest): Promise<ComplaintGuide | null> {
  return em.findOne(ComplaintGuide, { key: 'guide' });
}

/** The codes above and at a place; none for what is no code. */
export function codesAround(placeCode: string): string[] {
  return isCode(placeCode) ? pathOf(placeCode) : [];
}
