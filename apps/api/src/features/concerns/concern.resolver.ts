import { daysBetween, dayInCambodia } from '@samleng/routing';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { payloadOf } from '../../graph/payload.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Attachment, attachmentsById, RecordingNode } from '../attachments/index.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import type { Concern } from './concern.entity.ts';
import { mayModerate } from './concern.policy.ts';
import { concernsToModerate, concernToModerate } from './concern.queries.ts';
import {
  ConcernByReceiptPayload,
  ConcernCanNode,
  ConcernConnection,
  ConcernNode,
  HarmSignNode,
  IdentifierMarkNode,
  ModerationFilter,
  MoveConcernInput,
  MoveConcernPayload,
  MyConcernCanNode,
  MyConcernNode,
  RaiseConcernInput,
  RaiseConcernPayload,
  ReturnConcernInput,
  ReturnConcernPayload,
} from './concern.type.ts';
import { moveConcern } from './move-concern.ts';
import { openReceipt } from './open-receipt.ts';
import { raiseConcern } from './raise-concern.ts';
import { harmSigns, identifiersIn } from './read-signs.ts';
import { returnConcern } from './return-concern.ts';

async function placeOf(request: ApiRequest, code: string | null | undefined): Promise<Place | null> {
  return code ? ((await load(request, placesByCode, code)) ?? null) : null;
}

@Resolver(() => ConcernNode)
export class ConcernResolver {
  @Query(() => ConcernConnection, {
    description: 'Concerns of the places the viewer moderates, most urgent first, then oldest.',
  })
  concernsToModerate(
    @Ctx() request: ApiRequest,
    @Arg('filter', () => ModerationFilter, { nullable: true, description: 'Which are asked for.' })
    filter: ModerationFilter | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Concern>> {
    return concernsToModerate(request, filter ?? {}, page);
  }

  @Query(() => ConcernNode, { nullable: true, description: 'A concern of a place the viewer moderates.' })
  concern(
    @Ctx() request: ApiRequest,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Concern | null> {
    return concernToModerate(request, id);
  }

  @Mutation(() => ReturnConcernPayload, { description: 'Returns a concern to its child, with a reason.' })
  async returnConcern(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ReturnConcernInput, { description: 'Which concern and why.' })
    input: ReturnConcernInput,
  ): Promise<ReturnConcernPayload> {
    return payloadOf(await returnConcern(request, input), (concern) => ({ concern }), { concern: null });
  }

  @Mutation(() => MoveConcernPayload, {
    description: 'Moves a concern out of here to those who protect children, for good.',
  })
  async moveConcernToProtection(
    @Ctx() request: ApiRequest,
    @Arg('input', () => MoveConcernInput, { description: 'Which concern.' }) input: MoveConcernInput,
  ): Promise<MoveConcernPayload> {
    return payloadOf(await moveConcern(request, input), (isMoved) => ({ isMoved }), { isMoved: false });
  }

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'The commune, when the child named one.' })
  commune(@Ctx() request: ApiRequest, @Root() concern: Concern): Promise<Place | null> {
    return placeOf(request, concern.communeCode);
  }

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'The village, when the child named one.' })
  village(@Ctx() request: ApiRequest, @Root() concern: Concern): Promise<Place | null> {
    return placeOf(request, concern.villageCode);
  }

  @FieldResolver(() => RecordingNode, {
    nullable: true,
    description: 'What the child said instead of writing, or beside it; erased with the words.',
  })
  async voice(@Ctx() request: ApiRequest, @Root() concern: Concern): Promise<Attachment | null> {
    return concern.voiceId ? ((await load(request, attachmentsById, concern.voiceId)) ?? null) : null;
  }

  @FieldResolver(() => DayScalar, { description: 'The day on which it was received.' })
  receivedOn(@Root() concern: Concern): string {
    return dayInCambodia(concern.receivedAt);
  }

  @FieldResolver(() => Int, { description: 'Days it waits, or waited for its moderation.' })
  waitingDays(@Ctx() request: ApiRequest, @Root() concern: Concern): number {
    const until = concern.moderatedAt ?? request.clock.now();
    return daysBetween(dayInCambodia(concern.receivedAt), dayInCambodia(until));
  }

  @FieldResolver(() => [HarmSignNode], { description: 'Where its words may speak of harm.' })
  signs(@Root() concern: Concern): readonly HarmSignNode[] {
    return harmSigns(concern.text ?? '');
  }

  @FieldResolver(() => [IdentifierMarkNode], { description: 'Names, phones and numbers in its words.' })
  identifiers(@Root() concern: Concern): readonly IdentifierMarkNode[] {
    return identifiersIn(concern.text ?? '');
  }

  @FieldResolver(() => ConcernCanNode, { description: 'What the viewer may do with it.' })
  viewerCan(@Ctx() { viewer, settings }: ApiRequest, @Root() concern: Concern): ConcernCanNode {
    const may = mayModerate(viewer, concern);
    return {
      publish: may,
      merge: may,
      return: may,
      moveToProtection: may && settings.PROTECTION_URL !== undefined,
    };
  }
}

@Resolver(() => MyConcernNode)
export class MyConcernResolver {
  @Query(() => ConcernByReceiptPayload, { description: 'What the 16 digits of a receipt open.' })
  async concernByReceipt(
    @Ctx() request: ApiRequest,
    @Arg('receipt', () => String, { description: 'The digits, in any script and grouping.' })
    receipt: string,
  ): Promise<ConcernByReceiptPayload> {
    return payloadOf(await openReceipt(request, receipt), (concern) => ({ concern }), { concern: null });
  }

  @Mutation(() => RaiseConcernPayload, { description: 'A child raises a concern.' })
  async raiseConcern(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RaiseConcernInput, { description: 'What the child says.' }) input: RaiseConcernInput,
  ): Promise<RaiseConcernPayload> {
    return payloadOf(
      await raiseConcern(request, input),
      (concern) => ({
        receivedOn: dayInCambodia(concern.receivedAt),
        concern: concern.state === 'MOVED_TO_PROTECTION' ? null : concern,
      }),
      { receivedOn: null, concern: null },
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The child's own words; erased 30 days after moderation.",
  })
  ownWords(@Root() concern: Concern): string | null {
    return concern.text ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether a recording came with it that is not erased yet.' })
  hasVoice(@Root() concern: Concern): boolean {
    return Boolean(concern.voiceId);
  }

  @FieldResolver(() => DayScalar, { description: 'The day on which it was received.' })
  receivedOn(@Root() concern: Concern): string {
    return dayInCambodia(concern.receivedAt);
  }

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'The commune, when one was named.' })
  commune(@Ctx() request: ApiRequest, @Root() concern: Concern): Promise<Place | null> {
    return placeOf(request, concern.communeCode);
  }

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'The village, when one was named.' })
  village(@Ctx() request: ApiRequest, @Root() concern: Concern): Promise<Place | null> {
    return placeOf(request, concern.villageCode);
  }

  @FieldResolver(() => MyConcernCanNode, { description: 'What whoever holds the receipt may do.' })
  viewerCan(@Root() concern: Concern): MyConcernCanNode {
    return { concern };
  }
}
