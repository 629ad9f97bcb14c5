import type { Page } from '@samleng/server';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../graph/connection.ts';
import { payloadOf } from '../../graph/payload.ts';
import type { DeskRequest } from '../../request.ts';
import type { Alarm } from './alarm.entity.ts';
import { AlarmConnection, AlarmNode, SeeAlarmInput, SeeAlarmPayload } from './alarm.type.ts';
import { listAlarms, seeAlarm } from './see-alarm.ts';

@Resolver(() => AlarmNode)
export class AlarmResolver {
  @Query(() => AlarmConnection, {
    description: "Alarms of the viewer's area, the newest first. For supervisors and the lead.",
  })
  alarms(@Ctx() request: DeskRequest, @Args(() => PageArgs) page: PageArgs): Promise<Page<Alarm>> {
    return listAlarms(request, page);
  }

  @Mutation(() => SeeAlarmPayload, { description: 'Notes that an alarm was looked into.' })
  async seeAlarm(
    @Ctx() request: DeskRequest,
    @Arg('input', () => SeeAlarmInput, { description: 'Which alarm.' }) input: SeeAlarmInput,
  ): Promise<SeeAlarmPayload> {
    return payloadOf(await seeAlarm(request, input), (alarm) => ({ alarm }), { alarm: null });
  }
}
