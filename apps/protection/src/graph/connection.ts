import { type ClassType, ArgsType, Field, Int, ObjectType } from 'type-graphql';

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

/** The page type of a kind of node. */
export function connectionOf<Node extends object>(name: string, node: () => ClassType<Node>) {
  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class Connection {
    @Field(() => [node()], { description: 'The items of this page, in order.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Whether and from where the list goes on.' })
    pageInfo!: PageInfo;
  }
  return Connection;
}
