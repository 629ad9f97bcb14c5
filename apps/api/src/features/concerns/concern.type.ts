import type {
  AgeBand,
  Category,
  ConcernState,
  OfficeKind,
  Problem,
  ReturnReason,
  SaidAnswer,
  Sex,
  Topic,
  Urgency,
} from '@samleng/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import {
  AgeBandEnum,
  CategoryEnum,
  ConcernStateEnum,
  OfficeKindEnum,
  ReturnReasonEnum,
  SaidAnswerEnum,
  SexEnum,
  TopicEnum,
  UrgencyEnum,
} from '../../graph/enums.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import type { Concern } from './concern.entity.ts';

@ObjectType('ConcernCan', { description: 'What the viewer may do with a concern.' })
export class ConcernCanNode {
  @Field(() => Boolean, { description: 'Publish it as a new issue.' })
  publish!: boolean;

  @Field(() => Boolean, { description: 'Add it to an issue that says the same.' })
  merge!: boolean;

  @Field(() => Boolean, { description: 'Return it with a reason the child can read.' })
  return!: boolean;

  @Field(() => Boolean, { description: 'Move it to the protection desk, for good.' })
  moveToProtection!: boolean;
}

@ObjectType('HarmSign', { description: 'Words that may speak of harm: a reason to look sooner, never more.' })
export class HarmSignNode {
  @Field(() => String, { description: 'Which kind of harm.' })
  kind!: string;

  @Field(() => Int, { description: 'Where the words begin in the text, in UTF-16 units.' })
  start!: number;

  @Field(() => Int, { description: 'Where they end.' })
  end!: number;
}

@ObjectType('IdentifierMark', { description: 'A name, phone or identity number that may not become public.' })
export class IdentifierMarkNode {
  @Field(() => String, { description: 'What it seems to be.' })
  kind!: string;

  @Field(() => Int, { description: 'Where it begins in the text, in UTF-16 units.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends.' })
  end!: number;

  @Field(() => String, { description: 'The marked text itself.' })
  text!: string;
}

@ObjectType('Concern', {
  description: 'What a child raised. Only those who moderate its place read it.',
})
export class ConcernNode implements Pick<
  Concern,
  | 'id'
  | 'state'
  | 'category'
  | 'topic'
  | 'text'
  | 'language'
  | 'ageBand'
  | 'sex'
  | 'disability'
  | 'inSchool'
  | 'aboutOfficeKind'
  | 'urgency'
  | 'returnReason'
  | 'returnNote'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ConcernStateEnum, { description: 'Where it stands.' })
  state!: ConcernState;

  @Field(() => CategoryEnum, { description: 'What the child says it is about.' })
  category!: Category;

  @Field(() => TopicEnum, { nullable: true, description: 'What it is about, more exactly.' })
  topic!: Topic | null;

  @Field(() => String, {
    nullable: true,
    description: "The child's own words; erased 30 days after moderation.",
  })
  text!: string | null;

  @Field(() => String, { description: 'The language it was written in: km, en or another code.' })
  language!: string;

  @Field(() => AgeBandEnum, { nullable: true, description: 'How old the child says it is.' })
  ageBand!: AgeBand | null;

  @Field(() => SexEnum, { nullable: true, description: 'What the child says of its sex.' })
  sex!: Sex | null;

  @Field(() => SaidAnswerEnum, { nullable: true, description: 'Whether the child says it has a disability.' })
  disability!: SaidAnswer | null;

  @Field(() => SaidAnswerEnum, { nullable: true, description: 'Whether the child says it goes to school.' })
  inSchool!: SaidAnswer | null;

  @Field(() => OfficeKindEnum, {
    nullable: true,
    description: 'The kind of office whose own people it is about: it never goes there.',
  })
  aboutOfficeKind!: OfficeKind | null;

  @Field(() => UrgencyEnum, { description: 'How soon it is to be looked at.' })
  urgency!: Urgency;

  @Field(() => ReturnReasonEnum, { nullable: true, description: 'Why it was returned.' })
  returnReason!: ReturnReason | null;

  @Field(() => String, { nullable: true, description: 'What the moderator wrote to the child.' })
  returnNote!: string | null;
}

export const ConcernConnection = connectionOf('Concern', () => ConcernNode);

@ObjectType('MyConcernCan', { description: 'What whoever holds the receipt may do.' })
export class MyConcernCanNode {
  /** The concern that is spoken about; shown by no field. */
  concern!: Concern;
}

@ObjectType('MyConcern', { description: 'What the receipt opens: the concern as its child sees it.' })
export class MyConcernNode implements Pick<Concern, 'state' | 'category' | 'returnReason' | 'returnNote'> {
  @Field(() => ConcernStateEnum, { description: 'Where it stands.' })
  state!: ConcernState;

  @Field(() => CategoryEnum, { description: 'What it is about.' })
  category!: Category;

  @Field(() => ReturnReasonEnum, { nullable: true, description: 'Why it came back, when it did.' })
  returnReason!: ReturnReason | null;

  @Field(() => String, { nullable: true, description: 'What the moderator wrote to the child.' })
  returnNote!: string | null;
}

@InputType('RaiseConcernInput', {
  description: 'What a child raises. Only the words, or a recording, are required.',
})
export class RaiseConcernInput {
  @Field(() => ID, {
    description: "The form's own key (a UUID): sent again with the same content, it gives the same result.",
  })
  idempotencyKey!: string;

  @Field(() => String, {
    description: 'The 16 digits the form made before sending, in any script and grouping.',
  })
  receipt!: string;

  @Field(() => String, { nullable: true, description: 'The commune it is about.' })
  communeCode?: string | null;

  @Field(() => String, { nullable: true, description: 'The village, if the child names one.' })
  villageCode?: string | null;

  @Field(() => CategoryEnum, { nullable: true, description: 'What it is about; OTHER when not said.' })
  category?: Category | null;

  @Field(() => TopicEnum, { nullable: true, description: 'What it is about, more exactly.' })
  topic?: Topic | null;

  @Field(() => String, { description: 'The words: at most 4,000 characters; empty only beside a recording.' })
  text!: string;

  @Field(() => AgeBandEnum, { nullable: true, description: 'How old the child says it is.' })
  ageBand?: AgeBand | null;

  @Field(() => SexEnum, { nullable: true, description: 'What the child says of its sex.' })
  sex?: Sex | null;

  @Field(() => SaidAnswerEnum, { nullable: true, description: 'Whether the child says it has a disability.' })
  disability?: SaidAnswer | null;

  @Field(() => SaidAnswerEnum, { nullable: true, description: 'Whether the child says it goes to school.' })
  inSchool?: SaidAnswer | null;

  @Field(() => OfficeKindEnum, {
    nullable: true,
    description: 'The kind of office whose own people it is about.',
  })
  aboutOfficeKind?: OfficeKind | null;

  @Field(() => String, { nullable: true, description: 'The language of the words; guessed when not said.' })
  language?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A recording sent before from the same phone; with it the words may be empty.',
  })
  voiceId?: string | null;
}

@ObjectType('RaiseConcernPayload', {
  description: 'The concern as its child sees it, or why it was refused.',
})
export class RaiseConcernPayload {
  @Field(() => DayScalar, { nullable: true, description: 'The day on which it was received.' })
  receivedOn!: string | null;

  @Field(() => MyConcernNode, { nullable: true, description: 'The concern.' })
  concern!: Concern | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@ObjectType('ConcernByReceiptPayload', {
  description: 'What the receipt opens. Wrong, expired and erased receipts answer alike.',
})
export class ConcernByReceiptPayload {
  @Field(() => MyConcernNode, { nullable: true, description: 'The concern.' })
  concern!: Concern | null;

  @Field(() => [ProblemType], { description: 'Why nothing was opened.' })
  problems!: readonly Problem[];
}

@InputType('ModerationFilter', { description: 'Which concerns of the queue are asked for.' })
export class ModerationFilter {
  @Field(() => ConcernStateEnum, { nullable: true, description: 'Where they stand; RECEIVED when not said.' })
  state?: ConcernState | null;

  @Field(() => String, { nullable: true, description: 'The place they are of, with all below it.' })
  placeCode?: string | null;

  @Field(() => UrgencyEnum, { nullable: true, description: 'Only those of this urgency.' })
  urgency?: Urgency | null;
}

@InputType('ReturnConcernInput', { description: 'Why a concern goes back to its child.' })
export class ReturnConcernInput {
  @Field(() => ID, { description: 'The concern.' })
  concernId!: string;

  @Field(() => ReturnReasonEnum, { description: 'The reason the child reads.' })
  reason!: ReturnReason;

  @Field(() => String, {
    nullable: true,
    description: 'More words for the child, at most 1,000 characters.',
  })
  note?: string | null;
}

@ObjectType('ReturnConcernPayload', { description: 'The returned concern, or why it was refused.' })
export class ReturnConcernPayload {
  @Field(() => ConcernNode, { nullable: true, description: 'The concern.' })
  concern!: Concern | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@InputType('MoveConcernInput', { description: 'A concern that is moved out of here, for good.' })
export class MoveConcernInput {
  @Field(() => ID, { description: 'The concern.' })
  concernId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is about somebody in charge, who must not receive it.',
  })
  isAboutSomeoneInCharge?: boolean | null;
}

@ObjectType('MoveConcernPayload', { description: 'Whether it was moved, or why not.' })
export class MoveConcernPayload {
  @Field(() => Boolean, { description: 'Moved; moved by the viewer before counts too.' })
  isMoved!: boolean;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}
