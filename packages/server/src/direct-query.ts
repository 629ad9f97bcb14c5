import { createHash } from 'node:crypto';
import type { DatabaseEntityManager } from './database.ts';

type Rows = Record<string, unknown>[];
type DirectQuery = (statement: { name: string; text: string }, values: readonly unknown[]) => Promise<Rows>;
/** Reading and writing on lines of their own: a read never waits behind a row that is locked. */
export type DirectQueries = { readonly read: DirectQuery; readonly write: DirectQuery };

const offered = new WeakMap<object, DirectQueries>();
const statements = new Map<string, { name: string; text: string }>();
/** Statements kept prepared: far more than the services have, a bound should one be put together from input. */
const statementsMost = 2_000;

/** Offers a way past the entity manager for one database driver; null ends it. */
export function offerDirectQueries(driver: object, queries: DirectQueries | null): void {
  if (queries === null) offered.delete(driver);
  else offered.set(driver, queries);
}

/**
 * Runs a reading statement without the layers of the entity manager: on a PostgreSQL server as a prepared statement on
 * lines of its own (`openDirectLines`), at about a third of the time. Inside a transaction, and on the embedded database
 * with its one connection, it goes the usual way. Days come as text, instants as text or `Date`.
 *
 * @param sql with `?` for values, as `em.execute` takes it
 */
export function queryDirectly<Row extends object = Record<string, unknown>>(
  em: DatabaseEntityManager,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return run<Row>('read', em, sql, values);
}

/** As `queryDirectly`, for a statement that is a whole deed by itself: it is committed when its rows are there. */
export function writeDirectly<Row extends object = Record<string, unknown>>(
  em: DatabaseEntityManager,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return run<Row>('write', em, sql, values);
}

async function run<Row extends object>(
  kind: keyof DirectQueries,
  em: DatabaseEntityManager,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const queries = em.isInTransaction() ? undefined : offered.get(em.getDriver());
  if (queries === undefined) return (await em.execute<Row[]>(sql, [...values])) as Row[];
  return (await queries[kind](numbered(sql), values)) as Row[];
}

/** `?` becomes `$1`, `$2` …, and the text gets a name to be prepared under. */
function numbered(sql: string): { name: string; text: string } {
  const known = statements.get(sql);
  if (known) return known;
  let count = 0;
  const text = sql.replace(/\?/g, () => `$${(count += 1)}`);
  const statement = { name: createHash('sha1').update(text).digest('base64url'), text };
  if (statements.size >= statementsMost) statements.clear();
  statements.set(sql, statement);
  return statement;
}
