import type { AssignmentEnd, Category, Decision } from '@samleng/vocabulary';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { AssignmentEndEnum, CategoryEnum, DecisionEnum, enumOf } from '../../graph/enums.ts';
import { payloadTypeOf } from '../../graph/payload-type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { IssueNode } from '../issues/index.ts';
import type { Answer, Assignment } from './assignment.entity.ts';
import { type AssignmentStage, assignmentStages } from './assignment.queries.ts';

const AssignmentStageEnum = enumOf(
  'AssignmentStage',
  assignmentStages,
  'How far an office is: NEW not acknowledged, WAITING for an answer, LATE over a day of the promise, ANSWERED, ALL with ended ones.',
);

@ObjectType('Clock', {
  description: 'Until when an office acknowledges and answers. Computed, never stored.',
})
export class ClockNode {
  @Field(() => DayScalar, { description: 'The last day to acknowledge: the third working day.' })
  acknowledgeBy!: string;

  @Field(() => DayScalar, { description: 'The last day to answer.' })
  answerBy!: string;

  @Field(() => DayScalar, { description: 'The day on which it goes to the office above if unanswered.' })
  escalateOn!: string;

  @Field(() => Boolean, { description: 'Whether it should have been acknowledged by now.' })
  isAcknowledgementOverdue!: boolean;

  @Field(() => Boolean, { description: 'Whether it should have been answered by now.' })
  isAnswerOverdue!: boolean;

  @Field(() => Boolean, { description: 'Whether 60 days have gone by without any answer.' })
  hasNoAnswerYet!: boolean;

  @Field(() => Int, { description: 'Days left to answer; negative when they are over.' })
  daysLeft!: number;
}

@ObjectType('Assignment', {
  simpleResolvers: true,
  description: "An office's turn with an issue.",
})
export class AssignmentNode implements Pick<Assignment, 'id'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => AssignmentEndEnum, { nullable: true, description: 'How the turn ended, if it has.' })
  ending!: AssignmentEnd | null;

  @Field(() => String, { nullable: true, description: 'What the office said about that.' })
  endingNote!: string | null;
}

export const AssignmentConnection = connectionOf('Assignment', () => AssignmentNode);

@ObjectType('Answer', {
  simpleResolvers: true,
  description: 'What an office said about an issue. Never changed; a later one follows.',
})
export class AnswerNode implements Pick<Answer, 'id' | 'decision' | 'words'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DecisionEnum, { description: 'What the office decided.' })
  decision!: Decision;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'What happens next, or what would change it.' })
  nextStep!: string | null;

  @Field(() => String, { nullable: true, description: 'What the office asks the children.' })
  question!: string | null;

  @Field(() => String, { description: 'The answer in plain words.' })
  words!: string;

  @Field(() => DayScalar, { nullable: true, description: 'By when; for what is done: when it was.' })
  dueOn!: string | null;

  @Field(() => Float, { nullable: true, description: 'The money set aside, in riel.' })
  amountRiel!: number | null;
}

@InputType('AssignmentFilter', { description: 'Which turns of my offices.' })
export class AssignmentFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this one of my offices.' })
  officeId?: string | null;

  @Field(() => AssignmentStageEnum, {
    nullable: true,
    description: 'Only those so far; empty: all not ended.',
  })
  stage?: AssignmentStage | null;

  @Field(() => CategoryEnum, { nullable: true, description: 'Only issues of this category.' })
  category?: Category | null;
}

@InputType('AcknowledgeIssueInput', { description: 'An issue the office has received.' })
export class AcknowledgeIssueInput {
  @Field(() => ID, { description: 'Which issue.' })
  issueId!: string;
}

@InputType('AnswerIssueInput', { description: "An office's answer." })
export class AnswerIssueInput {
  @Field(() => ID, { description: 'Which issue.' })
  issueId!: string;

  @Field(() => DecisionEnum, { description: 'What the office decided.' })
  decision!: Decision;

  @Field(() => String, { description: 'The answer in plain words, up to 4,000 characters.' })
  words!: string;

  @Field(() => String, { nullable: true, description: 'Why; needed for NOT_NOW and NOT_POSSIBLE.' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'What is next; needed for IN_PROGRESS, NOT_POSSIBLE.' })
  nextStep?: string | null;

  @Field(() => String, { nullable: true, description: 'A question to the children; needed for NEED_MORE.' })
  question?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'By when; needed for PLANNED.' })
  dueOn?: string | null;

  @Field(() => Float, { nullable: true, description: 'The money set aside, in whole riel.' })
  amountRiel?: number | null;

  @Field(() => ID, { nullable: true, description: 'The office that has it now; needed for PASSED_ON.' })
  passedOnToOfficeId?: string | null;

  @Field(() => ID, { description: 'Made by the form: the same key with the same words is the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'The words spoken: a recording given before.' })
  voiceId?: string | null;
}

@InputType('HandOverIssueInput', { description: "An issue that is not the office's." })
export class HandOverIssueInput {
  @Field(() => ID, { description: 'Which issue.' })
  issueId!: string;

  @Field(() => String, { description: 'Why, for everybody to read; up to 1,000 characters.' })
  note!: string;

  @Field(() => ID, { nullable: true, description: 'Whose it may be; empty: the office above.' })
  suggestedOfficeId?: string | null;
}

@InputType('AssignIssueInput', { description: 'An issue sent to an office by hand.' })
export class AssignIssueInput {
  @Field(() => ID, { description: 'Which issue.' })
  issueId!: string;

  @Field(() => ID, { description: 'Which office.' })
  officeId!: string;
}

export const AcknowledgeIssuePayload = payloadTypeOf('AcknowledgeIssue', 'issue', () => IssueNode);
export const AnswerIssuePayload = payloadTypeOf('AnswerIssue', 'issue', () => IssueNode);
export const HandOverIssuePayload = payloadTypeOf('HandOverIssue', 'issue', () => IssueNode);
export const AssignIssuePayload = payloadTypeOf('AssignIssue', 'issue', () => IssueNode);
