import type { Problem } from '@samleng/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { ProblemType } from '../../graph/problem.type.ts';

@ObjectType('Notice', { description: 'Something that happened to an issue this device supports.' })
export class NoticeNode {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it was seen on this device.' })
  isSeen!: boolean;
}

export const NoticeConnection = connectionOf('Notice', () => NoticeNode);

@InputType('ReadNoticesInput', { description: 'What was seen.' })
export class ReadNoticesInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'Only notices of these issues; all when left out. At most 200.',
  })
  issueIds?: string[] | null;
}

@ObjectType('ReadNoticesPayload', { description: 'What is left to see.' })
export class ReadNoticesPayload {
  @Field(() => Int, { description: 'Notices this device has not seen.' })
  unseenNotices!: number;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: readonly Problem[];
}
