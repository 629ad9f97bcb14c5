import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graph/connection.ts';
import {
  AccusedRoleEnum,
  CaseKindEnum,
  CaseStateEnum,
  ClosingEnum,
  DutyReasonEnum,
  ReadingReasonEnum,
  SaidAnswerEnum,
  UrgencyEnum,
} from '../../graph/enums.ts';
import type {
  AccusedRole,
  CaseKind,
  CaseState,
  Closing,
  DutyReason,
  ReadingReason,
  SaidAnswer,
  Urgency,
} from '../../lists.ts';
import type { TriageInput } from './triage-case.ts';

@ArgsType()
export class InboxArgs extends PageArgs {
  @Field(() => [CaseStateEnum], { nullable: true, description: 'Only cases in these states; none: all.' })
  states!: CaseState[] | null;
}

@InputType('OpenCaseInput', { description: 'Which case, and why.' })
export class OpenCaseInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ReadingReasonEnum, { description: 'Why it is opened; it goes into the audit.' })
  reason!: ReadingReason;
}

@InputType('TriageCaseInput', { description: 'What a worker judges. The last one counts.' })
export class TriageCaseInput implements TriageInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => UrgencyEnum, { description: 'How soon a person must look from now on.' })
  urgency!: Urgency;

  @Field(() => SaidAnswerEnum, { description: 'Whether there is danger.' })
  danger!: SaidAnswer;

  @Field(() => CaseKindEnum, { description: 'What it is about.' })
  kind!: CaseKind;

  @Field(() => AccusedRoleEnum, {
    nullable: true,
    description: 'Who is accused: a role. Whoever works with them loses the case.',
  })
  accusedRole!: AccusedRole | null;

  @Field(() => DutyReasonEnum, {
    nullable: true,
    description: 'Why the child must be protected even against its wish; empty takes a recorded duty back.',
  })
  duty!: DutyReason | null;

  @Field(() => String, { nullable: true, description: 'Words for whoever works on it: 4,000 characters.' })
  note!: string | null;
}

@InputType('CaseAndPersonInput', { description: 'A case and somebody of the desk.' })
export class CaseAndPersonInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'The person.' })
  accountId!: string;
}

@InputType('HandOverCaseInput', { description: 'A case and who is asked to take it.' })
export class HandOverCaseInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'Who is asked: a named person of the area or a supervisor.' })
  toAccountId!: string;
}

@InputType('CaseInput', { description: 'Which case.' })
export class CaseInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;
}

@InputType('WriteInCaseInput', { description: 'Words in a case.' })
export class WriteInCaseInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'The same for every try of the same words.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'The words: 2,000 characters to the child, 4,000 in a note.' })
  text!: string;
}

@InputType('CloseCaseInput', { description: 'How a case ends.' })
export class CloseCaseInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ClosingEnum, { description: 'How it ended.' })
  closing!: Closing;

  @Field(() => String, { nullable: true, description: 'Words for the file: 4,000 characters.' })
  note!: string | null;
}

@InputType('EndAccountInput', { description: 'Who leaves.' })
export class EndAccountInput {
  @Field(() => ID, { description: 'The account.' })
  accountId!: string;
}
