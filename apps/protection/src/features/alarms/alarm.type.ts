import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { AlarmKindEnum } from '../../graph/enums.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import type { AlarmKind } from '../../lists.ts';
import type { Problem } from '../../problems.ts';
import type { Alarm } from './alarm.entity.ts';

@ObjectType('Alarm', { description: 'Something somebody must look into at once.' })
export class AlarmNode implements Pick<
  Alarm,
  'id' | 'kind' | 'caseId' | 'placeCode' | 'raisedAt' | 'seenAt'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => AlarmKindEnum, { description: 'What it is about.' })
  kind!: AlarmKind;

  @Field(() => ID, { nullable: true, description: 'The case, if it is about one.' })
  caseId!: Alarm['caseId'];

  @Field(() => String, { description: 'The area; empty: the whole desk.' })
  placeCode!: string;

  @Field(() => Date, { description: 'When it was raised.' })
  raisedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When somebody looked into it.' })
  seenAt!: Alarm['seenAt'];
}

export const AlarmConnection = connectionOf('Alarm', () => AlarmNode);

@InputType('SeeAlarmInput', { description: 'Which alarm was looked into.' })
export class SeeAlarmInput {
  @Field(() => ID, { description: 'The alarm.' })
  alarmId!: string;
}

@ObjectType('SeeAlarmPayload', { description: 'The alarm.' })
export class SeeAlarmPayload {
  @Field(() => AlarmNode, { nullable: true, description: 'The alarm as it is now.' })
  alarm!: Alarm | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}
