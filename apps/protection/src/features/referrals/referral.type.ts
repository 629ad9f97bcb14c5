import { Field, ID, InputType, ObjectType } from 'type-graphql';
import {
  CaseSystemEnum,
  DutyReasonEnum,
  ReferralOutcomeEnum,
  ReferralReceiverEnum,
} from '../../graph/enums.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import type { CaseSystem, DutyReason, ReferralOutcome, ReferralReceiver } from '../../lists.ts';
import type { Problem } from '../../problems.ts';
import type { ReferInput } from './refer-case.ts';
import type { Referral } from './referral.entity.ts';

@ObjectType('Referral', { description: 'That a case was referred, and how it went.' })
export class ReferralNode implements Pick<
  Referral,
  'id' | 'receiver' | 'hasAssent' | 'madeAt' | 'outcome' | 'outcomeAt' | 'system'
> {
  @Field(() => ID, { description: 'Its id; the receiver knows it by this.' })
  id!: string;

  @Field(() => ReferralReceiverEnum, { description: 'To whom.' })
  receiver!: ReferralReceiver;

  @Field(() => Boolean, { description: 'Whether the child agreed.' })
  hasAssent!: boolean;

  @Field(() => Date, { description: 'When.' })
  madeAt!: Date;

  @Field(() => ReferralOutcomeEnum, { description: 'What the receiver said last.' })
  outcome!: ReferralOutcome;

  @Field(() => Date, { description: 'When it said so.' })
  outcomeAt!: Date;

  @Field(() => CaseSystemEnum, { nullable: true, description: 'The national system it was handed to.' })
  system!: Referral['system'];
}

@ObjectType('ReferralLine', { description: 'A line of the printed record.' })
export class ReferralLineNode {
  @Field(() => String, { description: 'Which field; the words for it belong to the screens.' })
  label!: string;

  @Field(() => String, { description: 'What stands there.' })
  text!: string;
}

@ObjectType('ReferralFile', {
  description: 'The record as a page that opens itself with a code. Shown once.',
})
export class ReferralFileNode {
  @Field(() => String, { description: 'The name of the file.' })
  name!: string;

  @Field(() => String, { description: 'The file, in base64.' })
  content!: string;

  @Field(() => String, {
    description: 'The code: said on the telephone or on another paper, never sent along.',
  })
  code!: string;
}

@ObjectType('ReferCasePayload', { description: 'A referral.' })
export class ReferCasePayload {
  @Field(() => ReferralNode, { nullable: true, description: 'The referral.' })
  referral!: Referral | null;

  @Field(() => [ReferralLineNode], { description: 'The record to print, line by line.' })
  lines!: ReferralLineNode[];

  @Field(() => ReferralFileNode, { nullable: true, description: 'The same as an encrypted file.' })
  file!: ReferralFileNode | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@ObjectType('ReferralPayload', { description: 'A referral after a deed.' })
export class ReferralPayload {
  @Field(() => ReferralNode, { nullable: true, description: 'The referral as it is now.' })
  referral!: Referral | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@InputType('ReferCaseInput', { description: 'To whom a case is referred, and what is handed on.' })
export class ReferCaseInput implements ReferInput {
  @Field(() => ID, { description: 'The case; it must have been judged.' })
  caseId!: string;

  @Field(() => ReferralReceiverEnum, { description: 'To whom.' })
  receiver!: ReferralReceiver;

  @Field(() => String, { description: 'What the receiver must know: 2,000 characters.' })
  summary!: string;

  @Field(() => Boolean, { description: "Whether the child's own words are handed on." })
  handsOnWords!: boolean;

  @Field(() => Boolean, { description: 'Whether the child agreed to this.' })
  hasAssent!: boolean;

  @Field(() => DutyReasonEnum, {
    nullable: true,
    description: 'Why it cannot wait for assent; needed without it.',
  })
  reasonWithoutAssent!: DutyReason | null;
}

@InputType('SendReferralInput', { description: 'Which referral goes to which national system.' })
export class SendReferralInput {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => CaseSystemEnum, { description: 'The system.' })
  system!: CaseSystem;
}

@InputType('NoteReferralOutcomeInput', { description: 'What the receiver said.' })
export class NoteReferralOutcomeInput {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => ReferralOutcomeEnum, { description: 'What it said.' })
  outcome!: ReferralOutcome;
}
