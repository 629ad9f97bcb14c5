import type { Problem } from '@samleng/vocabulary';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { addHoliday } from './add-holiday.ts';
import { holidaysOfYear } from './holiday.queries.ts';
import {
  AddHolidayInput,
  AddHolidayPayload,
  HolidayNode,
  RemoveHolidayInput,
  RemoveHolidayPayload,
} from './holiday.type.ts';
import type { Holiday } from './office.entity.ts';
import { removeHoliday } from './remove-holiday.ts';

@Resolver(() => HolidayNode)
export class HolidayResolver {
  @Query(() => [HolidayNode], { description: 'The days of a year on which offices are closed, in order.' })
  holidays(
    @Ctx() request: ApiRequest,
    @Arg('year', () => Int, { description: 'The year, such as 2027.' }) year: number,
  ): Promise<Holiday[]> {
    return holidaysOfYear(request, year);
  }

  @Mutation(() => AddHolidayPayload, { description: 'An administrator adds or confirms a holiday.' })
  async addHoliday(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AddHolidayInput, { description: 'The day.' }) input: AddHolidayInput,
  ): Promise<{ holiday: Holiday | null; problems: readonly Problem[] }> {
    return payloadOf(await addHoliday(request, input), (holiday) => ({ holiday }), { holiday: null });
  }

  @Mutation(() => RemoveHolidayPayload, { description: 'An administrator removes a holiday.' })
  async removeHoliday(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RemoveHolidayInput, { description: 'The day.' }) input: RemoveHolidayInput,
  ): Promise<{ problems: readonly Problem[] }> {
    return payloadOf(await removeHoliday(request, input), () => ({}), {});
  }
}
