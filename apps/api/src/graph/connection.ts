import { isId } from '@samleng/kernel';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { BadCursor } from './errors.ts';

export { cursorOf, type Page, pageOf, readCursor } from '@samleng/server';

/** No page is longer, however it is asked for. */
export const PAGE_MOST = 50;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many at most: 1 to 50.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Go on after the item with this cursor.' })
  after!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Whether and from where a list goes on.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more items follow.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the last item on this page.' })
  endCursor!: string | null;
}

/** The page type of a kind of node: `nodes`, `edges` and `pageInfo`. */
export function connectionOf<Node extends object>(name: string, node: () => ClassType<Node>) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: 'One item of a list, with its cursor.' })
  class Edge {
    @Field(() => String, { description: 'Where this item stands in the list.' })
    cursor!: string;

    @Field(node, { description: 'The item.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: 'A page of a list.' })
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
