import { Field, ObjectType } from 'type-graphql';
import type { Problem, ProblemCode } from '../problems.ts';
import { ProblemCodeEnum } from './enums.ts';

@ObjectType('Problem', { description: 'Why a deed was refused: something the person can mend.' })
export class ProblemType implements Problem {
  @Field(() => ProblemCodeEnum, { description: 'What is wrong; the words for it belong to the screens.' })
  code!: ProblemCode;

  @Field(() => String, { nullable: true, description: 'The field of the input that is to blame, if one is.' })
  field!: string | null;
}

@ObjectType('DonePayload', { description: 'The outcome of a deed that shows nothing.' })
export class DonePayload {
  @Field(() => [ProblemType], { description: 'Why it was refused; none: it is done.' })
  problems!: readonly Problem[];
}
