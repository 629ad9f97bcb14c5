import { dayInCambodia } from '@samleng/routing';
import { type Problem, serviceCheckIsOldAfterDays } from '@samleng/vocabulary';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { payloadOf } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import { countNeeds } from './count-needs.ts';
import { needsOfCommune, type ShownNeed } from './need.queries.ts';
import { officePlacesOf } from './office-places.ts';
import { retireServicePoint } from './retire-service-point.ts';
import { saveServicePoint } from './save-service-point.ts';
import type { ComplaintGuide, ServicePoint } from './service.entity.ts';
import { mayKeepServices } from './service.policy.ts';
import { complaintGuide, servicePointById, servicePointsNear } from './service.queries.ts';
import {
  CommuneNeedNode,
  ComplaintGuideNode,
  CountNeedsInput,
  CountNeedsPayload,
  RetireServicePointInput,
  RetireServicePointPayload,
  SaveServicePointInput,
  SaveServicePointPayload,
  ServicePointCanNode,
  ServicePointConnection,
  ServicePointNode,
  SetComplaintGuideInput,
  SetComplaintGuidePayload,
  VillageNeedNode,
} from './service.type.ts';
import { setComplaintGuide } from './set-complaint-guide.ts';

@Resolver(() => ServicePointNode)
export class ServicePointResolver {
  @Query(() => ServicePointConnection, {
    description: 'Service points near a place, the nearest first by distance of administration.',
  })
  servicePoints(
    @Ctx() request: ApiRequest,
    @Arg('placeCode', () => String, { description: 'The place.' }) placeCode: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ServicePoint>> {
    return servicePointsNear(request, placeCode, page);
  }

  @Query(() => ServicePointNode, { nullable: true, description: 'The service point with this id.' })
  servicePoint(
    @Ctx() request: ApiRequest,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<ServicePoint | null> {
    return servicePointById(request, id);
  }

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'Where it is, or what it serves.' })
  async place(@Ctx() request: ApiRequest, @Root() point: ServicePoint): Promise<Place | null> {
    return (await load(request, placesByCode, point.placeCode)) ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it was checked more than a year ago.' })
  isCheckOld(@Ctx() { clock }: ApiRequest, @Root() { checkedOn }: ServicePoint): boolean {
    const days = (Date.parse(dayInCambodia(clock.now())) - Date.parse(checkedOn)) / 86_400_000;
    return days > serviceCheckIsOldAfterDays;
  }

  @FieldResolver(() => ServicePointCanNode, { description: 'What the viewer may do with it.' })
  async viewerCan(
    @Ctx() request: ApiRequest,
    @Root() { placeCode }: ServicePoint,
  ): Promise<ServicePointCanNode> {
    return { keep: mayKeepServices(request.viewer, await officePlacesOf(request), placeCode) };
  }

  @Mutation(() => SaveServicePointPayload, {
    description: 'Who keeps the services of a place writes one down, or that it was checked.',
  })
  async saveServicePoint(
    @Ctx() request: ApiRequest,
    @Arg('input', () => SaveServicePointInput, { description: 'The point.' }) input: SaveServicePointInput,
  ): Promise<{ servicePoint: ServicePoint | null; problems: readonly Problem[] }> {
    return payloadOf(await saveServicePoint(request, input), (servicePoint) => ({ servicePoint }), {
      servicePoint: null,
    });
  }

  @Mutation(() => RetireServicePointPayload, {
    description: 'Who keeps the services of a place takes one off the list.',
  })
  async retireServicePoint(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RetireServicePointInput, { description: 'Which.' }) input: RetireServicePointInput,
  ): Promise<{ problems: readonly Problem[] }> {
    return payloadOf(await retireServicePoint(request, input), () => ({}), {});
  }
}

@Resolver(() => VillageNeedNode)
export class VillageNeedResolver {
  @Query(() => [CommuneNeedNode], {
    description: 'What families of a commune lack, village by village; few are hidden from everybody.',
  })
  communeNeeds(
    @Ctx() request: ApiRequest,
    @Arg('communeCode', () => String, { description: 'The commune.' }) communeCode: string,
  ): Promise<ShownNeed[]> {
    return needsOfCommune(request, communeCode);
  }

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'The village.' })
  async village(@Ctx() request: ApiRequest, @Root() need: VillageNeedNode): Promise<Place | null> {
    return (await load(request, placesByCode, need.villageCode)) ?? null;
  }

  @Mutation(() => CountNeedsPayload, { description: 'Counts of needs of a village are written down.' })
  async countNeeds(
    @Ctx() request: ApiRequest,
    @Arg('input', () => CountNeedsInput, { description: 'The counts.' }) input: CountNeedsInput,
  ): Promise<{ problems: readonly Problem[] }> {
    return payloadOf(await countNeeds(request, input), () => ({}), {});
  }
}

@Resolver(() => ComplaintGuideNode)
export class ComplaintGuideResolver {
  @Query(() => ComplaintGuideNode, { description: 'What the guide to complaints says of OP3.' })
  async complaintGuide(@Ctx() request: ApiRequest): Promise<ComplaintGuideNode> {
    const written = await complaintGuide(request);
    return written === null
      ? { isOpen: false, source: null, changedOn: null }
      : { isOpen: written.isOpen, source: written.source ?? null, changedOn: written.changedOn };
  }

  @Mutation(() => SetComplaintGuidePayload, { description: 'An administrator says whether OP3 is open.' })
  async setComplaintGuide(
    @Ctx() request: ApiRequest,
    @Arg('input', () => SetComplaintGuideInput, { description: 'What.' }) input: SetComplaintGuideInput,
  ): Promise<{ complaintGuide: ComplaintGuide | null; problems: readonly Problem[] }> {
    return payloadOf(await setComplaintGuide(request, input), (complaintGuide) => ({ complaintGuide }), {
      complaintGuide: null,
    });
  }
}
