import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Problem } from '@samleng/vocabulary';
import { payloadOf } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Club, ClubNode } from '../networks/index.ts';
import { approveCards } from './approve-cards.ts';
import type { CardBatch } from './card.entity.ts';
import {
  CardBatchCanNode,
  CardBatchInput,
  CardBatchNode,
  CardSheetPayload,
  MakeCardsInput,
  MakeCardsPayload,
  RecordCardDrawnInput,
  RecordCardDrawnPayload,
  ReviewFlagInput,
  ReviewFlagPayload,
  VoidCardInput,
  VoidCardsPayload,
} from './card.type.ts';
import { makeCards } from './make-cards.ts';
import type { Poll } from './poll.entity.ts';
import { VoidCardPayload } from './poll-inputs.type.ts';
import { mayApproveCards, mayReviewFlag, mayRunPolls, mayVoidCards } from './poll.policy.ts';
import { clubsById, drawsByBatch, pollsById } from './poll.queries.ts';
import { printCards, type PrintedCards } from './print-cards.ts';
import { recordCardDrawn } from './record-card-drawn.ts';
import { reviewFlag } from './review-flag.ts';
import { voidCard, voidCards } from './void-cards.ts';

type BatchPayload = { batch: CardBatch | null; problems: readonly Problem[] };

const shown = (batch: CardBatch) => ({ batch });
const empty = { batch: null };

@Resolver(() => CardBatchNode)
export class CardResolver {
  @Mutation(() => MakeCardsPayload, { description: 'A facilitator makes the cards of a club or school.' })
  async makeCards(
    @Ctx() request: ApiRequest,
    @Arg('input', () => MakeCardsInput, { description: 'Which cards.' }) input: MakeCardsInput,
  ): Promise<MakeCardsPayload> {
    return payloadOf(await makeCards(request, input), (made) => made, { batch: null, codes: [] });
  }

  @Mutation(() => MakeCardsPayload, { description: 'A second person lets more cards be made.' })
  async approveCards(
    @Ctx() request: ApiRequest,
    @Arg('input', () => CardBatchInput, { description: 'Which batch.' }) input: CardBatchInput,
  ): Promise<MakeCardsPayload> {
    return payloadOf(await approveCards(request, input), (made) => made, { batch: null, codes: [] });
  }

  @Query(() => CardSheetPayload, {
    description:
      'A sheet to print, for who was just shown the codes: they are not kept, so they are given back.',
  })
  async cardSheet(
    @Ctx() request: ApiRequest,
    @Arg('batchId', () => ID, { description: 'Which batch.' }) batchId: string,
    @Arg('codes', () => [String], { description: 'Its codes, as they were shown.' }) codes: string[],
  ): Promise<{ sheet: PrintedCards | null; problems: readonly Problem[] }> {
    return payloadOf(await printCards(request, { batchId, codes }), (sheet) => ({ sheet }), { sheet: null });
  }

  @Mutation(() => VoidCardsPayload, { description: 'A batch that was lost or copied is made void.' })
  async voidCards(
    @Ctx() request: ApiRequest,
    @Arg('input', () => CardBatchInput, { description: 'Which batch.' }) input: CardBatchInput,
  ): Promise<BatchPayload> {
    return payloadOf(await voidCards(request, input), shown, empty);
  }

  @Mutation(() => VoidCardPayload, { description: 'One card that was lost is made void.' })
  async voidCard(
    @Ctx() request: ApiRequest,
    @Arg('input', () => VoidCardInput, { description: 'Which card.' }) input: VoidCardInput,
  ): Promise<{ poll: Poll | null; problems: readonly Problem[] }> {
    return payloadOf(await voidCard(request, input), (poll) => ({ poll }), { poll: null });
  }

  @Mutation(() => RecordCardDrawnPayload, { description: 'A facilitator writes down that a child drew.' })
  async recordCardDrawn(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RecordCardDrawnInput, { description: 'Who drew, from which batch.' })
    input: RecordCardDrawnInput,
  ): Promise<BatchPayload> {
    return payloadOf(await recordCardDrawn(request, input), shown, empty);
  }

  @Mutation(() => ReviewFlagPayload, { description: 'A second person looks at a batch with signals.' })
  async reviewFlag(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ReviewFlagInput, { description: 'What came of it.' }) input: ReviewFlagInput,
  ): Promise<BatchPayload> {
    return payloadOf(await reviewFlag(request, input), shown, empty);
  }

  @FieldResolver(() => ClubNode, { nullable: true, description: 'The club they are for.' })
  async club(@Ctx() request: ApiRequest, @Root() { clubId }: CardBatch): Promise<Club | null> {
    return clubId ? ((await load(request, clubsById, clubId)) ?? null) : null;
  }

  @FieldResolver(() => Int, { description: 'How many children are written down as having drawn.' })
  async drawn(@Ctx() request: ApiRequest, @Root() { id }: CardBatch): Promise<number> {
    return (await load(request, drawsByBatch, id)) ?? 0;
  }

  @FieldResolver(() => CardBatchCanNode, { description: 'What the viewer may do with it.' })
  async viewerCan(@Ctx() request: ApiRequest, @Root() batch: CardBatch): Promise<CardBatchCanNode> {
    const { viewer } = request;
    const poll = (await load(request, pollsById, batch.pollId))!;
    return {
      approve: mayApproveCards(viewer, poll, batch),
      void: mayVoidCards(viewer, poll, batch),
      review: mayReviewFlag(viewer, poll, batch),
      recordDrawn: batch.state === 'DRAWN' && poll.state !== 'CLOSED' && mayRunPolls(viewer, poll.placeCode),
    };
  }
}
