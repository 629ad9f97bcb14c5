import { Ctx, Query, Resolver } from 'type-graphql';
import type { ApiRequest } from '../../request.ts';
import { hasRole } from './viewer.ts';
import { ViewerNode } from './viewer.type.ts';

@Resolver(() => ViewerNode)
export class ViewerResolver {
  @Query(() => ViewerNode, { description: 'Who asks.' })
  viewer(@Ctx() { viewer }: ApiRequest): ViewerNode {
    return {
      isReauthenticated: viewer.isReauthenticated,
      viewerCan: {
        moderate: hasRole(viewer, 'FACILITATOR') || hasRole(viewer, 'ADMINISTRATOR'),
        answer: hasRole(viewer, 'OFFICIAL'),
        administer: hasRole(viewer, 'ADMINISTRATOR'),
        seeInsight: hasRole(viewer, 'ANALYST') || hasRole(viewer, 'ADMINISTRATOR'),
      },
    };
  }
}
