import { Field, ObjectType } from 'type-graphql';
import { ProblemType } from '../../graph/problem.type.ts';
import type { Problem } from '../../problems.ts';
import { type Account, AccountNode } from '../accounts/index.ts';

@ObjectType('EndAccountPayload', { description: 'The account that ended.' })
export class EndAccountPayload {
  @Field(() => AccountNode, { nullable: true, description: 'The account as it is now.' })
  account!: Account | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}
