import type { MoneySource, PlanSector, ScoreGroup, ScoreWay } from '@samleng/vocabulary';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { MoneySourceEnum, PlanSectorEnum } from '../../graph/enums.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { ScoreGroupEnum, ScoreWayEnum } from './scorecard.type.ts';

@InputType('ScorecardFilterInput', { description: 'Which scorecards.' })
export class ScorecardFilterInput {
  @Field(() => String, { nullable: true, description: 'Of services of this place and below.' })
  placeCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this service.' })
  officeId?: string | null;
}

@InputType('OpenScorecardInput', { description: 'Which service is scored, and for which year.' })
export class OpenScorecardInput {
  @Field(() => ID, { description: 'Made by the form: the same id is the same scorecard.' })
  id!: string;

  @Field(() => ID, { description: 'The service.' })
  officeId!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;
}

@InputType('ScoreInput', { description: 'A face for a criterion.' })
export class ScoreInput {
  @Field(() => String, { description: 'The criterion.' })
  criterion!: string;

  @Field(() => Int, { description: 'From 1, very bad, to 5, very good.' })
  score!: number;
}

@InputType('AssessOwnServiceInput', { description: "A service's own view of itself." })
export class AssessOwnServiceInput {
  @Field(() => ID, { description: 'Which scorecard.' })
  scorecardId!: string;

  @Field(() => [ScoreInput], { description: 'One for each criterion.' })
  scores!: ScoreInput[];

  @Field(() => String, { nullable: true, description: 'What to add, up to 1,000 characters.' })
  note?: string | null;
}

@InputType('OpenScoreRoundInput', { description: 'A sitting of one group.' })
export class OpenScoreRoundInput {
  @Field(() => ID, { description: 'Made by the form: the same id is the same sitting.' })
  id!: string;

  @Field(() => ID, { description: 'Of which scorecard.' })
  scorecardId!: string;

  @Field(() => ScoreGroupEnum, { description: 'Who sits there.' })
  group!: ScoreGroup;

  @Field(() => ScoreWayEnum, { description: 'How they score.' })
  way!: ScoreWay;
}

@InputType('CloseScoreRoundInput', { description: 'A sitting that is over.' })
export class CloseScoreRoundInput {
  @Field(() => ID, { description: 'Which.' })
  roundId!: string;

  @Field(() => Int, { description: 'How many people sat there.' })
  heads!: number;
}

@InputType('DropScoreRoundInput', { description: 'A sitting to throw away.' })
export class DropScoreRoundInput {
  @Field(() => ID, { description: 'Which.' })
  roundId!: string;
}

@InputType('CriterionCountsInput', { description: 'How many gave each face to a criterion.' })
export class CriterionCountsInput {
  @Field(() => String, { description: 'The criterion.' })
  criterion!: string;

  @Field(() => [Int], { description: 'Five numbers, the worst face first.' })
  faces!: number[];
}

@InputType('CountScoreRoundInput', { description: 'What was counted on paper.' })
export class CountScoreRoundInput {
  @Field(() => ID, { description: 'Which sitting.' })
  roundId!: string;

  @Field(() => Int, { description: 'How many people sat there.' })
  heads!: number;

  @Field(() => [CriterionCountsInput], { description: 'By criterion.' })
  counts!: CriterionCountsInput[];
}

@InputType('GiveScoresInput', { description: 'What one person gives at an open sitting.' })
export class GiveScoresInput {
  @Field(() => String, { description: 'The word in the address.' })
  code!: string;

  @Field(() => ID, { description: 'Drawn by the page: the same key is the same sheet.' })
  key!: string;

  @Field(() => [ScoreInput], { description: 'One at least.' })
  scores!: ScoreInput[];
}

@InputType('PublishScorecardInput', { description: 'A scorecard for everybody to read.' })
export class PublishScorecardInput {
  @Field(() => ID, { description: 'Which.' })
  scorecardId!: string;
}

@InputType('RecordInterfaceInput', { description: 'The meeting of the service and the people.' })
export class RecordInterfaceInput {
  @Field(() => ID, { description: 'About which scorecard.' })
  scorecardId!: string;

  @Field(() => DayScalar, { description: 'When it was.' })
  heldOn!: string;

  @Field(() => ID, { nullable: true, description: 'The meeting, when it is in the records.' })
  meetingId?: string | null;

  @Field(() => String, { nullable: true, description: 'What both agreed on, in Khmer.' })
  agreedKm?: string | null;

  @Field(() => String, { nullable: true, description: 'What both agreed on, in English.' })
  agreedEn?: string | null;
}

@InputType('ScorecardMoneyInput', { description: 'Where a part of the money comes from.' })
export class ScorecardMoneyInput {
  @Field(() => MoneySourceEnum, { description: 'The source; each at most once.' })
  source!: MoneySource;

  @Field(() => Float, { description: 'How much, in whole riel.' })
  amountRiel!: number;
}

@InputType('PlanScorecardActionInput', { description: 'What a service promises about a criterion.' })
export class PlanScorecardActionInput {
  @Field(() => ID, { description: 'After which scorecard.' })
  scorecardId!: string;

  @Field(() => String, { description: 'The criterion.' })
  criterion!: string;

  @Field(() => ID, { description: 'The issue of children it answers.' })
  issueId!: string;

  @Field(() => PlanSectorEnum, { description: 'The sector of the plan.' })
  sector!: PlanSector;

  @Field(() => String, { nullable: true, description: 'What it is, in Khmer, up to 200 characters.' })
  titleKm?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, in English; one language is needed.' })
  titleEn?: string | null;

  @Field(() => Float, { description: 'What it costs, in whole riel.' })
  costRiel!: number;

  @Field(() => [ScorecardMoneyInput], { description: 'Where the money comes from; together: the cost.' })
  sources!: ScorecardMoneyInput[];

  @Field(() => DayScalar, { nullable: true, description: 'By when.' })
  dueOn?: string | null;

  @Field(() => ID, { description: 'Made by the form: the same key with the same content is the same item.' })
  idempotencyKey!: string;
}

@InputType('KeepInfoSheetInput', { description: 'What a service owes the people in a year.' })
export class KeepInfoSheetInput {
  @Field(() => ID, { description: 'The service.' })
  officeId!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => String, { description: 'What people can expect, a line each.' })
  standards!: string;

  @Field(() => String, { nullable: true, description: 'How it did last year, a line each.' })
  performance?: string | null;

  @Field(() => String, { nullable: true, description: 'What things cost, and what is free, a line each.' })
  fees?: string | null;

  @Field(() => String, { nullable: true, description: 'When it is open.' })
  hours?: string | null;

  @Field(() => Float, { nullable: true, description: 'Its money for the year, in riel.' })
  plannedRiel?: number | null;

  @Field(() => Float, { nullable: true, description: 'What was spent of it, in riel.' })
  spentRiel?: number | null;

  @Field(() => String, { nullable: true, description: 'Where the figures come from.' })
  source?: string | null;
}
