import { isId } from '@samleng/kernel';
import type { OfficeKind } from '@samleng/vocabulary';
import { type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import { arrayOf, readRows } from '../../read-rows.ts';
import type { ApiRequest, Batch } from '../../request.ts';
import { Office } from './office.entity.ts';

/** Offices by their ids; what is no id finds nothing. */
export const officesById: Batch<string, Office> = async (request, ids) => {
  const offices = await readRows(request.em, Office, 'where it.id = any(?::uuid[])', [
    arrayOf(ids.filter(isId)),
  ]);
  return new Map(offices.map((office) => [office.id, office]));
};

export type OfficeFilter = {
  readonly kind?: OfficeKind | null;
  /** A place with all below it; empty: the whole country. */
  readonly placeCode?: string | null;
  readonly isActive?: boolean | null;
};

/** Offices by place, the country's first, larger places before those in them. */
export async function listOffices(
  request: ApiRequest,
  filter: OfficeFilter,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Office>> {
  const first = pageSize(args);
  const after = readCursor<[string, string]>(args.after, ['string', 'string']);
  if (!/^\d{0,8}$/.test(filter.placeCode ?? '')) return pageOf<Office>([], first, () => []);
  const offices = await request.em.find(
    Office,
    {
      ...(filter.kind && { kind: filter.kind }),
      ...(typeof filter.isActive === 'boolean' && { isActive: filter.isActive }),
      ...(filter.placeCode && { placeCode: { $like: `${filter.placeCode}%` } }),
      ...(after && {
        $or: [{ placeCode: { $gt: after[0] } }, { placeCode: after[0], id: { $gt: after[1] } }],
      }),
    },
    { orderBy: [{ placeCode: 'asc' }, { id: 'asc' }], limit: first + 1 },
  );
  return pageOf(offices, first, (office) => [office.placeCode, office.id]);
}
