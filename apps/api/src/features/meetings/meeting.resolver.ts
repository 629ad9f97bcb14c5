import { dayInCambodia } from '@samleng/routing';
import type { ChildrenSeat, Problem } from '@samleng/vocabulary';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { payloadOf } from '../../graph/payload.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Issue, type IssueEvent, IssueEventNode, IssueNode, issuesById } from '../issues/index.ts';
import { type Office, OfficeNode, officesById } from '../offices/index.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import { type Poll, pollById, PollNode } from '../polls/index.ts';
import { bringPoll } from './bring-poll.ts';
import { makeCalendarAddress, ownCalendarAddresses, revokeCalendarAddress } from './calendar-address.ts';
import type { AgendaItem, Attendance, CalendarAddress, Faces, Meeting, Speakers } from './meeting.entity.ts';
import { mayRunMeeting, maySeeAttendance } from './meeting.policy.ts';
import {
  agendaItemsById,
  childrensSeatOf,
  headsByRole,
  isUnheard,
  itemsByIssue,
  itemsOfPoll,
  itemsShown,
  listMeetings,
  maySee,
  meetingById,
  meetingsById,
  planningYearIn,
  suggestAgenda,
  type Suggestions,
} from './meeting.queries.ts';
import {
  AgendaItemNode,
  AgendaSuggestionsNode,
  AttendanceNode,
  BringPollInput,
  BringPollPayload,
  CalendarAddressNode,
  CancelMeetingInput,
  CancelMeetingPayload,
  ChildrenSeatEnum,
  MakeCalendarAddressInput,
  MakeCalendarAddressPayload,
  MeetingCanNode,
  MeetingConnection,
  MeetingFacesNode,
  MeetingFilterInput,
  MeetingNode,
  PlanMeetingInput,
  PlanMeetingPayload,
  PlanningYearNode,
  RecordMeetingInput,
  RecordMeetingPayload,
  RevokeCalendarAddressInput,
  RevokeCalendarAddressPayload,
  RoleCountNode,
  SpeakersNode,
} from './meeting.type.ts';
import { cancelMeeting, planMeeting } from './plan-meeting.ts';
import type { PlanningYear } from './planning-year.ts';
import { recordMeeting } from './record-meeting.ts';

type Told = { problems: readonly Problem[] };
type MeetingPayload = Told & { meeting: Meeting | null };
const shown = (meeting: Meeting) => ({ meeting });
const empty = { meeting: null };

/** What only staff see: null for everybody else. */
async function forStaff<Value>(request: ApiRequest, meeting: Meeting, value: Value): Promise<Value | null> {
  return (await maySee(request, meeting)) ? value : null;
}

@Resolver(() => MeetingNode)
export class MeetingResolver {
  @Query(() => MeetingNode, { nullable: true, description: 'The meeting with this id.' })
  meeting(
    @Ctx() request: ApiRequest,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Meeting | null> {
    return meetingById(request, id);
  }

  @Query(() => MeetingConnection, { description: 'Meetings of a place, newest first or soonest first.' })
  meetings(
    @Ctx() request: ApiRequest,
    @Arg('filter', () => MeetingFilterInput, { description: 'Which.' }) filter: MeetingFilterInput,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Meeting>> {
    return listMeetings(request, filter, page);
  }

  @Query(() => AgendaSuggestionsNode, {
    nullable: true,
    description: 'For those who run meetings of a place: what the next agenda is built from.',
  })
  agendaSuggestions(
    @Ctx() request: ApiRequest,
    @Arg('placeCode', () => String, { description: 'The place.' }) placeCode: string,
    @Arg('issues', () => Int, { defaultValue: 3, description: 'How many issues, at most 12.' }) most: number,
  ): Promise<Suggestions | null> {
    return suggestAgenda(request, placeCode, most);
  }

  @Query(() => PlanningYearNode, { description: "A commune's planning year, for everybody." })
  planningYear(
    @Ctx() request: ApiRequest,
    @Arg('placeCode', () => String, { description: 'The commune.' }) placeCode: string,
  ): Promise<PlanningYear> {
    return planningYearIn(request, placeCode);
  }

  @FieldResolver(() => PlaceNode, { description: 'Where it is.' })
  async place(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<Place> {
    return (await load(request, placesByCode, meeting.placeCode))!;
  }

  @FieldResolver(() => DayScalar, { description: 'The day it is held.' })
  heldOn(@Root() meeting: Meeting): string {
    return dayInCambodia(meeting.startsAt);
  }

  @FieldResolver(() => [AgendaItemNode], {
    description:
      'Its agenda for staff; for everybody what a held meeting spoke about, but what children left for.',
  })
  items(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<readonly AgendaItem[]> {
    return itemsShown(request, meeting);
  }

  @FieldResolver(() => Date, { nullable: true, description: 'When it begins; staff only.' })
  startsAt(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<Date | null> {
    return forStaff(request, meeting, meeting.startsAt);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How long it lasts; staff only.' })
  minutes(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<number | null> {
    return forStaff(request, meeting, meeting.minutes ?? null);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The house or hall; staff only.' })
  venue(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<string | null> {
    return forStaff(request, meeting, meeting.venue ?? null);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Girls who are offered a seat; staff only.' })
  invitedGirls(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<number | null> {
    return forStaff(request, meeting, meeting.invitedGirls);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Boys who are offered a seat; staff only.' })
  invitedBoys(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<number | null> {
    return forStaff(request, meeting, meeting.invitedBoys);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Facilitators who come with them; staff only.' })
  invitedFacilitators(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<number | null> {
    return forStaff(request, meeting, meeting.invitedFacilitators);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The minutes; staff only.' })
  notes(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<string | null> {
    return forStaff(request, meeting, meeting.notes ?? null);
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The record that stands; who runs it.' })
  recordId(@Ctx() { viewer }: ApiRequest, @Root() meeting: Meeting): string | null {
    return mayRunMeeting(viewer, meeting) ? (meeting.recordId ?? null) : null;
  }

  @FieldResolver(() => [RoleCountNode], { description: 'Who came, by role; staff only.' })
  async attendanceByRole(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<RoleCountNode[]> {
    return (await forStaff(request, meeting, headsByRole(meeting))) ?? [];
  }

  @FieldResolver(() => [AttendanceNode], { description: 'Who came, by group; those who run meetings there.' })
  attendance(@Ctx() { viewer }: ApiRequest, @Root() meeting: Meeting): readonly Attendance[] {
    return maySeeAttendance(viewer, meeting) ? (meeting.attendance ?? []) : [];
  }

  @FieldResolver(() => MeetingFacesNode, {
    nullable: true,
    description: "The children's own word on it; those who run meetings there.",
  })
  faces(@Ctx() { viewer }: ApiRequest, @Root() meeting: Meeting): Faces | null {
    return maySeeAttendance(viewer, meeting) ? (meeting.faces ?? null) : null;
  }

  @FieldResolver(() => ChildrenSeatEnum, {
    nullable: true,
    description: 'What became of the seat children were offered; staff only, once it was held.',
  })
  childrensSeat(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<ChildrenSeat | null> {
    return forStaff(request, meeting, childrensSeatOf(meeting));
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether children came and nothing of them was heard; staff only.',
  })
  async isUnheard(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<boolean | null> {
    return forStaff(request, meeting, await isUnheard(request, meeting));
  }

  @FieldResolver(() => MeetingCanNode, { description: 'What the viewer may do with it.' })
  async viewerCan(@Ctx() request: ApiRequest, @Root() meeting: Meeting): Promise<MeetingCanNode> {
    const isRunner = mayRunMeeting(request.viewer, meeting);
    return {
      see: await maySee(request, meeting),
      plan: isRunner && meeting.state === 'PLANNED',
      record: isRunner && meeting.startsAt <= request.clock.now(),
    };
  }

  @Mutation(() => PlanMeetingPayload, { description: 'A facilitator plans a meeting and its agenda.' })
  async planMeeting(
    @Ctx() request: ApiRequest,
    @Arg('input', () => PlanMeetingInput, { description: 'The meeting.' }) input: PlanMeetingInput,
  ): Promise<MeetingPayload> {
    return payloadOf(await planMeeting(request, input), shown, empty);
  }

  @Mutation(() => RecordMeetingPayload, { description: 'A facilitator hands in the record of a meeting.' })
  async recordMeeting(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RecordMeetingInput, { description: 'The record.' }) input: RecordMeetingInput,
  ): Promise<MeetingPayload> {
    return payloadOf(await recordMeeting(request, input), shown, empty);
  }

  @Mutation(() => BringPollPayload, { description: 'A facilitator puts a closed poll on an agenda.' })
  async bringPoll(
    @Ctx() request: ApiRequest,
    @Arg('input', () => BringPollInput, { description: 'Which, and where.' }) input: BringPollInput,
  ): Promise<MeetingPayload> {
    return payloadOf(await bringPoll(request, input), shown, empty);
  }

  @Mutation(() => CancelMeetingPayload, { description: 'A facilitator calls a meeting off.' })
  async cancelMeeting(
    @Ctx() request: ApiRequest,
    @Arg('input', () => CancelMeetingInput, { description: 'Which.' }) input: CancelMeetingInput,
  ): Promise<MeetingPayload> {
    return payloadOf(await cancelMeeting(request, input), shown, empty);
  }
}

@Resolver(() => AgendaItemNode)
export class AgendaItemResolver {
  @FieldResolver(() => MeetingNode, { description: 'The meeting.' })
  async meeting(@Ctx() request: ApiRequest, @Root() item: AgendaItem): Promise<Meeting> {
    return (await load(request, meetingsById, item.meetingId))!;
  }

  @FieldResolver(() => IssueNode, { nullable: true, description: 'The issue it is about.' })
  async issue(@Ctx() request: ApiRequest, @Root() { issueId }: AgendaItem): Promise<Issue | null> {
    return issueId ? ((await load(request, issuesById, issueId)) ?? null) : null;
  }

  @FieldResolver(() => PollNode, { nullable: true, description: 'The poll whose result it is about.' })
  async poll(@Ctx() request: ApiRequest, @Root() { kind, subjectId }: AgendaItem): Promise<Poll | null> {
    return kind === 'POLL' && subjectId ? pollById(request, subjectId) : null;
  }

  @FieldResolver(() => OfficeNode, { nullable: true, description: 'The office that is to do it.' })
  async office(@Ctx() request: ApiRequest, @Root() { officeId }: AgendaItem): Promise<Office | null> {
    return officeId ? ((await load(request, officesById, officeId)) ?? null) : null;
  }

  @FieldResolver(() => AgendaItemNode, { nullable: true, description: 'The earlier item it goes on with.' })
  async carriedFrom(@Ctx() request: ApiRequest, @Root() item: AgendaItem): Promise<AgendaItem | null> {
    return item.carriedFromId ? ((await load(request, agendaItemsById, item.carriedFromId)) ?? null) : null;
  }

  @FieldResolver(() => [SpeakersNode], { description: 'Who spoke, by counts; those who run meetings there.' })
  async spoke(@Ctx() request: ApiRequest, @Root() item: AgendaItem): Promise<readonly Speakers[]> {
    const meeting = await load(request, meetingsById, item.meetingId);
    return meeting && maySeeAttendance(request.viewer, meeting) ? (item.spoke ?? []) : [];
  }
}

@Resolver(() => IssueNode)
export class IssueMeetingsResolver {
  @FieldResolver(() => [AgendaItemNode], { description: 'What meetings said about it, oldest first.' })
  async agendaItems(@Ctx() request: ApiRequest, @Root() issue: Issue): Promise<readonly AgendaItem[]> {
    return (await load(request, itemsByIssue, issue.id)) ?? [];
  }
}

@Resolver(() => PollNode)
export class PollMeetingsResolver {
  @FieldResolver(() => [AgendaItemNode], {
    description:
      'Meetings it was brought to, earliest first: planned ones for their staff, held ones for all.',
  })
  agendaItems(@Ctx() request: ApiRequest, @Root() poll: Poll): Promise<readonly AgendaItem[]> {
    return itemsOfPoll(request, poll.id);
  }
}

@Resolver(() => IssueEventNode)
export class MeetingEventResolver {
  @FieldResolver(() => AgendaItemNode, { nullable: true, description: 'The item of a meeting it speaks of.' })
  async agendaItem(@Ctx() request: ApiRequest, @Root() event: IssueEvent): Promise<AgendaItem | null> {
    return event.agendaItemId ? ((await load(request, agendaItemsById, event.agendaItemId)) ?? null) : null;
  }
}

@Resolver(() => CalendarAddressNode)
export class CalendarAddressResolver {
  @Query(() => [CalendarAddressNode], { description: "The viewer's own addresses for calendar programs." })
  calendarAddresses(@Ctx() request: ApiRequest): Promise<CalendarAddress[]> {
    return ownCalendarAddresses(request);
  }

  @FieldResolver(() => PlaceNode, { description: 'The place whose meetings it shows.' })
  async place(@Ctx() request: ApiRequest, @Root() address: CalendarAddress): Promise<Place> {
    return (await load(request, placesByCode, address.placeCode))!;
  }

  @FieldResolver(() => DayScalar, { description: 'The day it was made.' })
  madeOn(@Root() address: CalendarAddress): string {
    return dayInCambodia(address.madeAt);
  }

  @Mutation(() => MakeCalendarAddressPayload, {
    description: 'Staff make an address for a calendar program.',
  })
  async makeCalendarAddress(
    @Ctx() request: ApiRequest,
    @Arg('input', () => MakeCalendarAddressInput, { description: 'Which place.' })
    input: MakeCalendarAddressInput,
  ): Promise<Told & { address: CalendarAddress | null; secret: string | null }> {
    return payloadOf(
      await makeCalendarAddress(request, input),
      ({ address, token }) => ({ address, secret: token }),
      { address: null, secret: null },
    );
  }

  @Mutation(() => RevokeCalendarAddressPayload, { description: 'Whoever made an address ends it.' })
  async revokeCalendarAddress(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RevokeCalendarAddressInput, { description: 'Which.' })
    input: RevokeCalendarAddressInput,
  ): Promise<Told & { address: CalendarAddress | null }> {
    return payloadOf(await revokeCalendarAddress(request, input), (address) => ({ address }), {
      address: null,
    });
  }
}
