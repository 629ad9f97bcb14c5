import type { Category, Level, OfficeKind, Topic } from '@samleng/vocabulary';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { CategoryEnum, LevelEnum, OfficeKindEnum, TopicEnum } from '../../graph/enums.ts';
import { bareTypeOf, payloadTypeOf } from '../../graph/payload-type.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import type { RoutingRule } from './office.entity.ts';

@ObjectType('RoutingRule', {
  description: 'One line of the table that sends issues to offices. The most exact line that fits wins.',
})
export class RoutingRuleNode implements Pick<RoutingRule, 'id' | 'level' | 'officeKind' | 'isUsual'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => CategoryEnum, { nullable: true, description: 'For this category; empty: for every one.' })
  category!: Category | null;

  @Field(() => TopicEnum, { nullable: true, description: 'For this topic; empty: for every one.' })
  topic!: Topic | null;

  @Field(() => LevelEnum, { description: 'For issues of places of this level.' })
  level!: Level;

  @Field(() => OfficeKindEnum, { description: 'The kind of office that answers.' })
  officeKind!: OfficeKind;

  @Field(() => Boolean, { description: 'Whether it came with the product and was not changed.' })
  isUsual!: boolean;
}

export const RoutingRuleConnection = connectionOf('RoutingRule', () => RoutingRuleNode);

@ObjectType('RouteStep', { description: 'One reason on the way to an office.' })
export class RouteStepNode {
  @Field(() => String, {
    description:
      'What happened: RULE_USED, OFFICE_MISSING, OFFICE_INACTIVE, AVOIDED_OWN_PEOPLE, AVOIDED_UNDER_ACCUSED, AVOIDED_HAD_IT or OFFICE_CHOSEN.',
  })
  code!: string;

  @Field(() => OfficeKindEnum, { nullable: true, description: 'The kind of office the step speaks of.' })
  officeKind!: OfficeKind | null;

  ruleId!: string | null;
  officeId!: string | null;
}

@ObjectType('RouteTrial', { description: 'Where an issue would go, and why.' })
export class RouteTrialNode {
  @Field(() => [RouteStepNode], { description: 'The reasons, in order.' })
  steps!: RouteStepNode[];

  @Field(() => [ProblemType], { description: 'Why it would reach nobody, or what the question lacks.' })
  problems!: readonly ProblemType[];

  officeId!: string | null;
}

@InputType('RouteTrialInput', { description: 'An issue that might be.' })
export class RouteTrialInput {
  @Field(() => CategoryEnum, { description: 'What it is about.' })
  category!: Category;

  @Field(() => TopicEnum, { nullable: true, description: 'What it is about, more exactly.' })
  topic?: Topic | null;

  @Field(() => String, { description: 'The code of the place it belongs to; empty: the whole country.' })
  placeCode!: string;

  @Field(() => OfficeKindEnum, { nullable: true, description: 'Whose own people it is about.' })
  aboutOfficeKind?: OfficeKind | null;
}

@InputType('SetRoutingRuleInput', { description: 'A line for the table that sends issues to offices.' })
export class SetRoutingRuleInput {
  @Field(() => CategoryEnum, { nullable: true, description: 'For this category; empty: for every one.' })
  category?: Category | null;

  @Field(() => TopicEnum, { nullable: true, description: 'For this topic of the category only.' })
  topic?: Topic | null;

  @Field(() => LevelEnum, { description: 'For issues of places of this level.' })
  level!: Level;

  @Field(() => String, { nullable: true, description: 'Only in this place and below; empty: everywhere.' })
  placeCode?: string | null;

  @Field(() => OfficeKindEnum, { description: 'The kind of office that answers.' })
  officeKind!: OfficeKind;
}

@InputType('RemoveRoutingRuleInput', { description: 'A line to take back.' })
export class RemoveRoutingRuleInput {
  @Field(() => ID, { description: 'Which line.' })
  ruleId!: string;
}

export const SetRoutingRulePayload = payloadTypeOf('SetRoutingRule', 'routingRule', () => RoutingRuleNode);
export const RemoveRoutingRulePayload = bareTypeOf('RemoveRoutingRule');
