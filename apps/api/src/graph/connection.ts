import { isId } from '@samleng/kernel';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { BadCursor } from './errors.ts';

/** No page is longer, however it is asked for. */
export const PAGE_MOST = 50;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many at most: 1 to 50.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Go on after the item with this cursor.' })
  after!: string | null;
}

@ObjectType({ description: 'Whether and from where a list goes on.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more items follow.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the last item on this page.' })
  endCursor!: string | null;
}

export type Page<Node> = {
  nodes: Node[];
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
};

/** The page type of a kind of node: `nodes`, `edges` and `pageInfo`. */
export function connectionOf<Node extends object>(name: string, node: () => ClassType<Node>) {
  @ObjectType(`${name}Edge`, { description: 'One item of a list, with its cursor.' })
  class Edge {
    @Field(() => String, { description: 'Where this item stands in the list.' })
    cursor!: string;

    @Field(node, { description: 'The item.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class Connection {
    @Field(() => [node()], { description: 'The items of this page, in order.' })
    nodes!: Node[];

    @Field(() => [Edge], { description: 'The items with their cursors.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Whether and from where the list goes on.' })
    pageInfo!: PageInfo;
  }
  return Connection;
}

/** How many rows a page asks for: what was asked, between 1 and 50. */
export function pageSize(args: { first?: number | null }): number {
  return Math.min(PAGE_MOST, Math.max(1, Math.trunc(args.first ?? 20)));
}

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

/**
 * Makes sure that a cursor's values are what a list is sorted by, before the database reads them.
 *
 * @param shapes what each value must be: a whole number, an instant, an id, or anything of its type
 * @throws BadCursor otherwise
 */
export function checkCursor(
  keys: readonly (string | number)[],
  shapes: readonly ('whole' | 'instant' | 'id' | 'any')[],
): void {
  const fits = keys.every((key, at) => {
    switch (shapes[at]) {
      case 'whole':
        return Number.isInteger(key);
      case 'instant':
        return typeof key === 'string' && /^\d{4}-\d\d-\d\dT/.test(key) && !Number.isNaN(Date.parse(key));
      case 'id':
        return typeof key === 'string' && isId(key);
      default:
        return true;
    }
  });
  if (!fits) throw new BadCursor();
}
