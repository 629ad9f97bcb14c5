import { dayInCambodia } from '@samleng/routing';
import type { Problem } from '@samleng/vocabulary';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { type ApiRequest, load } from '../../request.ts';
import { currentTurnOf } from '../assignments/index.ts';
import {
  type Issue,
  IssueCanNode,
  type IssueEvent,
  IssueEventNode,
  IssueNode,
  issuesById,
} from '../issues/index.ts';
import { type Office, OfficeNode, officesById } from '../offices/index.ts';
import {
  type Poll,
  PollNode,
  type PollOption,
  PollOptionNode,
  pollsById,
  standingOptions,
} from '../polls/index.ts';
import { addPlanItem } from './add-plan-item.ts';
import { mayPlan, mayReport } from './plan.policy.ts';
import { planPollOption } from './plan-poll-option.ts';
import { planItemsById, planItemsByIssue, planItemsByPoll, progressByItem } from './plan.queries.ts';
import {
  AddPlanItemInput,
  AddPlanItemPayload,
  PlanItemCanNode,
  PlanItemNode,
  PlanPollOptionInput,
  PlanPollOptionPayload,
  PlanProgressNode,
  ReportPlanProgressInput,
  ReportPlanProgressPayload,
} from './plan.type.ts';
import type { PlanItem, PlanProgress } from './plan-item.entity.ts';
import { reportPlanProgress } from './report-plan-progress.ts';

type PlanItemPayload = { planItem: PlanItem | null; problems: readonly Problem[] };

const shown = (planItem: PlanItem) => ({ planItem });
const empty = { planItem: null };

@Resolver(() => PlanItemNode)
export class PlanItemResolver {
  @FieldResolver(() => IssueNode, { description: 'The issue it is about.' })
  async issue(@Ctx() request: ApiRequest, @Root() item: PlanItem): Promise<Issue> {
    return (await load(request, issuesById, item.issueId))!;
  }

  @FieldResolver(() => OfficeNode, { description: 'The office that promised it.' })
  async office(@Ctx() request: ApiRequest, @Root() item: PlanItem): Promise<Office> {
    return (await load(request, officesById, item.officeId))!;
  }

  @FieldResolver(() => [PlanProgressNode], { description: 'The reports on it, newest first.' })
  async progress(@Ctx() request: ApiRequest, @Root() item: PlanItem): Promise<readonly PlanProgress[]> {
    return (await load(request, progressByItem, item.id)) ?? [];
  }

  @FieldResolver(() => PlanItemCanNode, { description: 'What the viewer may do with it.' })
  viewerCan(@Ctx() { viewer }: ApiRequest, @Root() item: PlanItem): PlanItemCanNode {
    return { report: mayReport(viewer, item) };
  }

  @Mutation(() => AddPlanItemPayload, { description: 'An official writes down what the office promises.' })
  async addPlanItem(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AddPlanItemInput, { description: 'The promise.' }) input: AddPlanItemInput,
  ): Promise<PlanItemPayload> {
    return payloadOf(await addPlanItem(request, input), shown, empty);
  }

  @FieldResolver(() => PollNode, { nullable: true, description: 'The poll it follows from.' })
  async poll(@Ctx() request: ApiRequest, @Root() { pollId }: PlanItem): Promise<Poll | null> {
    return pollId ? ((await load(request, pollsById, pollId)) ?? null) : null;
  }

  @FieldResolver(() => PollOptionNode, { nullable: true, description: 'What children chose in that poll.' })
  async pollOption(@Ctx() request: ApiRequest, @Root() item: PlanItem): Promise<PollOption | null> {
    if (!item.pollId) return null;
    const options = await standingOptions(request, item.pollId);
    return options.find(({ key }) => key === item.pollOption) ?? null;
  }

  @Mutation(() => PlanPollOptionPayload, {
    description: 'An official takes what children chose in a poll into the plan of the office.',
  })
  async planPollOption(
    @Ctx() request: ApiRequest,
    @Arg('input', () => PlanPollOptionInput, { description: 'What is promised.' }) input: PlanPollOptionInput,
  ): Promise<PlanItemPayload> {
    return payloadOf(await planPollOption(request, input), shown, empty);
  }

  @Mutation(() => ReportPlanProgressPayload, { description: 'An official tells how far a plan item is.' })
  async reportPlanProgress(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ReportPlanProgressInput, { description: 'The report.' })
    input: ReportPlanProgressInput,
  ): Promise<PlanItemPayload> {
    return payloadOf(await reportPlanProgress(request, input), shown, empty);
  }
}

@Resolver(() => PlanProgressNode)
export class PlanProgressResolver {
  @FieldResolver(() => DayScalar, { description: 'The day of the report.' })
  reportedOn(@Root() report: PlanProgress): string {
    return dayInCambodia(report.reportedAt);
  }
}

@Resolver(() => PollNode)
export class PollPlanResolver {
  @FieldResolver(() => [PlanItemNode], { description: 'What offices promised after it, oldest first.' })
  async planItems(@Ctx() request: ApiRequest, @Root() poll: Poll): Promise<readonly PlanItem[]> {
    return (await load(request, planItemsByPoll, poll.id)) ?? [];
  }
}

@Resolver(() => IssueNode)
export class IssuePlanResolver {
  @FieldResolver(() => [PlanItemNode], { description: 'What offices promised about it, oldest first.' })
  async planItems(@Ctx() request: ApiRequest, @Root() issue: Issue): Promise<readonly PlanItem[]> {
    return (await load(request, planItemsByIssue, issue.id)) ?? [];
  }
}

@Resolver(() => IssueCanNode)
export class IssuePlanCanResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may promise something for an office.' })
  async plan(@Ctx() request: ApiRequest, @Root() { issue }: IssueCanNode): Promise<boolean> {
    return mayPlan(request.viewer, await currentTurnOf(request, issue.id));
  }
}

@Resolver(() => IssueEventNode)
export class PlanEventResolver {
  @FieldResolver(() => PlanItemNode, { nullable: true, description: 'The plan item it speaks of.' })
  async planItem(@Ctx() request: ApiRequest, @Root() event: IssueEvent): Promise<PlanItem | null> {
    return event.planItemId ? ((await load(request, planItemsById, event.planItemId)) ?? null) : null;
  }
}
