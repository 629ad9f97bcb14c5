import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type ApiRequest, load } from '../../request.ts';
import { type Issue, IssueNode } from '../issues/index.ts';
import { type Office, OfficeNode, officesById } from '../offices/index.ts';
import { type TrailStep, trailOf } from './trail-of-issue.ts';
import { TrailStepNode } from './trail.type.ts';

@Resolver(() => IssueNode)
export class IssueTrailResolver {
  @FieldResolver(() => [TrailStepNode], {
    description:
      "The way of the issue from children's concerns to their verdict: polls, research, meetings, answers, plans, money and progress, part by part.",
  })
  trail(@Ctx() request: ApiRequest, @Root() issue: Issue): Promise<TrailStep[]> {
    return trailOf(request, issue);
  }
}

@Resolver(() => TrailStepNode)
export class TrailStepResolver {
  @FieldResolver(() => OfficeNode, {
    nullable: true,
    description: 'The office that has it, said or does it.',
  })
  async office(@Ctx() request: ApiRequest, @Root() { officeId }: TrailStep): Promise<Office | null> {
    return officeId ? ((await load(request, officesById, officeId)) ?? null) : null;
  }
}
