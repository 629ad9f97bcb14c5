import { type Asked, propertiesAsked } from '../../graph/asked.ts';
import { type AlongPlan, bringAlong } from '../../graph/brought-along.ts';
import { partReaderOf, type Reader, readerOf } from '../../read-rows.ts';
import type { ApiRequest } from '../../request.ts';
import { Issue } from './issue.entity.ts';

/** Whether the viewer's device supports it: comes along, since every list shows it. */
export const isSupported = `, exists (select from supports s where s.issue_id = i.id and s.device_key = ?) as is_supported`;

type IssueRows = {
  /** For the select list of the statement that chooses the issues, named `i`. */
  readonly columns: string;
  /** That statement with what comes along around it, in the same order. */
  around(chosen: string, order: string): string;
  read(row: Record<string, unknown>): Issue;
};

/** The properties that fields with resolvers read. Such a field that is not named here makes the whole row be read. */
const needs = {
  isSupportedByViewer: ['id'],
  publishedOn: ['publishedAt'],
  rights: ['category'],
  isSensitive: ['category'],
  commune: ['communeCode'],
  village: ['villageCode'],
  standing: ['standing', 'mergedIntoId'],
} as const;

/** How the rows of a list are read: made once for each place in an operation's text. */
const plans = new WeakMap<Asked, Map<string, IssueRows>>();

/**
 * How issues are read with what is asked of them, all in one statement.
 *
 * @param always properties read besides
 */
export function issueRowsOf(request: ApiRequest, asked: Asked | null, always: readonly string[]): IssueRows {
  if (asked === null) return makeRows(request, null, always);
  const made = plans.get(asked) ?? new Map<string, IssueRows>();
  plans.set(asked, made);
  const name = always.join(' ');
  const rows = made.get(name) ?? makeRows(request, asked, always);
  made.set(name, rows);
  return rows;
}

function makeRows(
  { em, alongIssues }: ApiRequest,
  asked: Asked | null,
  always: readonly string[],
): IssueRows {
  const along = new Map<string, AlongPlan>();
  for (const { field, plan } of alongIssues) {
    const inside = asked?.fields.get(field);
    if (inside) along.set(field, plan(em, inside));
  }
  // What comes along is told from other tables.
  const ofOthers = Object.fromEntries([...along.keys()].map((field) => [field, []]));
  const properties = asked && propertiesAsked(asked, { ...needs, ...ofOthers });
  // Of a standing mostly its position is shown, and the reasons are the longest of all columns.
  const standing = asked?.fields.get('standing');
  const isPlaceOnly = properties !== null && standing?.fields.size === 1 && standing.fields.has('position');
  const reader = partReaderOf(
    em,
    Issue,
    properties &&
      new Set(['id', ...always, ...[...properties].filter((name) => !isPlaceOnly || name !== 'standing')]),
  );
  return {
    columns:
      reader.columns('i') + (isPlaceOnly ? `, (i.standing ->> 'position')::int as standing_position` : ''),
    around: (chosen, order) =>
      along.size === 0
        ? chosen
        : `select i.*, ${[...along.values()].map(({ columns }) => columns).join(', ')}
             from (${chosen}) as i ${[...along.values()].map(({ join }) => join).join(' ')} order by ${order}`,
    read: (row) => {
      const issue = reader.shape(row) as Issue;
      const { standing_position: position, is_supported: isOurs } = row;
      if (isPlaceOnly)
        issue.standing = typeof position === 'number' ? ({ position } as Issue['standing']) : null;
      bringAlong(issue, 'isSupportedByViewer', isOurs === true);
      for (const [field, plan] of along) bringAlong(issue, field, plan.read(row));
      return issue;
    },
  };
}

const readersAsked = new WeakMap<Asked, Reader>();

/** How one issue is read with what is asked of it; who supports it, and what others add, is loaded. */
export function issueReaderOf({ em }: ApiRequest, asked: Asked | null): Reader {
  if (asked === null) return readerOf(em, Issue);
  const made = readersAsked.get(asked);
  if (made !== undefined) return made;
  const properties = propertiesAsked(asked, needs);
  const reader = partReaderOf(em, Issue, properties && new Set(['id', ...properties]));
  readersAsked.set(asked, reader);
  return reader;
}
