import { Field, InputType, ObjectType } from 'type-graphql';
import { ProblemType } from '../../graph/problem.type.ts';
import type { Problem } from '../../problems.ts';

@ObjectType('PasskeyPayload', { description: 'What the browser needs to ask for a passkey.' })
export class PasskeyPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Goes with the answer; lives five minutes, works once.',
  })
  challenge!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The options for `navigator.credentials`, as JSON, with the PRF extension asked for.',
  })
  passkeyOptions!: string | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@InputType('PasskeyInput', { description: "A browser's answer with a passkey." })
export class PasskeyInput {
  @Field(() => String, { description: 'What came with the options.' })
  challenge!: string;

  @Field(() => String, { description: "The browser's answer, as JSON, without results of extensions." })
  passkeyResponse!: string;

  @Field(() => String, {
    description:
      'SHA-256 of the result of the PRF extension, base64url: unlocks the private key, is never kept.',
  })
  secret!: string;
}
