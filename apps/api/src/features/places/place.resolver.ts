import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { type Level, parentCode } from '@samleng/vocabulary';
import { type Page, PageArgs, pageOf, pageSize } from '../../graph/connection.ts';
import { LevelEnum } from '../../graph/enums.ts';
import { type ApiRequest, load } from '../../request.ts';
import { pathOf } from './path-of.ts';
import type { Place } from './place.entity.ts';
import { placesBelow, placesByCode, searchPlaces } from './place.queries.ts';
import { PlaceConnection, PlaceNode } from './place.type.ts';

@Resolver(() => PlaceNode)
export class PlaceResolver {
  @Query(() => PlaceNode, { nullable: true, description: 'The place with this official code.' })
  async place(
    @Ctx() request: ApiRequest,
    @Arg('code', () => String, { description: 'The official code.' }) code: string,
  ): Promise<Place | null> {
    return (await load(request, placesByCode, code)) ?? null;
  }

  @Query(() => PlaceConnection, {
    description: 'The places directly below one, by code; without one: the provinces.',
  })
  places(
    @Ctx() request: ApiRequest,
    @Arg('parentCode', () => String, { nullable: true, description: 'The place above.' })
    above: string | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Place>> {
    return placesBelow(request, above ?? null, page);
  }

  @Query(() => PlaceConnection, {
    description: 'Places by what is typed of their Khmer or Latin name, best first.',
  })
  async searchPlaces(
    @Ctx() request: ApiRequest,
    @Arg('text', () => String, { description: 'What was typed so far.' }) text: string,
    @Arg('level', () => LevelEnum, { nullable: true, description: 'Only places of this level.' })
    level: Level | null,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many at most: 1 to 50.' }) first: number,
  ): Promise<Page<Place>> {
    const size = pageSize({ first });
    return pageOf(await searchPlaces(request, text, level, size), size, (place) => [place.code]);
  }

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'The place above; a province has none.' })
  async parent(@Ctx() request: ApiRequest, @Root() place: Place): Promise<Place | null> {
    const above = parentCode(place.code);
    return above === null ? null : ((await load(request, placesByCode, above)) ?? null);
  }

  @FieldResolver(() => [PlaceNode], {
    description: 'The places above it and itself, from the province down.',
  })
  async path(@Ctx() request: ApiRequest, @Root() place: Place): Promise<Place[]> {
    const places = await Promise.all(pathOf(place.code).map((code) => load(request, placesByCode, code)));
    return places.filter((found) => found !== undefined);
  }

  @FieldResolver(() => PlaceConnection, { description: 'The places directly below it, by code.' })
  children(
    @Ctx() request: ApiRequest,
    @Root() place: Place,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Place>> {
    return placesBelow(request, place.code, page);
  }

  @FieldResolver(() => PlaceNode, {
    nullable: true,
    description: 'The place that took its part when it ended.',
  })
  async replacedBy(@Ctx() request: ApiRequest, @Root() place: Place): Promise<Place | null> {
    return place.replacedByCode === null || place.replacedByCode === undefined
      ? null
      : ((await load(request, placesByCode, place.replacedByCode)) ?? null);
  }
}
