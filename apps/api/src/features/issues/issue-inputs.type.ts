import type {
  AgeBand,
  Category,
  IssueState,
  OfficeKind,
  Problem,
  SaidAnswer,
  Sex,
  Topic,
  Verdict,
} from '@samleng/vocabulary';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import {
  AgeBandEnum,
  CategoryEnum,
  IssueStateEnum,
  OfficeKindEnum,
  SaidAnswerEnum,
  SexEnum,
  TopicEnum,
  VerdictEnum,
} from '../../graph/enums.ts';
import { payloadTypeOf } from '../../graph/payload-type.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import { type Concern, ConcernNode } from '../concerns/index.ts';
import type { Issue } from './issue.entity.ts';
import { IssueNode } from './issue.type.ts';

@InputType('IssueFilter', { description: 'Which issues are asked for: all that is said must hold.' })
export class IssueFilter {
  @Field(() => String, { nullable: true, description: 'Of this commune.' })
  communeCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this place of any level, with all below it.' })
  placeCode?: string | null;

  @Field(() => CategoryEnum, { nullable: true, description: 'Of this category.' })
  category?: Category | null;

  @Field(() => IssueStateEnum, { nullable: true, description: 'In this state.' })
  state?: IssueState | null;

  @Field(() => ID, { nullable: true, description: 'For which it is the turn of this office.' })
  officeId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the office whose turn it is is late with acknowledging or answering.',
  })
  isOverdue?: boolean | null;
}

@InputType('SupportIssueInput', { description: 'What matters to a child, and what it says of itself.' })
export class SupportIssueInput {
  @Field(() => ID, { description: 'The issue.' })
  issueId!: string;

  @Field(() => AgeBandEnum, { nullable: true, description: 'How old the child says it is.' })
  ageBand?: AgeBand | null;

  @Field(() => SexEnum, { nullable: true, description: 'What the child says of its sex.' })
  sex?: Sex | null;

  @Field(() => SaidAnswerEnum, { nullable: true, description: 'Whether the child says it has a disability.' })
  disability?: SaidAnswer | null;

  @Field(() => String, { nullable: true, description: "Its village, in the issue's commune." })
  villageCode?: string | null;
}

@InputType('WithdrawSupportInput', { description: 'What does not matter to a child after all.' })
export class WithdrawSupportInput {
  @Field(() => ID, { description: 'The issue.' })
  issueId!: string;
}

@InputType('GiveVerdictInput', {
  description: 'Whether an issue is solved: by a supporting device, or by the receipt of a concern in it.',
})
export class GiveVerdictInput {
  @Field(() => ID, { nullable: true, description: 'The issue; not needed with a receipt.' })
  issueId?: string | null;

  @Field(() => String, { nullable: true, description: 'The 16 digits, in any script and grouping.' })
  receipt?: string | null;

  @Field(() => VerdictEnum, { description: 'What the child says.' })
  verdict!: Verdict;
}

@InputType('PublishIssueInput', { description: 'What becomes public of a concern.' })
export class PublishIssueInput {
  @Field(() => ID, { description: 'The concern.' })
  concernId!: string;

  @Field(() => String, { nullable: true, description: 'The title in Khmer, at most 120 characters.' })
  titleKm?: string | null;

  @Field(() => String, { nullable: true, description: 'The title in English, at most 120 characters.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'The words in Khmer, at most 4,000 characters.' })
  wordsKm?: string | null;

  @Field(() => String, { nullable: true, description: 'The words in English, at most 4,000 characters.' })
  wordsEn?: string | null;

  @Field(() => CategoryEnum, { description: 'What it is about.' })
  category!: Category;

  @Field(() => TopicEnum, { nullable: true, description: 'What it is about, more exactly.' })
  topic?: Topic | null;

  @Field(() => String, { description: 'The commune it is about.' })
  communeCode!: string;

  @Field(() => String, { nullable: true, description: 'The village it is about.' })
  villageCode?: string | null;

  @Field(() => OfficeKindEnum, {
    nullable: true,
    description: 'The kind of office whose own people it is about; left out, what the child said stands.',
  })
  aboutOfficeKind?: OfficeKind | null;

  @Field(() => [String], { nullable: true, description: 'The marked texts the moderator says may stay.' })
  justifiedIdentifiers?: string[] | null;
}

@InputType('MergeConcernInput', { description: 'A concern that says what an issue says.' })
export class MergeConcernInput {
  @Field(() => ID, { description: 'The concern.' })
  concernId!: string;

  @Field(() => ID, { description: 'The issue it becomes part of.' })
  issueId!: string;
}

@InputType('MergeIssuesInput', { description: 'Two issues of a commune that say the same.' })
export class MergeIssuesInput {
  @Field(() => ID, { description: 'The issue that leads to the other from then on.' })
  fromIssueId!: string;

  @Field(() => ID, { description: 'The issue that stays.' })
  intoIssueId!: string;
}

@InputType('EditIssueInput', { description: 'Better words for an issue. What is left out stays.' })
export class EditIssueInput {
  @Field(() => ID, { description: 'The issue.' })
  issueId!: string;

  @Field(() => String, { nullable: true, description: 'The title in Khmer.' })
  titleKm?: string | null;

  @Field(() => String, { nullable: true, description: 'The title in English.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'The words in Khmer.' })
  wordsKm?: string | null;

  @Field(() => String, { nullable: true, description: 'The words in English.' })
  wordsEn?: string | null;

  @Field(() => CategoryEnum, { nullable: true, description: 'What it is about.' })
  category?: Category | null;

  @Field(() => TopicEnum, { nullable: true, description: 'What it is about, more exactly.' })
  topic?: Topic | null;

  @Field(() => [String], { nullable: true, description: 'The marked texts the moderator says may stay.' })
  justifiedIdentifiers?: string[] | null;
}

export const SupportIssuePayload = payloadTypeOf('SupportIssue', 'issue', () => IssueNode);
export const WithdrawSupportPayload = payloadTypeOf('WithdrawSupport', 'issue', () => IssueNode);
export const GiveVerdictPayload = payloadTypeOf('GiveVerdict', 'issue', () => IssueNode);
export const MergeIssuesPayload = payloadTypeOf('MergeIssues', 'issue', () => IssueNode);
export const EditIssuePayload = payloadTypeOf('EditIssue', 'issue', () => IssueNode);

/** What a deed on one issue gives. */
export type IssuePayload = { issue: Issue | null; problems: readonly Problem[] };

@ObjectType('PublishIssuePayload', { description: 'The new issue and its concern, or why it was refused.' })
export class PublishIssuePayload {
  @Field(() => IssueNode, { nullable: true, description: 'The issue.' })
  issue!: Issue | null;

  @Field(() => ConcernNode, { nullable: true, description: 'The concern it was made of.' })
  concern!: Concern | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@ObjectType('MergeConcernPayload', { description: 'The issue and the concern in it, or why it was refused.' })
export class MergeConcernPayload {
  @Field(() => IssueNode, { nullable: true, description: 'The issue.' })
  issue!: Issue | null;

  @Field(() => ConcernNode, { nullable: true, description: 'The concern.' })
  concern!: Concern | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}
