import { Field, InputType, ObjectType } from 'type-graphql';
import { bareTypeOf, payloadTypeOf } from '../../graph/payload-type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import type { Holiday } from './office.entity.ts';

@ObjectType('Holiday', { description: 'A day on which offices are closed: clocks do not count it.' })
export class HolidayNode implements Pick<Holiday, 'day' | 'nameKm' | 'nameEn' | 'isConfirmed'> {
  @Field(() => DayScalar, { description: 'The day.' })
  day!: string;

  @Field(() => String, { description: 'Its name in Khmer.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Field(() => Boolean, {
    description: 'Whether the day is certain; days of the lunar calendar are computed until confirmed.',
  })
  isConfirmed!: boolean;
}

@InputType('AddHolidayInput', { description: 'A day on which offices are closed.' })
export class AddHolidayInput {
  @Field(() => DayScalar, { description: 'The day.' })
  day!: string;

  @Field(() => String, { description: 'Its name in Khmer, up to 200 characters.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English, up to 200 characters.' })
  nameEn!: string;
}

@InputType('RemoveHolidayInput', { description: 'A day on which offices work after all.' })
export class RemoveHolidayInput {
  @Field(() => DayScalar, { description: 'The day.' })
  day!: string;
}

export const AddHolidayPayload = payloadTypeOf('AddHoliday', 'holiday', () => HolidayNode);
export const RemoveHolidayPayload = bareTypeOf('RemoveHoliday');
