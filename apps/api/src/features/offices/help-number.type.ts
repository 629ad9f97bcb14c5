import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { bareTypeOf, payloadTypeOf } from '../../graph/payload-type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import type { HelpNumber } from './office.entity.ts';

@ObjectType('HelpNumber', { description: 'A number that helps children.' })
export class HelpNumberNode implements Pick<
  HelpNumber,
  'id' | 'number' | 'nameKm' | 'nameEn' | 'isFree' | 'takesSms' | 'hours' | 'checkedOn'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The number to call.' })
  number!: string;

  @Field(() => String, { description: 'Who answers, in Khmer.' })
  nameKm!: string;

  @Field(() => String, { description: 'Who answers, in English.' })
  nameEn!: string;

  @Field(() => String, { nullable: true, description: 'What a child should know before calling, in Khmer.' })
  noteKm!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What a child should know before calling, in English.',
  })
  noteEn!: string | null;

  @Field(() => Boolean, { description: 'Whether the call costs nothing.' })
  isFree!: boolean;

  @Field(() => Boolean, { description: 'Whether one can write to it by SMS.' })
  takesSms!: boolean;

  @Field(() => String, { description: 'When somebody answers, such as 24/7.' })
  hours!: string;

  @Field(() => DayScalar, { description: 'The day on which somebody last checked that it answers.' })
  checkedOn!: string;
}

@InputType('SaveHelpNumberInput', { description: 'A number that helps children.' })
export class SaveHelpNumberInput {
  @Field(() => ID, { nullable: true, description: 'Which number to change; empty: a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'The number, in any digits.' })
  number!: string;

  @Field(() => String, { description: 'Who answers, in Khmer, up to 200 characters.' })
  nameKm!: string;

  @Field(() => String, { description: 'Who answers, in English, up to 200 characters.' })
  nameEn!: string;

  @Field(() => String, { nullable: true, description: 'What to know before calling, in Khmer.' })
  noteKm?: string | null;

  @Field(() => String, { nullable: true, description: 'What to know before calling, in English.' })
  noteEn?: string | null;

  @Field(() => Boolean, { description: 'Whether the call costs nothing.' })
  isFree!: boolean;

  @Field(() => Boolean, { description: 'Whether one can write to it by SMS.' })
  takesSms!: boolean;

  @Field(() => String, { description: 'When somebody answers, such as 24/7.' })
  hours!: string;

  @Field(() => String, { nullable: true, description: 'The place it helps; empty: the whole country.' })
  placeCode?: string | null;

  @Field(() => DayScalar, { description: 'The day on which somebody checked that it answers.' })
  checkedOn!: string;
}

@InputType('RetireHelpNumberInput', { description: 'A number that answers no more.' })
export class RetireHelpNumberInput {
  @Field(() => ID, { description: 'Which number.' })
  id!: string;
}

export const SaveHelpNumberPayload = payloadTypeOf('SaveHelpNumber', 'helpNumber', () => HelpNumberNode);
export const RetireHelpNumberPayload = bareTypeOf('RetireHelpNumber');
