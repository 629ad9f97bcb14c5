import { DayScalar } from '@samleng/server';
import { Field, Int, ObjectType } from 'type-graphql';
import type { AccessReport } from './access-report.entity.ts';
import type { CountLine } from './count-cases.ts';
import type { DeskState } from './desk-state.ts';

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

@ObjectType('BreakGlassDrill', {
  description: 'The last drill: how many cases two people could have opened.',
})
export class BreakGlassDrillNode {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => Int, { description: 'How many cases were tried.' })
  cases!: number;

  @Field(() => Int, { description: 'How many would have opened.' })
  opened!: number;
}

@ObjectType('DeskState', { description: 'How the desk stands. It names no case.' })
export class DeskStateNode implements DeskState {
  @Field(() => Int, { description: 'How many entries the audit has.' })
  auditEntries!: number;

  @Field(() => String, { description: 'The head of the audit: its last hash, 64 hexadecimal digits.' })
  auditHead!: string;

  @Field(() => Boolean, { description: 'Whether no alarm about the audit is unseen.' })
  isAuditInOrder!: boolean;

  @Field(() => String, { description: 'The public break-glass key: 64 hexadecimal digits.' })
  breakGlassKey!: string;

  @Field(() => BreakGlassDrillNode, { nullable: true, description: 'The last drill, if there was one.' })
  drill!: BreakGlassDrillNode | null;

  @Field(() => Date, { nullable: true, description: 'When glass was broken last.' })
  brokenAt!: Date | null;
}
