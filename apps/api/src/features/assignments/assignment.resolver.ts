import { type AssignmentClock, dayInCambodia } from '@samleng/routing';
import type { Problem } from '@samleng/vocabulary';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { NotFound } from '../../graph/errors.ts';
import { payloadOf } from '../../graph/payload.ts';
import { broughtAlong } from '../../graph/brought-along.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { type ApiRequest, load } from '../../request.ts';
import { hasRole } from '../accounts/index.ts';
import { type Issue, IssueNode, issuesById } from '../issues/index.ts';
import { type Office, OfficeNode } from '../offices/index.ts';
import { acknowledgeIssue } from './acknowledge-issue.ts';
import { answerIssue } from './answer-issue.ts';
import { assignIssue } from './assign-issue.ts';
import type { Assignment } from './assignment.entity.ts';
import { clockOfTurn, listAssignments, officeOf } from './assignment.queries.ts';
import {
  AcknowledgeIssueInput,
  AcknowledgeIssuePayload,
  AnswerIssueInput,
  AnswerIssuePayload,
  AssignIssueInput,
  AssignIssuePayload,
  AssignmentConnection,
  AssignmentFilterInput,
  AssignmentNode,
  ClockNode,
  HandOverIssueInput,
  HandOverIssuePayload,
} from './assignment.type.ts';
import { handOverIssue } from './hand-over-issue.ts';

type IssuePayload = { issue: Issue | null; problems: readonly Problem[] };

const shown = (issue: Issue) => ({ issue });
const empty = { issue: null };

@Resolver(() => AssignmentNode)
export class AssignmentResolver {
  @Query(() => AssignmentConnection, {
    description: 'For officials: the issues of my offices, highest in the ranking of their commune first.',
  })
  assignments(
    @Ctx() request: ApiRequest,
    @Arg('filter', () => AssignmentFilterInput, { nullable: true, description: 'Which of them.' })
    filter: AssignmentFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Assignment>> {
    if (!hasRole(request.viewer, 'OFFICIAL')) throw new NotFound();
    return listAssignments(request, filter ?? {}, page);
  }

  @FieldResolver(() => IssueNode, { description: 'The issue.' })
  async issue(@Ctx() request: ApiRequest, @Root() turn: Assignment): Promise<Issue> {
    return (await load(request, issuesById, turn.issueId))!;
  }

  @FieldResolver(() => OfficeNode, { description: 'The office.' })
  office(@Ctx() request: ApiRequest, @Root() turn: Assignment): Office | Promise<Office> {
    return broughtAlong<Office>(turn, 'office') ?? officeOf(request, turn.officeId);
  }

  @FieldResolver(() => DayScalar, { description: 'The day on which the turn began.' })
  assignedOn(@Root() turn: Assignment): string {
    return dayInCambodia(turn.assignedAt);
  }

  @FieldResolver(() => DayScalar, {
    nullable: true,
    description: 'The day on which the office acknowledged it.',
  })
  acknowledgedOn(@Root() turn: Assignment): string | null {
    return turn.acknowledgedAt ? dayInCambodia(turn.acknowledgedAt) : null;
  }

  @FieldResolver(() => DayScalar, { nullable: true, description: 'The day on which the turn ended.' })
  endedOn(@Root() turn: Assignment): string | null {
    return turn.endedAt ? dayInCambodia(turn.endedAt) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is still the turn of this office.' })
  isCurrent(@Root() turn: Assignment): boolean {
    return !turn.endedAt;
  }

  @FieldResolver(() => ClockNode, { description: 'Until when the office acknowledges and answers.' })
  async clock(@Ctx() request: ApiRequest, @Root() turn: Assignment): Promise<ClockNode> {
    return shownClock(await clockOfTurn(request, turn));
  }

  @Mutation(() => AcknowledgeIssuePayload, { description: 'An official says that an issue has arrived.' })
  async acknowledgeIssue(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AcknowledgeIssueInput, { description: 'The issue.' }) input: AcknowledgeIssueInput,
  ): Promise<IssuePayload> {
    return payloadOf(await acknowledgeIssue(request, input), shown, empty);
  }

  @Mutation(() => AnswerIssuePayload, { description: 'An official answers an issue.' })
  async answerIssue(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AnswerIssueInput, { description: 'The answer.' }) input: AnswerIssueInput,
  ): Promise<IssuePayload> {
    return payloadOf(await answerIssue(request, input), shown, empty);
  }

  @Mutation(() => HandOverIssuePayload, { description: 'An official says that an issue is not theirs.' })
  async handOverIssue(
    @Ctx() request: ApiRequest,
    @Arg('input', () => HandOverIssueInput, { description: 'The issue, and why.' }) input: HandOverIssueInput,
  ): Promise<IssuePayload> {
    return payloadOf(await handOverIssue(request, input), shown, empty);
  }

  @Mutation(() => AssignIssuePayload, { description: 'A moderator sends an issue to an office by hand.' })
  async assignIssue(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AssignIssueInput, { description: 'The issue and the office.' })
    input: AssignIssueInput,
  ): Promise<IssuePayload> {
    return payloadOf(await assignIssue(request, input), shown, empty);
  }
}

/** A clock as the API shows it. */
export function shownClock(clock: AssignmentClock): ClockNode {
  return { ...clock, hasNoAnswerYet: clock.stage === 'NO_ANSWER' };
}
