import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { NotFound } from '../../graph/errors.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import type { Club } from './club.entity.ts';
import { listClubs, maySeeClubs } from './club.queries.ts';
import { ClubConnection, ClubNode } from './club.type.ts';

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

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'Where it meets.' })
  async place(@Ctx() request: ApiRequest, @Root() club: Club): Promise<Place | null> {
    return (await load(request, placesByCode, club.placeCode)) ?? null;
  }

  @FieldResolver(() => Int, { description: 'How many members it has, girls and boys together.' })
  memberCount(@Root() club: Club): number {
    return club.girls + club.boys;
  }
}
