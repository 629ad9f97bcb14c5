import { dayInCambodia } from '@samleng/routing';
import { categories, type Category, type Right, type Verdict } from '@samleng/vocabulary';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { askedOfNodes, askedOfPayload } from '../../graph/asked.ts';
import { broughtAlong } from '../../graph/brought-along.ts';
import { type Page, PageArgs, pageSize } from '../../graph/connection.ts';
import { CategoryEnum, VerdictEnum } from '../../graph/enums.ts';
import { payloadOf } from '../../graph/payload.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Office, OfficeNode, officesById, RightNode, rightsOf } from '../offices/index.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import type { Issue, IssueEvent, StoredStanding } from './issue.entity.ts';
import {
  GiveVerdictInput,
  GiveVerdictPayload,
  IssueFilter,
  type IssuePayload,
  SupportIssueInput,
  SupportIssuePayload,
  WithdrawSupportInput,
  WithdrawSupportPayload,
} from './issue-inputs.type.ts';
import { giveVerdict } from './give-verdict.ts';
import { mayEdit, mayJudge, maySeeVoices, maySupport, mayWithdraw } from './issue.policy.ts';
import { historyOf, issueById, issuesById, supportsOfViewer } from './issue.queries.ts';
import {
  IssueCanNode,
  IssueConnection,
  IssueEventConnection,
  IssueEventNode,
  IssueNode,
  IssueOrderEnum,
  SimilarIssueNode,
  StandingNode,
  VerdictCountsNode,
  VoiceCellNode,
  VoicesNode,
} from './issue.type.ts';
import { type IssueOrder, listIssues } from './list-issues.ts';
import { type SimilarIssue, similarIssues } from './similar-issues.ts';
import { speaksOfHarm } from './speaks-of-harm.ts';
import { supportIssue, withdrawSupport } from './support-issue.ts';
import { viewerVerdicts, verdictCountsOf } from './verdict.queries.ts';
import type { VerdictCounts } from './verdict-outcome.ts';
import { type Voices, voicesOf } from './voices.ts';

function isSupporter(request: ApiRequest, issue: Issue): boolean | Promise<boolean> {
  return (
    broughtAlong<boolean>(issue, 'isSupportedByViewer') ??
    load(request, supportsOfViewer, issue.id).then((found) => found ?? false)
  );
}

@Resolver(() => IssueNode)
export class IssueResolver {
  @Query(() => IssueNode, { nullable: true, description: 'The issue with this id.' })
  issue(
    @Ctx() request: ApiRequest,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Issue | null> {
    return issueById(request, id);
  }

  @Query(() => IssueConnection, { description: 'Issues of a place.' })
  issues(
    @Ctx() request: ApiRequest,
    @Arg('filter', () => IssueFilter, { description: 'Which are asked for.' }) filter: IssueFilter,
    @Arg('order', () => IssueOrderEnum, { defaultValue: 'RANKED', description: 'In which order.' })
    order: IssueOrder,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Issue>> {
    return listIssues(request, filter, order, page, askedOfNodes(info));
  }

  @Query(() => [SimilarIssueNode], {
    description: 'Issues that may say what is being written, those of the commune and category first.',
  })
  similarIssues(
    @Ctx() request: ApiRequest,
    @Arg('text', () => String, { description: 'What was written so far.' }) text: string,
    @Arg('communeCode', () => String, { description: 'The commune it is about.' }) communeCode: string,
    @Arg('category', () => CategoryEnum, { nullable: true, description: 'What it is about.' })
    category: Category | null,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many at most: 1 to 50.' }) first: number,
  ): Promise<SimilarIssue[]> {
    return similarIssues(request, { text, communeCode, category }, pageSize({ first }));
  }

  @Mutation(() => SupportIssuePayload, { description: 'A child says that an issue matters to it.' })
  async supportIssue(
    @Ctx() request: ApiRequest,
    @Arg('input', () => SupportIssueInput, { description: 'Which issue.' }) input: SupportIssueInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssuePayload> {
    const asked = askedOfPayload(info, 'issue');
    return payloadOf(await supportIssue(request, input, asked), (issue) => ({ issue }), { issue: null });
  }

  @Mutation(() => WithdrawSupportPayload, { description: 'A child takes its support back.' })
  async withdrawSupport(
    @Ctx() request: ApiRequest,
    @Arg('input', () => WithdrawSupportInput, { description: 'Which issue.' }) input: WithdrawSupportInput,
  ): Promise<IssuePayload> {
    return payloadOf(await withdrawSupport(request, input), (issue) => ({ issue }), { issue: null });
  }

  @Mutation(() => GiveVerdictPayload, { description: 'A child says whether an issue is solved.' })
  async giveVerdict(
    @Ctx() request: ApiRequest,
    @Arg('input', () => GiveVerdictInput, { description: 'Which issue, and what it says.' })
    input: GiveVerdictInput,
  ): Promise<IssuePayload> {
    return payloadOf(await giveVerdict(request, input), (issue) => ({ issue }), { issue: null });
  }

  @FieldResolver(() => PlaceNode, { description: 'The commune it is about.' })
  commune(@Ctx() request: ApiRequest, @Root() issue: Issue): Promise<Place | undefined> {
    return load(request, placesByCode, issue.communeCode);
  }

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'The village it is about, where one is.' })
  async village(@Ctx() request: ApiRequest, @Root() { villageCode }: Issue): Promise<Place | null> {
    return villageCode ? ((await load(request, placesByCode, villageCode)) ?? null) : null;
  }

  @FieldResolver(() => [RightNode], { description: 'The rights it touches.' })
  rights(@Root() issue: Issue): readonly Right[] {
    return rightsOf(issue.category);
  }

  @FieldResolver(() => DayScalar, { description: 'The day on which it was published.' })
  publishedOn(@Root() issue: Issue): string {
    return dayInCambodia(issue.publishedAt);
  }

  @FieldResolver(() => Boolean, { description: 'Whether help is shown beside it.' })
  isSensitive(@Root() issue: Issue): boolean {
    return categories[issue.category].isSensitive;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether its published words have signs of harm; for those who moderate there, else false.',
  })
  hasSignsOfHarm(@Ctx() { viewer }: ApiRequest, @Root() issue: Issue): boolean {
    return mayEdit(viewer, issue) && speaksOfHarm(issue);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer's device supports it." })
  isSupportedByViewer(@Ctx() request: ApiRequest, @Root() issue: Issue): boolean | Promise<boolean> {
    return isSupporter(request, issue);
  }

  @FieldResolver(() => StandingNode, {
    nullable: true,
    description: 'Where it stands and why; none before the first ranking.',
  })
  standing(@Root() issue: Issue): StoredStanding | null {
    return issue.mergedIntoId ? null : (issue.standing ?? null);
  }

  @FieldResolver(() => VerdictCountsNode, { description: "The children's word on the office's last." })
  verdicts(@Ctx() request: ApiRequest, @Root() issue: Issue): Promise<VerdictCounts> {
    return verdictCountsOf(request, issue);
  }

  @FieldResolver(() => VerdictEnum, { nullable: true, description: "What the viewer's device said." })
  async viewerVerdict(@Ctx() request: ApiRequest, @Root() issue: Issue): Promise<Verdict | null> {
    return (await load(request, viewerVerdicts, issue.id)) ?? null;
  }

  @FieldResolver(() => IssueEventConnection, { description: 'What happened to it, oldest first.' })
  history(
    @Ctx() request: ApiRequest,
    @Root() issue: Issue,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<IssueEvent>> {
    return historyOf(request, issue.id, page);
  }

  @FieldResolver(() => VoicesNode, { nullable: true, description: 'Who supports it; for staff only.' })
  async voices(@Ctx() request: ApiRequest, @Root() issue: Issue): Promise<Voices | null> {
    return maySeeVoices(request.viewer, issue) ? voicesOf(request, issue) : null;
  }

  @FieldResolver(() => IssueNode, { nullable: true, description: 'The issue it was merged into.' })
  async mergedInto(@Ctx() request: ApiRequest, @Root() { mergedIntoId }: Issue): Promise<Issue | null> {
    return mergedIntoId ? ((await load(request, issuesById, mergedIntoId)) ?? null) : null;
  }

  @FieldResolver(() => IssueCanNode, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() issue: Issue): IssueCanNode {
    return { issue };
  }
}

@Resolver(() => IssueCanNode)
export class IssueCanResolver {
  @FieldResolver(() => Boolean, { description: 'Support it.' })
  async support(@Ctx() request: ApiRequest, @Root() { issue }: IssueCanNode): Promise<boolean> {
    return maySupport(request.viewer, issue, await isSupporter(request, issue));
  }

  @FieldResolver(() => Boolean, { description: 'Take the support back.' })
  async withdrawSupport(@Ctx() request: ApiRequest, @Root() { issue }: IssueCanNode): Promise<boolean> {
    return mayWithdraw(request.viewer, await isSupporter(request, issue));
  }

  @FieldResolver(() => Boolean, { description: 'Say whether it is solved.' })
  async giveVerdict(@Ctx() request: ApiRequest, @Root() { issue }: IssueCanNode): Promise<boolean> {
    return mayJudge(issue, await isSupporter(request, issue));
  }

  @FieldResolver(() => Boolean, { description: 'Mend its words, or merge it.' })
  edit(@Ctx() { viewer }: ApiRequest, @Root() { issue }: IssueCanNode): boolean {
    return mayEdit(viewer, issue);
  }

  @FieldResolver(() => Boolean, { description: 'See who supports it, in groups.' })
  seeVoices(@Ctx() { viewer }: ApiRequest, @Root() { issue }: IssueCanNode): boolean {
    return maySeeVoices(viewer, issue);
  }
}

@Resolver(() => IssueEventNode)
export class IssueEventResolver {
  @FieldResolver(() => ID, { description: 'Its id.' })
  id(@Root() event: IssueEvent): string {
    return `${event.issueId}:${event.number}`;
  }

  @FieldResolver(() => DayScalar, { description: 'The day on which it happened.' })
  occurredOn(@Root() event: IssueEvent): string {
    return dayInCambodia(event.occurredAt);
  }

  @FieldResolver(() => OfficeNode, { nullable: true, description: 'The office it concerns, where one does.' })
  async office(@Ctx() request: ApiRequest, @Root() { officeId }: IssueEvent): Promise<Office | null> {
    return officeId ? ((await load(request, officesById, officeId)) ?? null) : null;
  }
}

@Resolver(() => VoiceCellNode)
export class VoiceCellResolver {
  @FieldResolver(() => PlaceNode, { nullable: true, description: 'The village, in a count by village.' })
  async place(@Ctx() request: ApiRequest, @Root() { key }: VoiceCellNode): Promise<Place | null> {
    return /^\d{8}$/.test(key) ? ((await load(request, placesByCode, key)) ?? null) : null;
  }
}
