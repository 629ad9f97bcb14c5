import {
  type Indicator,
  indicatorKeys,
  reportFormats,
  type ReportKind,
  reportKindKeys,
} from '@samleng/vocabulary';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { enumOf } from '../../graph/enums.ts';
import { payloadTypeOf } from '../../graph/payload-type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { type Cut, cutKeys } from './count-children.ts';
import type { RightsReport } from './report.entity.ts';

export const IndicatorEnum = enumOf('Indicator', indicatorKeys, "What is watched of children's rights.");
export const ReportKindEnum = enumOf(
  'ReportKind',
  reportKindKeys,
  'A report that is frozen from the figures.',
);
export const ReportFormatEnum = enumOf('ReportFormat', reportFormats, 'How a report is given out.');
export const ChildCutEnum = enumOf('ChildCut', cutKeys, 'What children are told apart by.');
export const ReportLanguageEnum = enumOf('ReportLanguage', ['km', 'en'] as const, 'The language of a file.');

@ObjectType('ChildrenOfGroup', { description: 'How many children of a group.' })
export class ChildrenOfGroupNode {
  @Field(() => ChildCutEnum, { description: 'What they are told apart by.' })
  cut!: Cut;

  @Field(() => String, { description: 'The group; REST for all others.' })
  key!: string;

  @Field(() => Int, { nullable: true, description: 'How many; empty when too few to show.' })
  count!: number | null;
}

@ObjectType('IndicatorFigure', { description: 'One figure with what it is taken of.' })
export class IndicatorFigureNode {
  @Field(() => IndicatorEnum, { description: 'What is measured.' })
  indicator!: Indicator;

  @Field(() => Float, { nullable: true, description: 'The figure; empty when unknown or too few to show.' })
  value!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a rate: those it counts.' })
  part!: number | null;

  @Field(() => Int, { nullable: true, description: 'What it is taken of.' })
  whole!: number | null;

  @Field(() => [ChildrenOfGroupNode], { description: 'Of children: by group.' })
  groups!: readonly ChildrenOfGroupNode[];
}

@ObjectType('IssueFiguresOf', { description: 'What became of the issues of a place, or of an article.' })
export class IssueFiguresNode {
  @Field(() => Int, { nullable: true, description: 'The article of the Convention.' })
  article?: number;

  @Field(() => String, { nullable: true, description: 'The place.' })
  placeCode?: string;

  @Field(() => String, { nullable: true, description: 'Its name in Khmer.' })
  km?: string;

  @Field(() => String, { nullable: true, description: 'Its name in English.' })
  en?: string;

  @Field(() => Int, { description: 'Published issues.' })
  issues!: number;

  @Field(() => Int, { description: 'Those that were answered.' })
  answered!: number;

  @Field(() => Int, { description: 'Those that are done.' })
  done!: number;

  @Field(() => Int, { nullable: true, description: 'Working days to the answer: as many took less as more.' })
  medianWorkingDays!: number | null;
}

@ObjectType('RightsFigures', { description: 'All figures of a place and period.' })
export class RightsFiguresNode {
  @Field(() => String, { description: 'The place; empty for the whole country.' })
  placeCode!: string;

  @Field(() => String, { description: 'Its name in Khmer.' })
  placeKm!: string;

  @Field(() => String, { description: 'Its name in English.' })
  placeEn!: string;

  @Field(() => DayScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DayScalar, { description: 'The last day.' })
  to!: string;

  @Field(() => [IndicatorFigureNode], { description: 'Every indicator.' })
  indicators!: readonly IndicatorFigureNode[];

  @Field(() => [IssueFiguresNode], { description: 'By article of the Convention.' })
  articles!: readonly IssueFiguresNode[];

  @Field(() => [IssueFiguresNode], { description: 'By place one level below, in the order of their codes.' })
  places!: readonly IssueFiguresNode[];

  @Field(() => Boolean, { description: 'Whether the viewer may freeze a report of this place.' })
  mayBuildReport!: boolean;
}

@ObjectType('RightsReport', { description: 'Figures frozen on a day, with their hash.' })
export class RightsReportNode implements Pick<
  RightsReport,
  'id' | 'kind' | 'fromDay' | 'toDay' | 'hash' | 'madeOn'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ReportKindEnum, { description: 'What it is for.' })
  kind!: ReportKind;

  @Field(() => DayScalar, { description: 'The first day.' })
  fromDay!: string;

  @Field(() => DayScalar, { description: 'The last day.' })
  toDay!: string;

  @Field(() => String, { description: 'SHA-256 over the figures as canonical JSON.' })
  hash!: string;

  @Field(() => DayScalar, { description: 'When it was frozen.' })
  madeOn!: string;
}
export const RightsReportConnection = connectionOf('RightsReport', () => RightsReportNode);

@ObjectType('RightsReportFile', { description: 'A report as a file.' })
export class RightsReportFileNode {
  @Field(() => String, { description: 'A name for it.' })
  fileName!: string;

  @Field(() => String, { description: 'Its media type.' })
  mediaType!: string;

  @Field(() => String, { description: 'Its bytes.' })
  base64!: string;
}

@InputType('BuildRightsReportInput', { description: 'What to freeze.' })
export class BuildRightsReportInput {
  @Field(() => ID, { description: 'Made by the form: the same id is the same report.' })
  id!: string;

  @Field(() => ReportKindEnum, { description: 'What it is for.' })
  kind!: ReportKind;

  @Field(() => String, { description: 'The place; empty for the whole country.' })
  placeCode!: string;

  @Field(() => DayScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DayScalar, { description: 'The last day.' })
  to!: string;
}

export const BuildRightsReportPayload = payloadTypeOf('BuildRightsReport', 'report', () => RightsReportNode);
