import {
  scoreGroups,
  type ScoreGroup,
  scorecardStates,
  type ScorecardState,
  scoreWays,
  type ScoreWay,
} from '@samleng/vocabulary';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { enumOf } from '../../graph/enums.ts';
import { bareTypeOf, payloadTypeOf } from '../../graph/payload-type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import type { InfoSheet, Scorecard, ScoreRound } from './scorecard.entity.ts';

export const ScoreGroupEnum = enumOf('ScoreGroup', scoreGroups, 'Who scores a service, each group apart.');
export const ScoreWayEnum = enumOf('ScoreWay', scoreWays, 'How a group scores.');
export const ScorecardStateEnum = enumOf('ScorecardState', scorecardStates, 'Where a scorecard stands.');

@ObjectType('ScoreMean', { description: 'A mean from 1 to 5, with its 95 % interval.' })
export class ScoreMeanNode {
  @Field(() => Int, { description: 'How many people it rests on: ten at least.' })
  people!: number;

  @Field(() => Float, { description: 'The mean.' })
  mean!: number;

  @Field(() => Float, { description: 'The lower end of the interval.' })
  low!: number;

  @Field(() => Float, { description: 'The upper end of the interval.' })
  high!: number;
}

@ObjectType('GroupScore', { description: 'What one group said of a criterion.' })
export class GroupScoreNode {
  @Field(() => ScoreGroupEnum, { description: 'The group.' })
  group!: ScoreGroup;

  @Field(() => ScoreMeanNode, { nullable: true, description: 'Empty when fewer than ten of it scored.' })
  score!: ScoreMeanNode | null;
}

@ObjectType('CriterionScore', { description: 'What people said of one criterion.' })
export class CriterionScoreNode {
  @Field(() => String, { description: 'The criterion.' })
  criterion!: string;

  @Field(() => ScoreMeanNode, { nullable: true, description: 'Of all groups that are shown, together.' })
  all!: ScoreMeanNode | null;

  @Field(() => [GroupScoreNode], { description: 'By group; a hidden group is in no figure.' })
  groups!: readonly GroupScoreNode[];

  @Field(() => Boolean, { description: 'Whether it asks for an action: a mean under 3.' })
  isLow!: boolean;
}

@ObjectType('SelfScore', { description: 'What a service said of itself.' })
export class SelfScoreNode {
  @Field(() => String, { description: 'The criterion.' })
  criterion!: string;

  @Field(() => Int, { description: 'From 1 to 5.' })
  score!: number;
}

@ObjectType('ScoreChange', { description: 'How a mean changed since the scorecard before.' })
export class ScoreChangeNode {
  @Field(() => String, { description: 'The criterion.' })
  criterion!: string;

  @Field(() => Float, { description: 'The later mean less the earlier one, of groups shown in both.' })
  difference!: number;

  @Field(() => Float, { description: 'The lower end of its 95 % interval.' })
  low!: number;

  @Field(() => Float, { description: 'The upper end of its 95 % interval.' })
  high!: number;
}

@ObjectType('ActionsKept', { description: 'How many promises after a scorecard were kept.' })
export class ActionsKeptNode {
  @Field(() => Int, { description: 'All promises.' })
  promised!: number;

  @Field(() => Int, { description: 'Those that are done.' })
  done!: number;

  @Field(() => Int, { description: 'Those done within twelve months.' })
  doneInTime!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Those done in time in percent of all; none promised: empty.',
  })
  share!: number | null;

  @Field(() => Int, { description: 'What is asked for, in percent.' })
  benchmark!: number;
}

@ObjectType('ScoreRound', { description: 'One sitting of one group.' })
export class ScoreRoundNode implements Pick<ScoreRound, 'id' | 'group' | 'way' | 'isClosed'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ScoreGroupEnum, { description: 'Who sits there.' })
  group!: ScoreGroup;

  @Field(() => ScoreWayEnum, { description: 'How they score.' })
  way!: ScoreWay;

  @Field(() => String, { nullable: true, description: 'The word in its address while it is open.' })
  code!: string | null;

  @Field(() => Boolean, { description: 'Whether it is over.' })
  isClosed!: boolean;
}

@ObjectType('InfoSheet', { description: 'What a service owes the people in a year.' })
export class InfoSheetNode implements Pick<InfoSheet, 'year' | 'standards' | 'changedOn'> {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => String, { description: 'What people can expect, a line each.' })
  standards!: string;

  @Field(() => String, { nullable: true, description: 'How it did last year, a line each.' })
  performance!: string | null;

  @Field(() => String, { nullable: true, description: 'What things cost, and what is free, a line each.' })
  fees!: string | null;

  @Field(() => String, { nullable: true, description: 'When it is open.' })
  hours!: string | null;

  @Field(() => Float, { nullable: true, description: 'Its money for the year, in riel.' })
  plannedRiel!: number | null;

  @Field(() => Float, { nullable: true, description: 'What was spent of it, in riel.' })
  spentRiel!: number | null;

  @Field(() => String, { nullable: true, description: 'Where the figures come from.' })
  source!: string | null;

  @Field(() => DayScalar, { description: 'When it was last changed.' })
  changedOn!: string;
}

@ObjectType('ScorecardCan', { description: 'What the viewer may do with a scorecard.' })
export class ScorecardCanNode {
  @Field(() => Boolean, { description: 'Whether the viewer holds its sittings.' })
  run!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer speaks for the service.' })
  act!: boolean;
}

@ObjectType('Scorecard', { description: 'A service as people score it in one year.' })
export class ScorecardNode implements Pick<Scorecard, 'id' | 'year' | 'criteriaVersion' | 'state'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => String, { description: 'The version of the criteria it was scored on.' })
  criteriaVersion!: string;

  @Field(() => ScorecardStateEnum, { description: 'Where it stands.' })
  state!: ScorecardState;

  @Field(() => DayScalar, { nullable: true, description: 'When the service and the people met about it.' })
  interfaceOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What they agreed on, in Khmer.' })
  agreedKm!: string | null;

  @Field(() => String, { nullable: true, description: 'What they agreed on, in English.' })
  agreedEn!: string | null;
}
export const ScorecardConnection = connectionOf('Scorecard', () => ScorecardNode);

@ObjectType('OpenSitting', { description: 'What is scored at an open sitting.' })
export class OpenSittingNode {
  @Field(() => ScoreGroupEnum, { description: 'Who sits there.' })
  group!: ScoreGroup;

  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => [String], { description: 'What is asked, in order.' })
  criteria!: readonly string[];
}

const scorecardPayload = (deed: string) => payloadTypeOf(deed, 'scorecard', () => ScorecardNode);
export const OpenScorecardPayload = scorecardPayload('OpenScorecard');
export const AssessOwnServicePayload = scorecardPayload('AssessOwnService');
export const OpenScoreRoundPayload = scorecardPayload('OpenScoreRound');
export const CloseScoreRoundPayload = scorecardPayload('CloseScoreRound');
export const DropScoreRoundPayload = scorecardPayload('DropScoreRound');
export const CountScoreRoundPayload = scorecardPayload('CountScoreRound');
export const PublishScorecardPayload = scorecardPayload('PublishScorecard');
export const RecordInterfacePayload = scorecardPayload('RecordInterface');
export const PlanScorecardActionPayload = scorecardPayload('PlanScorecardAction');
export const KeepInfoSheetPayload = payloadTypeOf('KeepInfoSheet', 'infoSheet', () => InfoSheetNode);
export const GiveScoresPayload = bareTypeOf('GiveScores');
