import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { NotFound } from '../../graph/errors.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import type { Club } from './club.entity.ts';
import { listClubs, maySeeClubs } from './club.queries.ts';
import { ClubConnection, ClubNode } from './club.type.ts';
import {
  clubById,
  keepsClub,
  type MemberGroup,
  memberGroupsOf,
  membersOf,
  networksById,
  remindersByClub,
  sessionsOf,
} from './member.queries.ts';
import type { ActivitySession, ClubMember, ConsentReminder, Network } from './network.entity.ts';
import {
  ActivitySessionConnection,
  ClubCanNode,
  ClubMemberConnection,
  ConsentReminderNode,
  MemberGroupNode,
  NetworkNode,
} from './network.type.ts';

@Resolver(() => ClubNode)
export class ClubResolver {
  @Query(() => ClubConnection, { description: 'For facilitators and administrators: clubs, by place.' })
  clubs(
    @Ctx() request: ApiRequest,
    @Arg('communeCode', () => String, { nullable: true, description: 'Only clubs of this commune.' })
    communeCode: string | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Club>> {
    if (!maySeeClubs(request.viewer)) throw new NotFound();
    return listClubs(request, communeCode, page);
  }

  @Query(() => ClubNode, { nullable: true, description: 'The club with this id, for those who see clubs.' })
  club(
    @Ctx() request: ApiRequest,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Club | null> {
    return clubById(request, id);
  }

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'Where it meets.' })
  async place(@Ctx() request: ApiRequest, @Root() club: Club): Promise<Place | null> {
    return (await load(request, placesByCode, club.placeCode)) ?? null;
  }

  @FieldResolver(() => Int, { description: 'How many members it has, girls and boys together.' })
  memberCount(@Root() club: Club): number {
    return club.girls + club.boys;
  }

  @FieldResolver(() => NetworkNode, { nullable: true, description: 'The network it belongs to.' })
  async network(@Ctx() request: ApiRequest, @Root() { networkId }: Club): Promise<Network | null> {
    return networkId ? ((await load(request, networksById, networkId)) ?? null) : null;
  }

  @FieldResolver(() => ClubMemberConnection, {
    description: 'Members by alias; nobody for those who do not keep the club.',
  })
  members(
    @Ctx() request: ApiRequest,
    @Root() club: Club,
    @Arg('isEnded', () => Boolean, { defaultValue: false, description: 'Those whose consent has ended.' })
    isEnded: boolean,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ClubMember>> {
    return membersOf(request, club, isEnded, page);
  }

  @FieldResolver(() => [MemberGroupNode], { description: 'Members counted; for those who keep the club.' })
  memberGroups(@Ctx() request: ApiRequest, @Root() club: Club): Promise<MemberGroup[]> {
    return memberGroupsOf(request, club);
  }

  @FieldResolver(() => ActivitySessionConnection, {
    description: 'Its sessions, newest first; for those who keep it.',
  })
  sessions(
    @Ctx() request: ApiRequest,
    @Root() club: Club,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ActivitySession>> {
    return sessionsOf(request, club, page);
  }

  @FieldResolver(() => ConsentReminderNode, {
    nullable: true,
    description: 'Consents that end, as counted in the night; for those who keep the club.',
  })
  async consentReminder(@Ctx() request: ApiRequest, @Root() club: Club): Promise<ConsentReminder | null> {
    if (!(await keepsClub(request, club))) return null;
    return (await load(request, remindersByClub, club.id)) ?? null;
  }

  @FieldResolver(() => ClubCanNode, { description: 'What the viewer may do with it.' })
  async viewerCan(@Ctx() request: ApiRequest, @Root() club: Club): Promise<ClubCanNode> {
    return { keep: await keepsClub(request, club) };
  }
}
