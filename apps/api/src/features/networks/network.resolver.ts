import type { Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { NotFound } from '../../graph/errors.ts';
import { payloadOf, problem } from '../../graph/payload.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import { addMember } from './add-member.ts';
import { appointKeeper } from './appoint-keeper.ts';
import { memberLeaves, nameLeader, renewConsent } from './change-member.ts';
import type { Club } from './club.entity.ts';
import { maySeeClubs } from './club.queries.ts';
import { foundClub } from './found-club.ts';
import { foundNetwork } from './found-network.ts';
import { type Imported, importMembers } from './import-members.ts';
import { importSessions } from './import-sessions.ts';
import { allNetworks, placesByNetwork, sessionsIn } from './member.queries.ts';
import type { ActivitySession, ClubMember, Network } from './network.entity.ts';
import {
  AddMemberInput,
  AddMemberPayload,
  AppointKeeperInput,
  AppointKeeperPayload,
  FoundClubInput,
  FoundClubPayload,
  FoundNetworkInput,
  FoundNetworkPayload,
  ImportListInput,
  MemberLeavesInput,
  MemberLeavesPayload,
  NameLeaderInput,
  NameLeaderPayload,
  RecordSessionInput,
  RecordSessionPayload,
  RenewConsentInput,
  RenewConsentPayload,
  WithdrawSessionInput,
  WithdrawSessionPayload,
} from './network-inputs.type.ts';
import { ActivitySessionConnection, ImportPayload, NetworkNode, ReachNode } from './network.type.ts';
import { type Reach, reachOf } from './reach.ts';
import { recordSession, withdrawSession } from './record-session.ts';

type Told = { problems: readonly Problem[] };
type MemberPayload = Told & { member: ClubMember | null };
type ClubPayload = Told & { club: Club | null };
type SessionPayload = Told & { session: ActivitySession | null };

const showMember = (member: ClubMember) => ({ member });
const showClub = (club: Club) => ({ club });
const showSession = (session: ActivitySession) => ({ session });
const noImport = { lines: [], added: 0 };

/** A file with a wrong line is refused as a whole; its preview only shows what is wrong. */
function importPayload(
  result: Result<Imported, readonly Problem[]>,
  { isPreview }: ImportListInput,
): Imported & Told {
  if (!result.ok) return { ...noImport, problems: result.problem };
  const isWrong = !isPreview && result.value.lines.some(({ problems }) => problems.length > 0);
  return { ...result.value, problems: isWrong ? [problem('LINES_NOT_RIGHT', 'file')] : [] };
}

@Resolver(() => NetworkNode)
export class NetworkResolver {
  @Query(() => [NetworkNode], {
    description: 'For those who see clubs: movements, coalitions, organisations.',
  })
  networks(@Ctx() request: ApiRequest): Promise<Network[]> {
    if (!maySeeClubs(request.viewer)) throw new NotFound();
    return allNetworks(request);
  }

  @FieldResolver(() => [PlaceNode], { description: 'The places it works in; several networks share one.' })
  async places(@Ctx() request: ApiRequest, @Root() network: Network): Promise<Place[]> {
    const codes = (await load(request, placesByNetwork, network.id)) ?? [];
    const places = await Promise.all(codes.map((code) => load(request, placesByCode, code)));
    return places.filter((place) => place !== undefined);
  }

  @Query(() => ReachNode, {
    nullable: true,
    description: 'For staff: how far the sessions of a place reached.',
  })
  reach(
    @Ctx() request: ApiRequest,
    @Arg('placeCode', () => String, { description: 'A commune or larger; empty for the country.' })
    placeCode: string,
    @Arg('from', () => DayScalar, { description: 'The first day.' }) from: string,
    @Arg('to', () => DayScalar, { description: 'The last day.' }) to: string,
  ): Promise<Reach | null> {
    return reachOf(request, { placeCode, from, to });
  }

  @Query(() => ActivitySessionConnection, {
    description: 'Sessions of a place without a club; facilitators.',
  })
  activitySessions(
    @Ctx() request: ApiRequest,
    @Arg('placeCode', () => String, { description: 'The commune or village.' }) placeCode: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ActivitySession>> {
    return sessionsIn(request, placeCode, page);
  }

  @Mutation(() => FoundNetworkPayload, { description: 'An administrator puts a network into the tree.' })
  async foundNetwork(
    @Ctx() request: ApiRequest,
    @Arg('input', () => FoundNetworkInput, { description: 'The network.' }) input: FoundNetworkInput,
  ): Promise<Told & { network: Network | null }> {
    return payloadOf(await foundNetwork(request, input), (network) => ({ network }), { network: null });
  }

  @Mutation(() => FoundClubPayload, { description: 'A facilitator or administrator founds a club.' })
  async foundClub(
    @Ctx() request: ApiRequest,
    @Arg('input', () => FoundClubInput, { description: 'The club.' }) input: FoundClubInput,
  ): Promise<ClubPayload> {
    return payloadOf(await foundClub(request, input), showClub, { club: null });
  }

  @Mutation(() => AppointKeeperPayload, { description: 'An administrator says who keeps a club.' })
  async appointKeeper(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AppointKeeperInput, { description: 'Who and which.' }) input: AppointKeeperInput,
  ): Promise<ClubPayload> {
    return payloadOf(await appointKeeper(request, input), showClub, { club: null });
  }

  @Mutation(() => AddMemberPayload, { description: 'A facilitator adds a member to a club.' })
  async addMember(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AddMemberInput, { description: 'The member.' }) input: AddMemberInput,
  ): Promise<MemberPayload> {
    return payloadOf(await addMember(request, input), showMember, { member: null });
  }

  @Mutation(() => RenewConsentPayload, { description: 'A facilitator writes down consents given anew.' })
  async renewConsent(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RenewConsentInput, { description: 'The consents.' }) input: RenewConsentInput,
  ): Promise<MemberPayload> {
    return payloadOf(await renewConsent(request, input), showMember, { member: null });
  }

  @Mutation(() => NameLeaderPayload, { description: 'A facilitator names a leader of a club.' })
  async nameLeader(
    @Ctx() request: ApiRequest,
    @Arg('input', () => NameLeaderInput, { description: 'Who.' }) input: NameLeaderInput,
  ): Promise<MemberPayload> {
    return payloadOf(await nameLeader(request, input), showMember, { member: null });
  }

  @Mutation(() => MemberLeavesPayload, { description: 'A facilitator writes down that a member left.' })
  async memberLeaves(
    @Ctx() request: ApiRequest,
    @Arg('input', () => MemberLeavesInput, { description: 'Who.' }) input: MemberLeavesInput,
  ): Promise<MemberPayload> {
    return payloadOf(await memberLeaves(request, input), showMember, { member: null });
  }

  @Mutation(() => RecordSessionPayload, { description: 'A facilitator records a session by its counts.' })
  async recordSession(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RecordSessionInput, { description: 'The session.' }) input: RecordSessionInput,
  ): Promise<SessionPayload> {
    return payloadOf(await recordSession(request, input), showSession, { session: null });
  }

  @Mutation(() => WithdrawSessionPayload, { description: 'A facilitator takes back a wrong session.' })
  async withdrawSession(
    @Ctx() request: ApiRequest,
    @Arg('input', () => WithdrawSessionInput, { description: 'Which.' }) input: WithdrawSessionInput,
  ): Promise<SessionPayload> {
    return payloadOf(await withdrawSession(request, input), showSession, { session: null });
  }

  @Mutation(() => ImportPayload, { description: 'A facilitator reads a list of members in: all or nothing.' })
  async importMembers(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ImportListInput, { description: 'The file.' }) input: ImportListInput,
  ): Promise<Imported & Told> {
    return importPayload(await importMembers(request, input), input);
  }

  @Mutation(() => ImportPayload, {
    description: 'A facilitator reads a list of sessions in: all or nothing.',
  })
  async importSessions(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ImportListInput, { description: 'The file.' }) input: ImportListInput,
  ): Promise<Imported & Told> {
    return importPayload(await importSessions(request, input), input);
  }
}
