import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type ApiRequest, load } from '../../request.ts';
import { type AgendaItem, AgendaItemNode, itemsByPlanItem } from '../meetings/index.ts';
import { planItemsById } from './plan.queries.ts';
import { PlanItemNode } from './plan.type.ts';
import type { PlanItem } from './plan-item.entity.ts';

@Resolver(() => AgendaItemNode)
export class AgendaPlanResolver {
  @FieldResolver(() => PlanItemNode, { nullable: true, description: 'The plan item the decision became.' })
  async planItem(@Ctx() request: ApiRequest, @Root() { planItemId }: AgendaItem): Promise<PlanItem | null> {
    return planItemId ? ((await load(request, planItemsById, planItemId)) ?? null) : null;
  }
}

@Resolver(() => PlanItemNode)
export class PlanDecisionsResolver {
  @FieldResolver(() => [AgendaItemNode], {
    description: 'The decisions of held meetings that it follows from, oldest first.',
  })
  async agendaItems(@Ctx() request: ApiRequest, @Root() item: PlanItem): Promise<readonly AgendaItem[]> {
    return (await load(request, itemsByPlanItem, item.id)) ?? [];
  }
}
