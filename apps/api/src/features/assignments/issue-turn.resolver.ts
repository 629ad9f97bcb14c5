import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { broughtAlong } from '../../graph/brought-along.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Issue, IssueCanNode, type IssueEvent, IssueEventNode, IssueNode } from '../issues/index.ts';
import type { Answer, Assignment } from './assignment.entity.ts';
import { mayAcknowledge, mayAnswer, mayAssign, mayHandOver } from './assignment.policy.ts';
import {
  answersById,
  answersByIssue,
  clockOfTurn,
  currentTurnOf,
  latestAnswerOf,
} from './assignment.queries.ts';
import { shownClock } from './assignment.resolver.ts';
import { AnswerNode, AssignmentNode, ClockNode } from './assignment.type.ts';

@Resolver(() => IssueNode)
export class IssueTurnResolver {
  @FieldResolver(() => AssignmentNode, { nullable: true, description: 'The office whose turn it is.' })
  currentAssignment(
    @Ctx() request: ApiRequest,
    @Root() issue: Issue,
  ): Assignment | null | Promise<Assignment | null> {
    const along = broughtAlong<Assignment | null>(issue, 'currentAssignment');
    return along === undefined ? currentTurnOf(request, issue.id) : along;
  }

  @FieldResolver(() => ClockNode, { nullable: true, description: 'The clock of that office.' })
  async clock(@Ctx() request: ApiRequest, @Root() issue: Issue): Promise<ClockNode | null> {
    const turn = await currentTurnOf(request, issue.id);
    return turn === null ? null : shownClock(await clockOfTurn(request, turn));
  }

  @FieldResolver(() => [AnswerNode], { description: 'What offices answered, oldest first.' })
  async answers(@Ctx() request: ApiRequest, @Root() issue: Issue): Promise<readonly Answer[]> {
    return (await load(request, answersByIssue, issue.id)) ?? [];
  }

  @FieldResolver(() => AnswerNode, { nullable: true, description: 'The last answer.' })
  latestAnswer(@Ctx() request: ApiRequest, @Root() issue: Issue): Answer | null | Promise<Answer | null> {
    const along = broughtAlong<Answer | null>(issue, 'latestAnswer');
    return along === undefined ? latestAnswerOf(request, issue.id) : along;
  }
}

@Resolver(() => IssueCanNode)
export class IssueTurnCanResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may say that the office has received it.',
  })
  async acknowledge(@Ctx() request: ApiRequest, @Root() { issue }: IssueCanNode): Promise<boolean> {
    return mayAcknowledge(request.viewer, issue, await currentTurnOf(request, issue.id));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may answer it for an office.' })
  async answer(@Ctx() request: ApiRequest, @Root() { issue }: IssueCanNode): Promise<boolean> {
    return mayAnswer(request.viewer, issue, await currentTurnOf(request, issue.id));
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may say that it is not the office's." })
  async handOver(@Ctx() request: ApiRequest, @Root() { issue }: IssueCanNode): Promise<boolean> {
    return mayHandOver(request.viewer, issue, await currentTurnOf(request, issue.id));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may send it to an office by hand.' })
  assign(@Ctx() { viewer }: ApiRequest, @Root() { issue }: IssueCanNode): boolean {
    return mayAssign(viewer, issue);
  }
}

@Resolver(() => IssueEventNode)
export class AnswerEventResolver {
  @FieldResolver(() => AnswerNode, { nullable: true, description: 'The answer it speaks of.' })
  async answer(@Ctx() request: ApiRequest, @Root() event: IssueEvent): Promise<Answer | null> {
    return event.answerId ? ((await load(request, answersById, event.answerId)) ?? null) : null;
  }
}
