import { isId } from '@samleng/kernel';
import type { OfficeEntry, RoutingTable } from '@samleng/routing';
import type { Category } from '@samleng/vocabulary';
import { type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import { arrayOf, readRows } from '../../read-rows.ts';
import type { ApiRequest, Batch } from '../../request.ts';
import { pathOf } from '../places/index.ts';
import { Office, RoutingRule } from './office.entity.ts';

/** Rules of the routing table by their ids. */
export const rulesById: Batch<string, RoutingRule> = async (request, ids) => {
  const rules = await readRows(request.em, RoutingRule, 'where it.id = any(?::uuid[])', [
    arrayOf(ids.filter(isId)),
  ]);
  return new Map(rules.map((rule) => [rule.id, rule]));
};

export type RuleFilter = {
  readonly category?: Category | null;
  /** Only rules made for this place or places in it. */
  readonly placeCode?: string | null;
};

/** The lines of the routing table: those of the whole country first, then by place. */
export async function listRules(
  request: ApiRequest,
  filter: RuleFilter,
  args: { first?: number | null; after?: string | null },
): Promise<Page<RoutingRule>> {
  const first = pageSize(args);
  const after = readCursor<[string]>(args.after, ['string']);
  if (!/^\d{0,8}$/.test(filter.placeCode ?? '')) return pageOf<RoutingRule>([], first, () => []);
  const rules = await request.em.find(RoutingRule, {
    ...(filter.category && { category: filter.category }),
    ...(filter.placeCode && { placeCode: { $like: `${filter.placeCode}%` } }),
  });
  // A table has hundreds of lines at most, and their order (levels from small to large) is not one the database knows.
  const sorted = rules
    .map((rule) => ({ rule, key: sortKeyOf(rule) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const from = after === null ? 0 : sorted.findIndex(({ key }) => key > after[0]);
  const wanted = from < 0 ? [] : sorted.slice(from, from + first + 1);
  return pageOf(
    wanted.map(({ rule }) => rule),
    first,
    (rule) => [sortKeyOf(rule)],
  );
}

const levelOrder = { VILLAGE: 1, COMMUNE: 2, DISTRICT: 3, PROVINCE: 4, NATION: 5 } as const;

function sortKeyOf({ placeCode, level, category, topic, id }: RoutingRule): string {
  return [placeCode ?? '', levelOrder[level], category ?? '', topic ?? '', id].join(' ');
}

/** The routing table as it concerns one place: all rules, and the offices that serve it. */
export async function routingTableFor(request: ApiRequest, placeCode: string): Promise<RoutingTable> {
  const rules = await request.em.find(RoutingRule, {});
  return {
    rules: rules.map(({ id, category, topic, level, placeCode: place, officeKind }) => ({
      id,
      category: category ?? null,
      topic: topic ?? null,
      level,
      placeCode: place ?? null,
      officeKind,
    })),
    offices: await officesServing(request, placeCode),
  };
}

/** The offices of a place and of the places above it, closed ones too. */
export async function officesServing(request: ApiRequest, placeCode: string): Promise<OfficeEntry[]> {
  const codes = ['', ...(placeCode === '' ? [] : pathOf(placeCode))];
  return request.em.find(Office, { placeCode: { $in: codes } });
}
