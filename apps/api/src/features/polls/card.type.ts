import type { AgeBand, CardBatchState, FlagReview, Sex, StuffingSignal } from '@samleng/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AgeBandEnum, SexEnum } from '../../graph/enums.ts';
import { payloadTypeOf } from '../../graph/payload-type.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import type { CardBatch } from './card.entity.ts';
import { CardBatchStateEnum, FlagReviewEnum, StuffingSignalEnum } from './poll.enums.ts';

@ObjectType('CardBatchCan', { description: 'What the viewer may do with a batch of cards.' })
export class CardBatchCanNode {
  @Field(() => Boolean, { description: 'Approve it, as the second person.' })
  approve!: boolean;

  @Field(() => Boolean, { description: 'Make it void.' })
  void!: boolean;

  @Field(() => Boolean, { description: 'Look at its signals, as the second person.' })
  review!: boolean;

  @Field(() => Boolean, { description: 'Write down who drew.' })
  recordDrawn!: boolean;
}

@ObjectType('CardBatch', { description: 'Cards made together, for a club or a school.' })
export class CardBatchNode implements Pick<
  CardBatch,
  'id' | 'size' | 'voters' | 'sex' | 'ageBand' | 'state' | 'signals' | 'review'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'How many cards.' })
  size!: number;

  @Field(() => Int, {
    description: "How many children could draw: the club's members, or what was said of the school.",
  })
  voters!: number;

  @Field(() => SexEnum, { nullable: true, description: 'When only girls or only boys draw from it.' })
  sex!: Sex | null;

  @Field(() => AgeBandEnum, { nullable: true, description: 'When only one age band draws from it.' })
  ageBand!: AgeBand | null;

  @Field(() => CardBatchStateEnum, { description: 'Where it stands.' })
  state!: CardBatchState;

  @Field(() => [StuffingSignalEnum], { description: 'What made it worth a second look.' })
  signals!: readonly StuffingSignal[];

  @Field(() => FlagReviewEnum, { nullable: true, description: 'What a second person said of the signals.' })
  review!: FlagReview | null;
}

@InputType('MakeCardsInput', { description: 'Cards for one poll.' })
export class MakeCardsInput {
  @Field(() => ID, { description: 'Made by the form: the same key gives the same batch.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The poll.' })
  pollId!: string;

  @Field(() => ID, { nullable: true, description: 'The club, in a poll for clubs.' })
  clubId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many children the school has, in a poll for a school.',
  })
  voters?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many cards; left out, all that need no second person.',
  })
  size?: number | null;

  @Field(() => SexEnum, { nullable: true, description: 'When only girls or only boys draw from it.' })
  sex?: Sex | null;

  @Field(() => AgeBandEnum, { nullable: true, description: 'When only one age band draws from it.' })
  ageBand?: AgeBand | null;
}

@InputType('CardBatchInput', { description: 'A batch of cards.' })
export class CardBatchInput {
  @Field(() => ID, { description: 'The batch.' })
  batchId!: string;
}

@InputType('VoidCardInput', { description: 'A card that was lost.' })
export class VoidCardInput {
  @Field(() => ID, { description: 'The poll.' })
  pollId!: string;

  @Field(() => String, { description: 'The code of the card.' })
  card!: string;
}

@InputType('RecordCardDrawnInput', { description: 'That a child drew a card; never which.' })
export class RecordCardDrawnInput {
  @Field(() => ID, { description: 'The batch it drew from.' })
  batchId!: string;

  @Field(() => String, { description: "The club's own sign for the child, at most 40 characters; no name." })
  member!: string;
}

@InputType('ReviewFlagInput', { description: 'A second look at a batch of cards.' })
export class ReviewFlagInput {
  @Field(() => ID, { description: 'The batch.' })
  batchId!: string;

  @Field(() => FlagReviewEnum, { description: 'What came of it.' })
  review!: FlagReview;
}

@ObjectType('MakeCardsPayload', { description: 'The batch with its codes, or why it was refused.' })
export class MakeCardsPayload {
  @Field(() => CardBatchNode, { nullable: true, description: 'The batch.' })
  batch!: CardBatch | null;

  @Field(() => [String], {
    description: 'The codes to print, shown this one time; none while a second person is awaited.',
  })
  codes!: readonly string[];

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly ProblemType[];
}

@ObjectType('CardSheet', { description: 'A sheet of cards to print: a PDF on A4, in Khmer.' })
export class CardSheetNode {
  @Field(() => String, { description: 'Its name.' })
  fileName!: string;

  @Field(() => String, { description: 'application/pdf.' })
  mediaType!: string;

  @Field(() => String, { description: 'Its bytes, as base64.' })
  base64!: string;
}

export const CardSheetPayload = payloadTypeOf('CardSheet', 'sheet', () => CardSheetNode);
export const VoidCardsPayload = payloadTypeOf('VoidCards', 'batch', () => CardBatchNode);
export const RecordCardDrawnPayload = payloadTypeOf('RecordCardDrawn', 'batch', () => CardBatchNode);
export const ReviewFlagPayload = payloadTypeOf('ReviewFlag', 'batch', () => CardBatchNode);
