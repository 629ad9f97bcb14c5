import { type BudgetTag, budgetTags, type PlanSector } from '@samleng/vocabulary';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf, PlanSectorEnum } from '../../graph/enums.ts';
import type { BudgetLine, BudgetYear } from './budget.entity.ts';

const BudgetTagEnum = enumOf(
  'BudgetTag',
  budgetTags,
  'For whom a budget line is. What is for children counts among the social services too.',
);

@ObjectType('BudgetLine', { description: 'One line of a commune budget.' })
export class BudgetLineNode implements Pick<BudgetLine, 'code' | 'sector' | 'tag' | 'plannedRiel'> {
  @Field(() => String, { description: 'Its code in the document.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'In Khmer; one language is always there.' })
  titleKm!: string | null;

  @Field(() => String, { nullable: true, description: 'In English.' })
  titleEn!: string | null;

  @Field(() => PlanSectorEnum, { description: 'The sector.' })
  sector!: PlanSector;

  @Field(() => BudgetTagEnum, { description: 'For whom it is.' })
  tag!: BudgetTag;

  @Field(() => Float, { description: 'Planned, in riel.' })
  plannedRiel!: number;

  @Field(() => Float, { nullable: true, description: 'Spent, in riel; empty while that is not known.' })
  spentRiel!: number | null;
}

@ObjectType('BudgetYear', { description: 'What a commune plans and has spent in one year.' })
export class BudgetYearNode implements Pick<BudgetYear, 'year' | 'source'> {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => String, { description: 'The document it comes from.' })
  source!: string;

  @Field(() => Int, { nullable: true, description: 'Children living there, as the commune counts them.' })
  children!: number | null;
}

@ObjectType('BudgetFigures', {
  description:
    'Figures of what is planned: each line bears one tag, what is for children is a social service too, a share is the sum of its lines over all lines.',
})
export class BudgetFiguresNode {
  @Field(() => Float, { description: 'All lines, in riel.' })
  plannedRiel!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Spent on all lines; empty until each is accounted for.',
  })
  spentRiel!: number | null;

  @Field(() => Float, { description: 'For social services, those for children among them.' })
  socialRiel!: number;

  @Field(() => Float, { description: 'For children.' })
  childrenRiel!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The share for social services, 0 to 1; benchmark 0.06.',
  })
  socialShare!: number | null;

  @Field(() => Float, { nullable: true, description: 'The share for children, 0 to 1.' })
  childrenShare!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What is for children over the children living there, in whole riel; empty where not known.',
  })
  rielPerChild!: number | null;
}

@ObjectType('CommuneBudgetCan', { description: 'What the viewer may do with a budget.' })
export class CommuneBudgetCanNode {
  @Field(() => Boolean, { description: 'Whether the viewer may read a year in.' })
  import!: boolean;
}

@ObjectType('CommuneBudget', { description: 'The money of a commune, year by year; for everybody.' })
export class CommuneBudgetNode {
  @Field(() => String, { description: 'The code of the commune.' })
  communeCode!: string;
}

@InputType('ImportBudgetInput', { description: 'The budget of a commune for one year.' })
export class ImportBudgetInput {
  @Field(() => String, { description: 'The commune.' })
  communeCode!: string;

  @Field(() => Int, { description: 'The year; what was read in for it before is replaced.' })
  year!: number;

  @Field(() => String, { description: 'The document it comes from, up to 200 characters.' })
  source!: string;

  @Field(() => Int, { nullable: true, description: 'How many children live there, if the commune knows.' })
  children?: number | null;

  @Field(() => String, { description: 'The file, CSV or XLSX, in base64; at most 45,000 bytes.' })
  file!: string;

  @Field(() => ID, { description: 'Made by the form: the same import is done once.' })
  importId!: string;

  @Field(() => Boolean, { description: 'Only look at it: nothing is written.' })
  isPreview!: boolean;
}
