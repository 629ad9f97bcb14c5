import type { RoutingStep } from '@samleng/routing';
import type { Category, Problem } from '@samleng/vocabulary';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { CategoryEnum } from '../../graph/enums.ts';
import { NotFound } from '../../graph/errors.ts';
import { payloadOf } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import type { Office, RoutingRule } from './office.entity.ts';
import { mayAdministerOffices } from './office.policy.ts';
import { officesById } from './office.queries.ts';
import { OfficeNode } from './office.type.ts';
import { removeRoutingRule } from './remove-routing-rule.ts';
import { listRules, rulesById } from './routing.queries.ts';
import {
  RemoveRoutingRuleInput,
  RemoveRoutingRulePayload,
  RouteStepNode,
  RouteTrialInput,
  RouteTrialNode,
  RoutingRuleConnection,
  RoutingRuleNode,
  SetRoutingRuleInput,
  SetRoutingRulePayload,
} from './routing.type.ts';
import { setRoutingRule } from './set-routing-rule.ts';
import { tryRoute } from './try-route.ts';

@Resolver(() => RoutingRuleNode)
export class RoutingRuleResolver {
  @Query(() => RoutingRuleConnection, {
    description: 'For administrators: the table that sends issues to offices.',
  })
  routingRules(
    @Ctx() request: ApiRequest,
    @Arg('category', () => CategoryEnum, { nullable: true, description: 'Only lines for this category.' })
    category: Category | null,
    @Arg('placeCode', () => String, { nullable: true, description: 'Only lines for this place and below.' })
    placeCode: string | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<RoutingRule>> {
    if (!mayAdministerOffices(request.viewer)) throw new NotFound();
    return listRules(request, { category, placeCode }, page);
  }

  @Query(() => RouteTrialNode, { description: 'For administrators: where would an issue go?' })
  async routeTrial(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RouteTrialInput, { description: 'The issue that might be.' }) input: RouteTrialInput,
  ): Promise<RouteTrialNode> {
    const { officeId, steps, problems } = await tryRoute(request, input);
    return { officeId, steps: steps.map(shownStep), problems };
  }

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'Where it holds; empty: everywhere.' })
  async place(@Ctx() request: ApiRequest, @Root() rule: RoutingRule): Promise<Place | null> {
    return rule.placeCode ? ((await load(request, placesByCode, rule.placeCode)) ?? null) : null;
  }

  @Mutation(() => SetRoutingRulePayload, { description: 'An administrator adds or replaces a line.' })
  async setRoutingRule(
    @Ctx() request: ApiRequest,
    @Arg('input', () => SetRoutingRuleInput, { description: 'The line.' }) input: SetRoutingRuleInput,
  ): Promise<{ routingRule: RoutingRule | null; problems: readonly Problem[] }> {
    return payloadOf(await setRoutingRule(request, input), (routingRule) => ({ routingRule }), {
      routingRule: null,
    });
  }

  @Mutation(() => RemoveRoutingRulePayload, { description: 'An administrator takes a line back.' })
  async removeRoutingRule(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RemoveRoutingRuleInput, { description: 'The line.' }) input: RemoveRoutingRuleInput,
  ): Promise<{ problems: readonly Problem[] }> {
    return payloadOf(await removeRoutingRule(request, input), () => ({}), {});
  }
}

@Resolver(() => RouteTrialNode)
export class RouteTrialResolver {
  @FieldResolver(() => OfficeNode, { nullable: true, description: 'The office it would go to.' })
  async office(@Ctx() request: ApiRequest, @Root() trial: RouteTrialNode): Promise<Office | null> {
    return trial.officeId === null ? null : ((await load(request, officesById, trial.officeId)) ?? null);
  }
}

@Resolver(() => RouteStepNode)
export class RouteStepResolver {
  @FieldResolver(() => RoutingRuleNode, { nullable: true, description: 'The line of the table it used.' })
  async rule(@Ctx() request: ApiRequest, @Root() step: RouteStepNode): Promise<RoutingRule | null> {
    return step.ruleId === null ? null : ((await load(request, rulesById, step.ruleId)) ?? null);
  }

  @FieldResolver(() => OfficeNode, { nullable: true, description: 'The office it speaks of.' })
  async office(@Ctx() request: ApiRequest, @Root() step: RouteStepNode): Promise<Office | null> {
    return step.officeId === null ? null : ((await load(request, officesById, step.officeId)) ?? null);
  }
}

function shownStep(step: RoutingStep): RouteStepNode {
  return {
    code: step.step,
    officeKind: step.officeKind,
    ruleId: 'ruleId' in step ? step.ruleId : null,
    officeId: 'officeId' in step ? step.officeId : null,
  };
}
