import { DayScalar } from '@samleng/server';
import type { AgeBand, Sex } from '@samleng/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AccusedRoleEnum, AgeBandEnum, CaseStateEnum, SaidAnswerEnum, SexEnum } from '../../graph/enums.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import type { AccusedRole, CaseState, SaidAnswer } from '../../lists.ts';
import type { Problem } from '../../problems.ts';
import type { Disclosure } from './admit-disclosure.ts';

@ObjectType('DeskKey', {
  description: 'To it phones and the participation service seal what only the desk may read.',
})
export class DeskKeyNode {
  @Field(() => String, {
    description:
      'How to seal: `P-256 HKDF-SHA-256 AES-256-GCM`, laid out as packages/server/src/sealed-envelopes.ts says.',
  })
  algorithm!: string;

  @Field(() => String, { description: 'The public key: 65 bytes, uncompressed, in base64.' })
  publicKey!: string;
}

@InputType('DiscloseHarmInput', {
  description: 'What a child tells. Only key, receipt and words are needed.',
})
export class DiscloseHarmInput implements Disclosure {
  @Field(() => ID, { description: 'Made by the form: the same for every try of the same form.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'The 16 digits the form made and will show, in any digit script.' })
  receipt!: string;

  @Field(() => String, { description: 'The words: 4,000 characters at most.' })
  text!: string;

  @Field(() => SaidAnswerEnum, { nullable: true, description: 'Whether somebody is in danger now.' })
  dangerNow!: SaidAnswer | null;

  @Field(() => SaidAnswerEnum, { nullable: true, description: 'Whether it is about somebody in charge.' })
  aboutSomeoneInCharge!: SaidAnswer | null;

  @Field(() => AccusedRoleEnum, { nullable: true, description: 'Who it is: a role.' })
  accusedRole!: AccusedRole | null;

  @Field(() => String, { nullable: true, description: 'The commune.' })
  communeCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The village.' })
  villageCode!: string | null;

  @Field(() => String, { nullable: true, description: 'A first name or nickname: 80 characters.' })
  alias!: string | null;

  @Field(() => AgeBandEnum, { nullable: true, description: 'The age band.' })
  ageBand!: AgeBand | null;

  @Field(() => SexEnum, { nullable: true, description: 'What the child says of its sex.' })
  sex!: Sex | null;

  @Field(() => String, { nullable: true, description: 'How and when it is safe to reach the child.' })
  callback!: string | null;

  @Field(() => [ID], { nullable: true, description: 'Readers the child does not want to read it.' })
  notReadBy!: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a recording is sent after it, to `POST /voice`; then the words may be empty.',
  })
  voiceFollows!: boolean | null;
}

@InputType('SealedInput', { description: 'Something sealed to the desk.' })
export class SealedInput {
  @Field(() => String, { description: 'The envelope, in base64: 60,000 characters at most.' })
  sealed!: string;
}

@ObjectType('DiscloseHarmPayload', { description: 'Whether it was taken in.' })
export class DiscloseHarmPayload {
  @Field(() => Boolean, { description: 'Whether it is kept safely. If so, the receipt works.' })
  isTakenIn!: boolean;

  @Field(() => DayScalar, { nullable: true, description: 'The day on which it came.' })
  receivedOn!: string | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@ObjectType('MyMessage', { description: 'A message, either way.' })
export class MyMessageNode {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Boolean, { description: "Whether it is the child's own; else it is the desk's." })
  isMine!: boolean;

  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => Date, { description: 'When it was written.' })
  sentAt!: Date;
}

@ObjectType('MyCase', {
  description: 'What the child sees who comes back. The first words are not shown again.',
})
export class MyCaseNode {
  @Field(() => CaseStateEnum, { description: 'Where it stands.' })
  state!: CaseState;

  @Field(() => DayScalar, { description: 'The day on which it came.' })
  receivedOn!: string;

  @Field(() => [MyMessageNode], { description: 'Messages both ways, in order.' })
  messages!: readonly MyMessageNode[];

  @Field(() => Int, { description: 'How many people have read it.' })
  readBy!: number;

  @Field(() => Boolean, { description: 'Whether the child may have it erased at once.' })
  mayErase!: boolean;
}

@ObjectType('MyCasePayload', { description: 'What a receipt opens.' })
export class MyCasePayload {
  @Field(() => MyCaseNode, { nullable: true, description: 'The case; empty when the receipt opens nothing.' })
  case!: MyCaseNode | null;

  @Field(() => [ProblemType], { description: 'Why there is none.' })
  problems!: readonly Problem[];
}

@InputType('SendMessageInput', { description: 'The child writes again.' })
export class SendMessageInput {
  @Field(() => String, { description: 'The receipt.' })
  receipt!: string;

  @Field(() => ID, { description: 'Made by the form: the same for every try of the same form.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'The words: 2,000 characters at most.' })
  text!: string;
}

@InputType('ChangeReceiptInput', { description: 'The child takes a new code.' })
export class ChangeReceiptInput {
  @Field(() => String, { description: 'The receipt so far.' })
  receipt!: string;

  @Field(() => String, { description: 'The new 16 digits the form made and will show.' })
  newReceipt!: string;
}

@InputType('EraseMyCaseInput', { description: 'The child asks that everything be erased.' })
export class EraseMyCaseInput {
  @Field(() => String, { description: 'The receipt.' })
  receipt!: string;
}
