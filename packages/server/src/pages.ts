import { BadCursor } from './graphql-refusals.ts';

/** A page of a list, as connections show it. */
export type Page<Node> = {
  nodes: Node[];
  edges: { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

/**
 * Makes a page of rows that were asked for with one more than its size (`limit first + 1`).
 *
 * @param keysOf the values the list is sorted by, last one unique: what `readCursor` gives back
 */
export function pageOf<Row>(
  rows: readonly Row[],
  first: number,
  keysOf: (row: Row) => readonly (string | number | null)[],
): Page<Row> {
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(keysOf(node)) }));
  return {
    nodes,
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** The cursor of a row, from the values its list is sorted by. */
export function cursorOf(keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * The sort values of a cursor, or null for none.
 *
 * @param types what each value must be
 * @throws BadCursor when it was not made by `pageOf` for this list
 */
export function readCursor<Keys extends readonly (string | number)[]>(
  after: string | null | undefined,
  types: { readonly [Index in keyof Keys]: 'string' | 'number' },
): Keys | null {
  if (after === null || after === undefined || after === '') return null;
  let keys: unknown;
  try {
    keys = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    throw new BadCursor();
  }
  if (!Array.isArray(keys) || keys.length !== types.length) throw new BadCursor();
  if (!keys.every((key, index) => typeof key === types[index])) throw new BadCursor();
  // Larger ones are no position of ours, and no number the database compares with.
  if (keys.some((key) => typeof key === 'number' && !(Math.abs(key) <= 2_147_483_647))) throw new BadCursor();
  if (keys.some((key) => typeof key === 'string' && (key.length > 200 || key.includes('\0'))))
    throw new BadCursor();
  return keys as unknown as Keys;
}
