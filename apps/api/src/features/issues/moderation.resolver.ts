import type { Verdict } from '@samleng/vocabulary';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { pageSize } from '../../graph/connection.ts';
import { VerdictEnum } from '../../graph/enums.ts';
import { payloadOf } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Concern, ConcernNode, MyConcernCanNode, MyConcernNode } from '../concerns/index.ts';
import { editIssue } from './edit-issue.ts';
import {
  EditIssueInput,
  EditIssuePayload,
  type IssuePayload,
  MergeConcernInput,
  MergeConcernPayload,
  MergeIssuesInput,
  MergeIssuesPayload,
  PublishIssueInput,
  PublishIssuePayload,
} from './issue-inputs.type.ts';
import type { Issue } from './issue.entity.ts';
import { mayJudge } from './issue.policy.ts';
import { issuesById } from './issue.queries.ts';
import { IssueNode, SimilarIssueNode } from './issue.type.ts';
import { mergeConcern } from './merge-concern.ts';
import { mergeIssues } from './merge-issues.ts';
import { publishIssue } from './publish-issue.ts';
import { type SimilarIssue, similarIssues } from './similar-issues.ts';
import { verdictsByReceipt, viewerVerdicts } from './verdict.queries.ts';

async function issueOf(request: ApiRequest, { issueId }: Concern): Promise<Issue | null> {
  return issueId ? ((await load(request, issuesById, issueId)) ?? null) : null;
}

/** What issues add to a concern, for those who moderate it. */
@Resolver(() => ConcernNode)
export class ConcernIssuesResolver {
  @Mutation(() => PublishIssuePayload, { description: 'A moderator makes an issue of a concern.' })
  async publishIssue(
    @Ctx() request: ApiRequest,
    @Arg('input', () => PublishIssueInput, { description: 'What becomes public.' }) input: PublishIssueInput,
  ): Promise<PublishIssuePayload> {
    return payloadOf(await publishIssue(request, input), (both) => both, { issue: null, concern: null });
  }

  @Mutation(() => MergeConcernPayload, { description: 'A moderator adds a concern to an issue.' })
  async mergeConcern(
    @Ctx() request: ApiRequest,
    @Arg('input', () => MergeConcernInput, { description: 'Which concern and issue.' })
    input: MergeConcernInput,
  ): Promise<MergeConcernPayload> {
    return payloadOf(await mergeConcern(request, input), (both) => both, { issue: null, concern: null });
  }

  @Mutation(() => MergeIssuesPayload, { description: 'A moderator joins two issues that say the same.' })
  async mergeIssues(
    @Ctx() request: ApiRequest,
    @Arg('input', () => MergeIssuesInput, { description: 'Which issues.' }) input: MergeIssuesInput,
  ): Promise<IssuePayload> {
    return payloadOf(await mergeIssues(request, input), (issue) => ({ issue }), { issue: null });
  }

  @Mutation(() => EditIssuePayload, { description: "A moderator mends an issue's words." })
  async editIssue(
    @Ctx() request: ApiRequest,
    @Arg('input', () => EditIssueInput, { description: 'The better words.' }) input: EditIssueInput,
  ): Promise<IssuePayload> {
    return payloadOf(await editIssue(request, input), (issue) => ({ issue }), { issue: null });
  }

  @FieldResolver(() => IssueNode, { nullable: true, description: 'The issue it became part of.' })
  issue(@Ctx() request: ApiRequest, @Root() concern: Concern): Promise<Issue | null> {
    return issueOf(request, concern);
  }

  @FieldResolver(() => [SimilarIssueNode], { description: 'Issues it may be merged into, best first.' })
  similarIssues(
    @Ctx() request: ApiRequest,
    @Root() concern: Concern,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many at most: 1 to 50.' }) first: number,
  ): Promise<SimilarIssue[]> {
    const { text, communeCode = null, category, issueId } = concern;
    return similarIssues(
      request,
      { text: text ?? '', communeCode, category, except: issueId },
      pageSize({ first }),
    );
  }
}

/** What issues add to a concern as its child sees it. */
@Resolver(() => MyConcernNode)
export class MyConcernIssuesResolver {
  @FieldResolver(() => IssueNode, { nullable: true, description: 'The issue it became part of.' })
  issue(@Ctx() request: ApiRequest, @Root() concern: Concern): Promise<Issue | null> {
    return issueOf(request, concern);
  }

  @FieldResolver(() => VerdictEnum, { nullable: true, description: 'What the child said of the outcome.' })
  async verdict(@Ctx() request: ApiRequest, @Root() concern: Concern): Promise<Verdict | null> {
    if (!concern.issueId) return null;
    const byReceipt = await load(request, verdictsByReceipt, concern.receiptLookupId);
    return byReceipt ?? (await load(request, viewerVerdicts, concern.issueId)) ?? null;
  }
}

@Resolver(() => MyConcernCanNode)
export class MyConcernCanResolver {
  @FieldResolver(() => Boolean, { description: 'Say whether the issue is solved.' })
  async giveVerdict(@Ctx() request: ApiRequest, @Root() { concern }: MyConcernCanNode): Promise<boolean> {
    const issue = await issueOf(request, concern);
    return issue !== null && mayJudge(issue, true);
  }
}
