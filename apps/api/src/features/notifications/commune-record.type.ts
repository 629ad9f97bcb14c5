import { Field, Int, ObjectType } from 'type-graphql';
import type { CommuneRecord } from './commune-record.ts';

@ObjectType('CommuneRecord', {
  description: "What became of a commune's issues so far: each figure with what it is a part of.",
})
export class CommuneRecordNode implements Omit<CommuneRecord, 'communeCode'> {
  @Field(() => Int, { description: 'Published issues: the whole of which the other figures are parts.' })
  issues!: number;

  @Field(() => Int, { description: 'Issues an office has answered.' })
  answered!: number;

  @Field(() => Int, { description: 'Of those, answered within 30 days.' })
  answeredInTime!: number;

  @Field(() => Int, { description: 'Issues an office calls done.' })
  done!: number;

  @Field(() => Int, { description: 'Issues of which the children say that they are solved.' })
  confirmed!: number;

  @Field(() => Int, { nullable: true, description: 'Median of the days to the first answer.' })
  medianDaysToAnswer!: number | null;

  @Field(() => Int, { description: 'Issues whose office is late now.' })
  overdue!: number;
}
