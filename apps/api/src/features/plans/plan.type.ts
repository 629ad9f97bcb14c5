import type { MoneySource, PlanKind, PlanSector, PlanState } from '@samleng/vocabulary';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MoneySourceEnum, PlanKindEnum, PlanSectorEnum, PlanStateEnum } from '../../graph/enums.ts';
import { payloadTypeOf } from '../../graph/payload-type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import type { PlanItem, PlanProgress } from './plan-item.entity.ts';

@ObjectType('PlanSource', { description: 'Where a part of the money comes from.' })
export class PlanSourceNode {
  @Field(() => MoneySourceEnum, { description: 'The source.' })
  source!: MoneySource;

  @Field(() => Float, { description: 'How much, in riel.' })
  amountRiel!: number;
}

@ObjectType('PlanItemCan', { description: 'What the viewer may do with a plan item.' })
export class PlanItemCanNode {
  @Field(() => Boolean, { description: 'Whether the viewer may report how far it is.' })
  report!: boolean;
}

@ObjectType('PlanItem', { description: 'What an office promised: in which plan, by when, from which money.' })
export class PlanItemNode implements Pick<
  PlanItem,
  'id' | 'kind' | 'period' | 'sector' | 'costRiel' | 'sources' | 'state' | 'percentDone'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => PlanKindEnum, { description: 'The plan it stands in.' })
  kind!: PlanKind;

  @Field(() => String, { description: 'The year or years of the plan, such as 2027 or 2027-2029.' })
  period!: string;

  @Field(() => PlanSectorEnum, { description: 'The sector of the plan.' })
  sector!: PlanSector;

  @Field(() => String, { nullable: true, description: 'What it is, in Khmer; one language is always there.' })
  titleKm!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, in English.' })
  titleEn!: string | null;

  @Field(() => Float, { description: 'What it costs, in riel.' })
  costRiel!: number;

  @Field(() => [PlanSourceNode], { description: 'Where the money comes from; together: the cost.' })
  sources!: PlanSourceNode[];

  @Field(() => PlanStateEnum, { description: 'Where it stands.' })
  state!: PlanState;

  @Field(() => Int, { description: 'How far it is, 0 to 100.' })
  percentDone!: number;

  @Field(() => DayScalar, { nullable: true, description: 'By when.' })
  dueOn!: string | null;
}

@ObjectType('PlanProgress', { description: 'One report on a plan item.' })
export class PlanProgressNode implements Pick<PlanProgress, 'id' | 'percentDone' | 'state'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'How far it was, 0 to 100.' })
  percentDone!: number;

  @Field(() => PlanStateEnum, { description: 'Where it stood.' })
  state!: PlanState;

  @Field(() => String, { nullable: true, description: 'What the office said about it.' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'Where one can see it.' })
  evidenceLink!: string | null;
}

@InputType('PlanSourceInput', { description: 'Where a part of the money comes from.' })
export class PlanSourceInput {
  @Field(() => MoneySourceEnum, { description: 'The source; each at most once.' })
  source!: MoneySource;

  @Field(() => Float, { description: 'How much, in whole riel.' })
  amountRiel!: number;
}

@InputType('AddPlanItemInput', { description: 'What an office promises.' })
export class AddPlanItemInput {
  @Field(() => ID, { description: 'About which issue.' })
  issueId!: string;

  @Field(() => PlanKindEnum, { description: 'The plan it stands in.' })
  kind!: PlanKind;

  @Field(() => String, { description: 'The year or years of the plan, such as 2027 or 2027-2029.' })
  period!: string;

  @Field(() => PlanSectorEnum, { description: 'The sector of the plan.' })
  sector!: PlanSector;

  @Field(() => String, { nullable: true, description: 'What it is, in Khmer, up to 200 characters.' })
  titleKm?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, in English; one language is needed.' })
  titleEn?: string | null;

  @Field(() => Float, { description: 'What it costs, in whole riel.' })
  costRiel!: number;

  @Field(() => [PlanSourceInput], { description: 'Where the money comes from; together: the cost.' })
  sources!: PlanSourceInput[];

  @Field(() => DayScalar, { nullable: true, description: 'By when.' })
  dueOn?: string | null;

  @Field(() => ID, { description: 'Made by the form: the same key with the same content is the same item.' })
  idempotencyKey!: string;
}

@InputType('PlanPollOptionInput', { description: 'What children chose in a poll, taken into a plan.' })
export class PlanPollOptionInput {
  @Field(() => ID, { description: 'The poll: closed, with a result that is shown.' })
  pollId!: string;

  @Field(() => String, { description: 'The key of the option.' })
  option!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The issue it is about; asked for when the option stands for none.',
  })
  issueId?: string | null;

  @Field(() => PlanKindEnum, { description: 'The plan it stands in.' })
  kind!: PlanKind;

  @Field(() => String, { description: 'The year or years of the plan, such as 2027 or 2027-2029.' })
  period!: string;

  @Field(() => PlanSectorEnum, { description: 'The sector of the plan.' })
  sector!: PlanSector;

  @Field(() => String, { nullable: true, description: 'What it is, in Khmer; else the words of the option.' })
  titleKm?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, in English.' })
  titleEn?: string | null;

  @Field(() => Float, { nullable: true, description: 'What it costs, in whole riel; else as in the poll.' })
  costRiel?: number | null;

  @Field(() => [PlanSourceInput], { description: 'Where the money comes from; together: the cost.' })
  sources!: PlanSourceInput[];

  @Field(() => DayScalar, { nullable: true, description: 'By when.' })
  dueOn?: string | null;

  @Field(() => ID, { description: 'Made by the form: the same key with the same content is the same item.' })
  idempotencyKey!: string;
}

@InputType('ReportPlanProgressInput', { description: 'How far a plan item is.' })
export class ReportPlanProgressInput {
  @Field(() => ID, { description: 'Which item.' })
  planItemId!: string;

  @Field(() => Int, { description: 'How far, 0 to 100; done is 100.' })
  percentDone!: number;

  @Field(() => PlanStateEnum, { description: 'Where it stands.' })
  state!: PlanState;

  @Field(() => String, { nullable: true, description: 'What to say about it; needed for REJECTED.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'An https address where one can see it.' })
  evidenceLink?: string | null;

  @Field(() => ID, {
    description: 'Made by the form: the same key with the same content is the same report.',
  })
  idempotencyKey!: string;
}

export const AddPlanItemPayload = payloadTypeOf('AddPlanItem', 'planItem', () => PlanItemNode);
export const PlanPollOptionPayload = payloadTypeOf('PlanPollOption', 'planItem', () => PlanItemNode);
export const ReportPlanProgressPayload = payloadTypeOf('ReportPlanProgress', 'planItem', () => PlanItemNode);
