import { isId } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { queryDirectly } from '@samleng/server';
import type { Category, IssueState } from '@samleng/vocabulary';
import type { Asked } from '../../graph/asked.ts';
import { checkCursor, type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import type { ApiRequest } from '../../request.ts';
import { countShown } from './count-shown.ts';
import type { Issue } from './issue.entity.ts';
import { issueRowsOf, isSupported } from './issue-rows.ts';
import { overdueCondition } from './overdue.ts';

export const issueOrders = ['RANKED', 'NEWEST', 'LEAST_SHOWN'] as const;
export type IssueOrder = (typeof issueOrders)[number];

export type ListedIssues = {
  readonly communeCode?: string | null;
  /** Any place, with all below it. */
  readonly placeCode?: string | null;
  readonly category?: Category | null;
  readonly state?: IssueState | null;
  /** The office whose turn it is. */
  readonly officeId?: string | null;
  /** Whether that office is late with what it owes. */
  readonly isOverdue?: boolean | null;
};

type Condition = { readonly sql: string; readonly values: readonly unknown[] };

/**
 * Issues of a place. Merged ones are left out.
 *
 * - RANKED: within one commune by the stored ranking, which holds slots for groups; over several communes by the lower
 *   bound of the share of support each has in its own, so that a large commune does not outshout a small one.
 * - NEWEST: the latest published first.
 * - LEAST_SHOWN: within one commune those shown least until yesterday, equals in an order drawn for the device and day,
 *   so that pages stay together for a day and nobody has to be liked to be seen. Elsewhere as NEWEST.
 *
 * @param asked what is shown of them: then nothing else is read, and what other features add comes along in the same
 *   statement. The issues given are for these fields only
 */
export async function listIssues(
  request: ApiRequest,
  filter: ListedIssues,
  order: IssueOrder,
  args: { first?: number | null; after?: string | null },
  asked: Asked | null = null,
): Promise<Page<Issue>> {
  const first = pageSize(args);
  const place = placeAsked(filter);
  if (place === null || (filter.officeId && !isId(filter.officeId)))
    return pageOf<Issue>([], first, () => []);
  const sort = sortOf(order, place, request);
  const conditions = [...placeConditions(place), ...(await otherConditions(request, filter))];
  const after = sort.after(args.after);
  if (after !== null) conditions.push(after);
  const shown = issueRowsOf(request, asked, sort.needs);
  const { deviceKey } = request.viewer;
  type Row = Record<string, unknown> & { lot?: string; shown?: number };
  const rows = await queryDirectly<Row>(
    request.em,
    shown.around(
      `select ${shown.columns}${deviceKey === null ? '' : isSupported}${sort.columns} from issues i${sort.join.sql}
        where i.merged_into_id is null${conditions.map(({ sql }) => ` and ${sql}`).join('')}
        order by ${sort.order} limit ?`,
      sort.order,
    ),
    [
      ...(deviceKey === null ? [] : [deviceKey]),
      ...sort.values,
      ...sort.join.values,
      ...conditions.flatMap(({ values }) => values),
      first + 1,
    ],
  );
  const keys = new Map<Issue, (string | number)[]>();
  const issues = rows.map((row) => {
    const issue = shown.read(row);
    keys.set(issue, sort.keysOf(issue, row.lot ?? '', row.shown ?? 0));
    return issue;
  });
  const page = pageOf(issues, first, (issue) => keys.get(issue) ?? []);
  if (sort.isFeed) countShown(page.nodes, dayInCambodia(request.clock.now()));
  return page;
}

/** The place asked for: a code of a level, the whole country, or null for what no place is called. */
function placeAsked({ communeCode, placeCode }: ListedIssues): string | null {
  const commune = communeCode?.trim() || null;
  const place = placeCode?.trim() || null;
  if (commune !== null && !/^\d{6}$/.test(commune)) return null;
  if (place !== null && !/^(\d\d){1,4}$/.test(place)) return null;
  if (commune === null) return place ?? '';
  if (place === null || commune.startsWith(place)) return commune;
  return place.startsWith(commune) ? place : null;
}

function placeConditions(place: string): Condition[] {
  if (place === '') return [];
  const commune = { sql: 'i.commune_code = ?', values: [place.slice(0, 6)] };
  if (place.length === 8) return [commune, { sql: 'i.village_code = ?', values: [place] }];
  if (place.length === 6) return [commune];
  // Codes are digits: those below a place lie between its own and the next one's, whatever the collation.
  const next = String(Number(place) + 1).padStart(place.length, '0');
  return [{ sql: 'i.commune_code >= ? and i.commune_code < ?', values: [place, next] }];
}

async function otherConditions(request: ApiRequest, filter: ListedIssues): Promise<Condition[]> {
  const conditions: Condition[] = [];
  if (filter.category) conditions.push({ sql: 'i.category = ?', values: [filter.category] });
  if (filter.state) conditions.push({ sql: 'i.state = ?', values: [filter.state] });
  if (filter.officeId)
    conditions.push({
      sql: 'exists (select from assignments a where a.issue_id = i.id and a.office_id = ? and a.ended_at is null)',
      values: [filter.officeId],
    });
  if (typeof filter.isOverdue === 'boolean') {
    const overdue = await overdueCondition(request);
    conditions.push({ sql: `${filter.isOverdue ? '' : 'not '}${overdue.sql}`, values: overdue.values });
  }
  return conditions;
}

type Sort = {
  /** The properties of which its cursors are made. */
  readonly needs: readonly (keyof Issue & string)[];
  readonly columns: string;
  readonly values: readonly unknown[];
  readonly join: Condition;
  readonly order: string;
  readonly isFeed: boolean;
  after(cursor: string | null | undefined): Condition | null;
  keysOf(issue: Issue, lot: string, shown: number): (string | number)[];
};

const plainSort = {
  needs: [],
  columns: '',
  values: [],
  join: { sql: '', values: [] },
  isFeed: false,
} as const;

function sortOf(order: IssueOrder, place: string, request: ApiRequest): Sort {
  const isOneCommune = place.length >= 6;
  if (order === 'LEAST_SHOWN' && isOneCommune) return leastShown(request);
  if (order !== 'RANKED') return newest;
  return isOneCommune ? ranked : surest;
}

const ranked: Sort = {
  ...plainSort,
  needs: ['position'],
  order: 'i.position, i.id',
  after: (cursor) =>
    beyond(cursor, ['number', 'string'], ['whole', 'id'], '(i.position, i.id) > (?::int, ?::uuid)'),
  keysOf: (issue) => [issue.position, issue.id],
};

const surest: Sort = {
  ...plainSort,
  needs: ['lowerBound'],
  order: 'i.lower_bound desc, i.id desc',
  after: (cursor) =>
    beyond(
      cursor,
      ['number', 'string'],
      ['any', 'id'],
      '(i.lower_bound, i.id) < (?::double precision, ?::uuid)',
    ),
  keysOf: (issue) => [issue.lowerBound, issue.id],
};

const newest: Sort = {
  ...plainSort,
  needs: ['publishedAt'],
  order: 'i.published_at desc, i.id desc',
  after: (cursor) =>
    beyond(
      cursor,
      ['string', 'string'],
      ['instant', 'id'],
      '(i.published_at, i.id) < (?::timestamptz, ?::uuid)',
    ),
  keysOf: (issue) => [issue.publishedAt.toISOString(), issue.id],
};

function leastShown(request: ApiRequest): Sort {
  const today = dayInCambodia(request.clock.now());
  const seed = `${request.viewer.deviceKey ?? ''} ${today}`;
  const lot = `md5(i.id::text || ?)`;
  const shown = 'coalesce(s.shown, 0)::int';
  return {
    needs: [],
    columns: `, ${shown} shown, ${lot} lot`,
    values: [seed],
    join: {
      sql: ` left join lateral (select sum(times) shown from issue_showings
              where issue_id = i.id and day < ? and day >= ?::date - 30) s on true`,
      values: [today, today],
    },
    order: 'shown, lot, i.id',
    isFeed: true,
    after: (cursor) => {
      const condition = beyond(
        cursor,
        ['number', 'string', 'string'],
        ['whole', 'any', 'id'],
        `(${shown}, ${lot}, i.id) > (?::int, ?, ?::uuid)`,
      );
      return condition === null ? null : { sql: condition.sql, values: [seed, ...condition.values] };
    },
    keysOf: (issue, drawn, times) => [times, drawn, issue.id],
  };
}

/** The condition for what follows a cursor, whose last value is an id. */
function beyond(
  cursor: string | null | undefined,
  types: readonly ('string' | 'number')[],
  shapes: Parameters<typeof checkCursor>[1],
  sql: string,
): Condition | null {
  const values = readCursor<(string | number)[]>(cursor, types);
  if (values === null) return null;
  checkCursor(values, shapes);
  return { sql, values };
}
