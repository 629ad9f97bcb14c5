import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ProblemType } from '../../graph/problem.type.ts';
import type { Problem } from '@samleng/vocabulary';
import type { WordMark } from './word-mark.entity.ts';

@ObjectType('WordMark', {
  description: 'That words typed elsewhere than in a concern may speak of harm: where, not which.',
})
export class WordMarkNode implements Pick<WordMark, 'id' | 'deed' | 'subjectId' | 'markedAt'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The deed that brought the words, by its name here.' })
  deed!: string;

  @Field(() => ID, { nullable: true, description: 'What they belong to: an issue, a meeting, a club.' })
  subjectId!: string | null;

  @Field(() => Boolean, { description: 'Whether they may speak of danger.' })
  isUrgent!: boolean;

  @Field(() => Date, { description: 'When.' })
  markedAt!: Date;
}

@InputType('SeeWordsInput', { description: 'Which words were looked at.' })
export class SeeWordsInput {
  @Field(() => ID, { description: 'The mark.' })
  markId!: string;
}

@ObjectType('SeeWordsPayload', { description: 'Whether it is noted.' })
export class SeeWordsPayload {
  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}
