import { DayScalar } from '@samleng/server';
import { Field, Int, ObjectType } from 'type-graphql';
import type { AccessReport } from './access-report.entity.ts';
import type { CountLine } from './count-cases.ts';

@ObjectType('AccessLine', { description: "One person's openings in a week." })
export class AccessLineNode {
  @Field(() => Int, { description: 'How often they opened a case.' })
  openings!: number;

  @Field(() => Int, { description: 'How many different cases.' })
  cases!: number;

  @Field(() => Int, { description: 'How often outside 06:00 to 20:00.' })
  atNight!: number;

  @Field(() => Int, { description: 'How many referrals they made.' })
  referrals!: number;

  accountId!: string;
}

@ObjectType('AccessReport', { description: 'Who read how much in a week. It names no case.' })
export class AccessReportNode implements Pick<AccessReport, 'weekOf' | 'madeAt'> {
  @Field(() => DayScalar, { description: 'The Monday the week begins with.' })
  weekOf!: string;

  @Field(() => Date, { description: 'When it was made.' })
  madeAt!: Date;

  @Field(() => [AccessLineNode], { description: 'Who read most first.' })
  lines!: AccessLineNode[];
}

@ObjectType('CaseCount', { description: 'How many cases came, by province and quarter.' })
export class CaseCountNode implements CountLine {
  @Field(() => String, { description: 'The province; empty: the place was not said.' })
  provinceCode!: string;

  @Field(() => String, { description: 'The quarter: `2026-Q4`.' })
  quarter!: string;

  @Field(() => Int, { nullable: true, description: 'How many; empty: fewer than 10.' })
  received!: number | null;
}
