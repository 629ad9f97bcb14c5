import type { Problem } from '@samleng/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { hasRole } from '../accounts/index.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import { type Poll, PollNode } from '../polls/index.ts';
import { askWhatIsNeeded } from './ask-what-is-needed.ts';
import { declareEmergency } from './declare-emergency.ts';
import { emergenciesNow, emergencyById, newestEmergencies, pollsOfEmergency } from './emergency.queries.ts';
import {
  AskWhatIsNeededInput,
  AskWhatIsNeededPayload,
  DeclareEmergencyInput,
  DeclareEmergencyPayload,
  EmergencyCanNode,
  EmergencyDeskNode,
  EmergencyNode,
  EndEmergencyInput,
  EndEmergencyPayload,
} from './emergency.type.ts';
import { endEmergency } from './end-emergency.ts';
import { isRunning } from './is-running.ts';
import { officePlacesOf } from './office-places.ts';
import type { Emergency } from './service.entity.ts';
import { mayDeclareEmergency, placesToAskIn } from './service.policy.ts';

type Payload = { emergency: Emergency | null; problems: readonly Problem[] };
const shown = (emergency: Emergency) => ({ emergency });

@Resolver(() => EmergencyNode)
export class EmergencyResolver {
  @Query(() => [EmergencyNode], {
    description: 'The emergencies that are on now around a place or in it; without one: all. 20 at most.',
  })
  emergencies(
    @Ctx() request: ApiRequest,
    @Arg('placeCode', () => String, { nullable: true, description: 'The place.' }) placeCode: string | null,
  ): Promise<Emergency[]> {
    return emergenciesNow(request, placeCode ?? null);
  }

  @Query(() => EmergencyNode, { nullable: true, description: 'The emergency with this id.' })
  emergency(
    @Ctx() request: ApiRequest,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Emergency | null> {
    return emergencyById(request, id);
  }

  @Query(() => EmergencyDeskNode, { description: 'Emergencies that are on, to come or over.' })
  async emergencyDesk(@Ctx() request: ApiRequest): Promise<EmergencyDeskNode> {
    const { viewer } = request;
    const officePlaces = await officePlacesOf(request);
    const mayDeclare =
      hasRole(viewer, 'ADMINISTRATOR') ||
      officePlaces.some((placeCode) => mayDeclareEmergency(viewer, officePlaces, placeCode));
    return { mayDeclare, emergencies: await newestEmergencies(request) };
  }

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'The area.' })
  async place(@Ctx() request: ApiRequest, @Root() emergency: Emergency): Promise<Place | null> {
    return (await load(request, placesByCode, emergency.placeCode)) ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is on now.' })
  isOn(@Ctx() { clock }: ApiRequest, @Root() emergency: Emergency): boolean {
    return isRunning(emergency, clock.now());
  }

  @FieldResolver(() => [PollNode], {
    description: 'Its quick polls: those a child of a place may answer, or all.',
  })
  polls(
    @Ctx() request: ApiRequest,
    @Root() emergency: Emergency,
    @Arg('placeCode', () => String, { nullable: true, description: 'The place.' }) placeCode: string | null,
  ): Promise<Poll[]> {
    return pollsOfEmergency(request, emergency, placeCode ?? null);
  }

  @FieldResolver(() => EmergencyCanNode, { description: 'What the viewer may do with it.' })
  async viewerCan(@Ctx() request: ApiRequest, @Root() emergency: Emergency): Promise<EmergencyCanNode> {
    const { viewer, clock } = request;
    const now = clock.now();
    const isOver = emergency.endedAt || emergency.endsAt <= now;
    const end = !isOver && mayDeclareEmergency(viewer, await officePlacesOf(request), emergency.placeCode);
    const asked = new Set((await pollsOfEmergency(request, emergency, null)).map((poll) => poll.placeCode));
    const codes = isRunning(emergency, now)
      ? placesToAskIn(viewer, emergency).filter((code) => !asked.has(code))
      : [];
    const places = await Promise.all(codes.map((code) => load(request, placesByCode, code)));
    return { end, askIn: places.filter((place) => place !== undefined) };
  }

  @Mutation(() => DeclareEmergencyPayload, { description: 'An area is put in emergency mode.' })
  async declareEmergency(
    @Ctx() request: ApiRequest,
    @Arg('input', () => DeclareEmergencyInput, { description: 'Which.' }) input: DeclareEmergencyInput,
  ): Promise<Payload> {
    return payloadOf(await declareEmergency(request, input), shown, { emergency: null });
  }

  @Mutation(() => EndEmergencyPayload, { description: 'An emergency is ended before its time.' })
  async endEmergency(
    @Ctx() request: ApiRequest,
    @Arg('input', () => EndEmergencyInput, { description: 'Which.' }) input: EndEmergencyInput,
  ): Promise<Payload> {
    return payloadOf(await endEmergency(request, input), shown, { emergency: null });
  }

  @Mutation(() => AskWhatIsNeededPayload, {
    description: 'A facilitator opens the quick poll of an emergency in a place.',
  })
  async askWhatIsNeeded(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AskWhatIsNeededInput, { description: 'Where.' }) input: AskWhatIsNeededInput,
  ): Promise<{ poll: Poll | null; problems: readonly Problem[] }> {
    return payloadOf(await askWhatIsNeeded(request, input), (poll) => ({ poll }), { poll: null });
  }
}
