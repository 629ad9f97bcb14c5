import {
  type AgendaOutcome,
  type Decision,
  type IssueState,
  type MoneySource,
  type PlanKind,
  type PlanState,
  type TrailStepKind,
  trailStepKinds,
} from '@samleng/vocabulary';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DecisionEnum, enumOf, IssueStateEnum, PlanKindEnum, PlanStateEnum } from '../../graph/enums.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { AgendaOutcomeEnum } from '../meetings/index.ts';
import { PlanSourceNode } from '../plans/index.ts';

const TrailStepKindEnum = enumOf(
  'TrailStepKind',
  trailStepKinds,
  "A part of the chain from a concern to the children's verdict, in the order it is walked.",
);

@ObjectType('TrailStep', {
  description: 'One step of the way of an issue. Only what everybody may see; counts below ten are hidden.',
})
export class TrailStepNode {
  @Field(() => ID, { description: 'Its id: the kind and the thing.' })
  id!: string;

  @Field(() => TrailStepKindEnum, { description: 'Which part of the chain.' })
  kind!: TrailStepKind;

  @Field(() => ID, {
    description:
      'The thing: of CONCERNS and VERDICT the issue, of OFFICE the assignment, of MEETING the agenda item, of PLAN, MONEY and PROGRESS the plan item, else the poll, finding or answer.',
  })
  subjectId!: string;

  @Field(() => DayScalar, { nullable: true, description: 'The day, where it is known.' })
  happenedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its own words in Khmer, or as they were written where there is only one language.',
  })
  textKm!: string | null;

  @Field(() => String, { nullable: true, description: 'Its own words in English.' })
  textEn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many: concerns, answers to the poll, people behind the finding, verdicts. Ten at least, or hidden.',
  })
  count!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of a POLL whose result is shown: whether children chose this issue.',
  })
  wasChosen!: boolean | null;

  @Field(() => AgendaOutcomeEnum, { nullable: true, description: 'Of a MEETING: what became of it there.' })
  outcome!: AgendaOutcome | null;

  @Field(() => DecisionEnum, { nullable: true, description: 'Of an ANSWER.' })
  decision!: Decision | null;

  @Field(() => PlanKindEnum, { nullable: true, description: 'Of a PLAN: in which plan it stands.' })
  planKind!: PlanKind | null;

  @Field(() => Float, { nullable: true, description: 'Of MONEY: what it costs, in riel.' })
  amountRiel!: number | null;

  @Field(() => [PlanSourceNode], { description: 'Of MONEY: where it comes from.' })
  sources!: { source: MoneySource; amountRiel: number }[];

  @Field(() => PlanStateEnum, { nullable: true, description: 'Of PROGRESS: where it stands.' })
  planState!: PlanState | null;

  @Field(() => Int, { nullable: true, description: 'Of PROGRESS: how far it is, 0 to 100.' })
  percentDone!: number | null;

  @Field(() => String, { nullable: true, description: 'Of PROGRESS: where one can see it.' })
  evidenceLink!: string | null;

  @Field(() => IssueStateEnum, { nullable: true, description: 'Of a VERDICT: where the issue stands.' })
  issueState!: IssueState | null;
}
