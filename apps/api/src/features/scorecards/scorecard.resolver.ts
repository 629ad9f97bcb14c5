import { criteriaOf } from '@samleng/vocabulary';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { type ApiRequest, load } from '../../request.ts';
import { MeetingNode, type Meeting, meetingsById } from '../meetings/index.ts';
import { type Office, OfficeNode, officesById } from '../offices/index.ts';
import { type PlanItem, PlanItemNode } from '../plans/index.ts';
import type { CriterionResult, ScoreChange } from './score-means.ts';
import type { InfoSheet, Scorecard, ScoreRound } from './scorecard.entity.ts';
import { mayActForService, mayRunScorecard } from './scorecard.policy.ts';
import {
  type ActionShown,
  type ActionsKept,
  actionsKept,
  actionsShown,
  changesShown,
  headsOf,
  infoSheetOf,
  listScorecards,
  openSitting,
  resultsShown,
  roundsShown,
  scorecardBefore,
  scorecardById,
  selfShown,
} from './scorecard.queries.ts';
import {
  ActionsKeptNode,
  CriterionScoreNode,
  InfoSheetNode,
  OpenSittingNode,
  ScorecardCanNode,
  ScorecardConnection,
  ScorecardNode,
  ScoreChangeNode,
  ScoreRoundNode,
  SelfScoreNode,
} from './scorecard.type.ts';
import { ScorecardFilterInput } from './scorecard-inputs.type.ts';

@ObjectType('ScorecardAction', { description: 'What a service promised about a criterion.' })
class ScorecardActionNode {
  @Field(() => String, { description: 'The criterion.' })
  criterion!: string;

  @Field(() => PlanItemNode, { description: 'The promise, in the joint action plan.' })
  planItem!: PlanItem;
}

type Sitting = { round: ScoreRound; card: Scorecard };

@Resolver(() => OpenSittingNode)
export class OpenSittingResolver {
  @Query(() => OpenSittingNode, {
    nullable: true,
    description: 'An open sitting, for who was given its address.',
  })
  async openSitting(
    @Ctx() request: ApiRequest,
    @Arg('code', () => String, { description: 'The word in the address.' }) code: string,
  ): Promise<(OpenSittingNode & Sitting) | null> {
    const found = await openSitting(request, code);
    if (found === null) return null;
    const { year, criteriaVersion } = found.card;
    return { ...found, group: found.round.group, year, criteria: criteriaOf(criteriaVersion) };
  }

  @FieldResolver(() => OfficeNode, { description: 'The service.' })
  async office(@Ctx() request: ApiRequest, @Root() { card }: Sitting): Promise<Office> {
    return (await load(request, officesById, card.officeId))!;
  }
}

@Resolver(() => ScoreRoundNode)
export class ScoreRoundResolver {
  @FieldResolver(() => Int, { description: 'How many people scored, so far or in all.' })
  heads(@Ctx() request: ApiRequest, @Root() round: ScoreRound): Promise<number> {
    return headsOf(request, round);
  }
}

@Resolver(() => ScorecardNode)
export class ScorecardResolver {
  @Query(() => ScorecardNode, { nullable: true, description: 'The scorecard with this id.' })
  scorecard(
    @Ctx() request: ApiRequest,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Scorecard | null> {
    return scorecardById(request, id);
  }

  @Query(() => ScorecardConnection, { description: 'Scorecards, the newest year first.' })
  scorecards(
    @Ctx() request: ApiRequest,
    @Arg('filter', () => ScorecardFilterInput, { description: 'Which.' }) filter: ScorecardFilterInput,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Scorecard>> {
    return listScorecards(request, filter, page);
  }

  @Query(() => InfoSheetNode, {
    nullable: true,
    description: 'The info sheet of a service for a year, or the newest one before.',
  })
  infoSheet(
    @Ctx() request: ApiRequest,
    @Arg('officeId', () => ID, { description: 'The service.' }) officeId: string,
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
  ): Promise<InfoSheet | null> {
    return infoSheetOf(request, officeId, year);
  }

  @FieldResolver(() => OfficeNode, { description: 'The service.' })
  async office(@Ctx() request: ApiRequest, @Root() card: Scorecard): Promise<Office> {
    return (await load(request, officesById, card.officeId))!;
  }

  @FieldResolver(() => [String], { description: 'What is asked, in order.' })
  criteria(@Root() card: Scorecard): readonly string[] {
    return criteriaOf(card.criteriaVersion);
  }

  @FieldResolver(() => [ScoreRoundNode], { description: 'Its sittings; for those who run it.' })
  rounds(@Ctx() request: ApiRequest, @Root() card: Scorecard): Promise<readonly ScoreRound[]> {
    return roundsShown(request, card);
  }

  @FieldResolver(() => [CriterionScoreNode], { description: 'What people said, once it is published.' })
  results(@Ctx() request: ApiRequest, @Root() card: Scorecard): Promise<CriterionResult[]> {
    return resultsShown(request, card);
  }

  @FieldResolver(() => [SelfScoreNode], {
    description: 'What the service said of itself: before publication only to itself.',
  })
  selfScores(@Ctx() request: ApiRequest, @Root() card: Scorecard): SelfScoreNode[] {
    return Object.entries(selfShown(request, card) ?? {}).map(([criterion, score]) => ({ criterion, score }));
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the service added.' })
  selfNote(@Ctx() request: ApiRequest, @Root() card: Scorecard): string | null {
    return selfShown(request, card) ? (card.selfNote ?? null) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the service has scored itself.' })
  isSelfAssessed(@Root() card: Scorecard): boolean {
    return (card.selfScores ?? null) !== null;
  }

  @FieldResolver(() => ScorecardNode, { nullable: true, description: 'The published one before it.' })
  before(@Ctx() request: ApiRequest, @Root() card: Scorecard): Promise<Scorecard | null> {
    return scorecardBefore(request, card);
  }

  @FieldResolver(() => [ScoreChangeNode], { description: 'What changed since the one before.' })
  changes(@Ctx() request: ApiRequest, @Root() card: Scorecard): Promise<ScoreChange[]> {
    return changesShown(request, card);
  }

  @FieldResolver(() => MeetingNode, {
    nullable: true,
    description: 'The meeting about it, when it is recorded.',
  })
  async meeting(
    @Ctx() request: ApiRequest,
    @Root() { interfaceMeetingId }: Scorecard,
  ): Promise<Meeting | null> {
    return interfaceMeetingId ? ((await load(request, meetingsById, interfaceMeetingId)) ?? null) : null;
  }

  @FieldResolver(() => [ScorecardActionNode], { description: 'What the service promised after it.' })
  actions(@Ctx() request: ApiRequest, @Root() card: Scorecard): Promise<ActionShown[]> {
    return actionsShown(request, card);
  }

  @FieldResolver(() => ActionsKeptNode, { description: 'How many of the promises were kept.' })
  actionsKept(@Ctx() request: ApiRequest, @Root() card: Scorecard): Promise<ActionsKept> {
    return actionsKept(request, card);
  }

  @FieldResolver(() => ScorecardCanNode, { description: 'What the viewer may do with it.' })
  viewerCan(@Ctx() { viewer }: ApiRequest, @Root() card: Scorecard): ScorecardCanNode {
    return { run: mayRunScorecard(viewer, card), act: mayActForService(viewer, card) };
  }
}
