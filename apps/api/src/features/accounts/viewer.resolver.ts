import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type ApiRequest, load } from '../../request.ts';
import { PlaceNode, type Place, placesByCode } from '../places/index.ts';
import type { Account, Grant } from './account.entity.ts';
import { accountsById, grantsOfAccounts } from './account.queries.ts';
import { AccountNode } from './account.type.ts';
import { GrantNode, type ViewerCanNode, ViewerNode } from './viewer.type.ts';
import { hasRole } from './viewer.ts';

@Resolver(() => ViewerNode)
export class ViewerResolver {
  @Query(() => ViewerNode, { description: 'Who asks.' })
  viewer(@Ctx() request: ApiRequest): ViewerNode {
    return viewerOf(request);
  }

  @FieldResolver(() => AccountNode, { nullable: true, description: 'The account, for staff.' })
  async account(@Ctx() request: ApiRequest): Promise<Account | null> {
    const { accountId } = request.viewer;
    return accountId === null ? null : ((await load(request, accountsById, accountId)) ?? null);
  }

  @FieldResolver(() => [GrantNode], { description: 'The roles the viewer holds.' })
  async roles(@Ctx() request: ApiRequest): Promise<Grant[]> {
    const { accountId } = request.viewer;
    return accountId === null ? [] : ((await load(request, grantsOfAccounts, accountId)) ?? []);
  }
}

@Resolver(() => GrantNode)
export class GrantResolver {
  @FieldResolver(() => PlaceNode, {
    nullable: true,
    description: 'The place it holds in; none: the whole country.',
  })
  async place(@Ctx() request: ApiRequest, @Root() grant: Grant): Promise<Place | null> {
    return grant.placeCode ? ((await load(request, placesByCode, grant.placeCode)) ?? null) : null;
  }
}

/** The viewer as the API shows it. */
export function viewerOf({ viewer }: ApiRequest): ViewerNode {
  const viewerCan: ViewerCanNode = {
    moderate: hasRole(viewer, 'FACILITATOR') || hasRole(viewer, 'ADMINISTRATOR'),
    answer: hasRole(viewer, 'OFFICIAL'),
    administer: hasRole(viewer, 'ADMINISTRATOR'),
    seeInsight: hasRole(viewer, 'ANALYST') || hasRole(viewer, 'ADMINISTRATOR'),
  };
  return { isReauthenticated: viewer.isReauthenticated, viewerCan };
}
