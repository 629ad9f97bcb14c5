import {
  type AgendaItemKind,
  agendaItemKinds,
  type AgendaOutcome,
  agendaOutcomes,
  type AttendanceRole,
  attendanceRoles,
  childrenSeats,
  type CountedSex,
  type MeetingKind,
  meetingKindKeys,
  type MeetingState,
  meetingStates,
  type PlanningStep,
  planningStepKeys,
} from '@samleng/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { enumOf } from '../../graph/enums.ts';
import { payloadTypeOf } from '../../graph/payload-type.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { IssueNode } from '../issues/index.ts';
import { PollNode } from '../polls/index.ts';
import { CountedSexEnum, HeadcountInput, HeadcountNode } from '../networks/index.ts';
import type { AgendaItem, Meeting } from './meeting.entity.ts';

export const MeetingKindEnum = enumOf('MeetingKind', meetingKindKeys, 'A kind of meeting.');
export const MeetingStateEnum = enumOf('MeetingState', meetingStates, 'Where a meeting stands.');
export const AgendaItemKindEnum = enumOf('AgendaItemKind', agendaItemKinds, 'What an item is about.');
export const AgendaOutcomeEnum = enumOf('AgendaOutcome', agendaOutcomes, 'What became of an item.');
export const AttendanceRoleEnum = enumOf('AttendanceRole', attendanceRoles, 'As what somebody came.');
export const ChildrenSeatEnum = enumOf('ChildrenSeat', childrenSeats, "What became of the children's seat.");
export const PlanningStepEnum = enumOf('PlanningStep', planningStepKeys, 'A step of the planning year.');

@ObjectType('Attendance', { description: 'How many people of one group and role came.' })
export class AttendanceNode extends HeadcountNode {
  @Field(() => AttendanceRoleEnum, { description: 'As what they came.' })
  role!: AttendanceRole;
}

@ObjectType('RoleCount', { description: 'How many people of one role came.' })
export class RoleCountNode {
  @Field(() => AttendanceRoleEnum, { description: 'As what they came.' })
  role!: AttendanceRole;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('Speakers', { description: 'How many people of a role and sex spoke on an item.' })
export class SpeakersNode {
  @Field(() => AttendanceRoleEnum, { description: 'As what they came.' })
  role!: AttendanceRole;

  @Field(() => CountedSexEnum, { description: 'Their sex.' })
  sex!: CountedSex;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('MeetingFaces', {
  description: "The children's own word on a meeting: how many chose each face.",
})
export class MeetingFacesNode {
  @Field(() => Int, { description: 'It was good.' })
  HAPPY!: number;

  @Field(() => Int, { description: 'It was so-so.' })
  SO_SO!: number;

  @Field(() => Int, { description: 'It was not good.' })
  SAD!: number;
}

@ObjectType('MeetingCan', { description: 'What the viewer may do with a meeting.' })
export class MeetingCanNode {
  @Field(() => Boolean, { description: 'Whether the viewer sees more than everybody does.' })
  see!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer changes its agenda or calls it off.' })
  plan!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer records it, or puts its record right.' })
  record!: boolean;
}

@ObjectType('Meeting', { description: 'A meeting children bring issues to. Nobody is named.' })
export class MeetingNode implements Pick<Meeting, 'id' | 'kind' | 'state'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => MeetingKindEnum, { description: 'What it is.' })
  kind!: MeetingKind;

  @Field(() => MeetingStateEnum, { description: 'Where it stands.' })
  state!: MeetingState;
}

@ObjectType('AgendaItem', { description: 'One thing a meeting speaks about, and what became of it.' })
export class AgendaItemNode implements Pick<AgendaItem, 'id' | 'position' | 'kind' | 'isWithoutChildren'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'Its place on the agenda, 1 first.' })
  position!: number;

  @Field(() => AgendaItemKindEnum, { description: 'What it is about.' })
  kind!: AgendaItemKind;

  @Field(() => ID, { nullable: true, description: 'The finding or poll it is about, by its id.' })
  subjectId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its title in Khmer, when it has one of its own.' })
  titleKm!: string | null;

  @Field(() => String, { nullable: true, description: 'Its title in English, when it has one of its own.' })
  titleEn!: string | null;

  @Field(() => Int, { nullable: true, description: 'How long it may take.' })
  minutes!: number | null;

  @Field(() => Boolean, { description: 'Whether children leave the room for it.' })
  isWithoutChildren!: boolean;

  @Field(() => AgendaOutcomeEnum, { nullable: true, description: 'What became of it.' })
  outcome!: AgendaOutcome | null;

  @Field(() => String, { nullable: true, description: 'The decision in Khmer.' })
  decisionKm!: string | null;

  @Field(() => String, { nullable: true, description: 'The decision in English.' })
  decisionEn!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'By when it is to be done.' })
  dueOn!: string | null;
}

@ObjectType('AgendaSuggestions', { description: 'What the next agenda of a place is built from.' })
export class AgendaSuggestionsNode {
  @Field(() => [AgendaItemNode], { description: 'Carried over or not reached, oldest first.' })
  carriedOver!: AgendaItemNode[];

  @Field(() => [IssueNode], { description: 'The issues that stand first and wait for something.' })
  issues!: IssueNode[];

  @Field(() => [PollNode], { description: 'Closed polls that no meeting has heard of, newest first.' })
  polls!: PollNode[];
}

@ObjectType('PlannedStep', { description: 'A step of the planning year.' })
export class PlannedStepNode {
  @Field(() => PlanningStepEnum, { description: 'Which one.' })
  step!: PlanningStep;

  @Field(() => DayScalar, { description: 'Its first day.' })
  from!: string;

  @Field(() => DayScalar, { description: 'Its last day.' })
  to!: string;

  @Field(() => Boolean, { description: 'Whether it is now.' })
  isNow!: boolean;

  @Field(() => Boolean, { description: 'Whether it is over.' })
  isOver!: boolean;
}

@ObjectType('PlanningYear', {
  description: "The commune's planning year, with the countdown to the workshop.",
})
export class PlanningYearNode {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => [PlannedStepNode], { description: 'Its steps, in order.' })
  steps!: PlannedStepNode[];

  @Field(() => DayScalar, {
    description: 'The day of the district integration workshop, or of its first month.',
  })
  workshopOn!: string;

  @Field(() => Boolean, { description: 'Whether that day is planned.' })
  isWorkshopDated!: boolean;

  @Field(() => Int, { description: 'Days until then.' })
  daysToWorkshop!: number;

  @Field(() => Int, { description: "Days in which children's priorities can still be ranked for it." })
  daysToRanking!: number;
}

@ObjectType('CalendarAddress', { description: 'A secret address for a calendar program.' })
export class CalendarAddressNode {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

export const MeetingConnection = connectionOf('Meeting', () => MeetingNode);

@InputType('MeetingFilter', { description: 'Which meetings are asked for.' })
export class MeetingFilterInput {
  @Field(() => String, { description: 'A place, with all below it.' })
  placeCode!: string;

  @Field(() => MeetingStateEnum, { nullable: true, description: 'Only those that stand so.' })
  state?: MeetingState | null;

  @Field(() => DayScalar, { nullable: true, description: 'From this day on, soonest first.' })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Until this day.' })
  to?: string | null;
}

@InputType('AttendanceInput', { description: 'How many people of one group and role came.' })
export class AttendanceInput extends HeadcountInput {
  @Field(() => AttendanceRoleEnum, { description: 'As what they came.' })
  role!: AttendanceRole;
}

@InputType('SpeakersInput', { description: 'How many people of a role and sex spoke on an item.' })
export class SpeakersInput {
  @Field(() => AttendanceRoleEnum, { description: 'As what they came.' })
  role!: AttendanceRole;

  @Field(() => CountedSexEnum, { description: 'Their sex.' })
  sex!: CountedSex;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@InputType('MeetingFacesInput', { description: 'How many children chose each face.' })
export class MeetingFacesInput {
  @Field(() => Int, { description: 'It was good.' })
  HAPPY!: number;

  @Field(() => Int, { description: 'It was so-so.' })
  SO_SO!: number;

  @Field(() => Int, { description: 'It was not good.' })
  SAD!: number;
}

@InputType('PlannedItemInput', { description: 'An item to put on an agenda.' })
export class PlannedItemInput {
  @Field(() => ID, { description: 'Made by whoever writes the agenda.' })
  id!: string;

  @Field(() => AgendaItemKindEnum, { description: 'What it is about.' })
  kind!: AgendaItemKind;

  @Field(() => ID, { nullable: true, description: 'For ISSUE: which.' })
  issueId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For FINDING and POLL: which.' })
  subjectId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its title in Khmer; OTHER needs one language.' })
  titleKm?: string | null;

  @Field(() => String, { nullable: true, description: 'Its title in English.' })
  titleEn?: string | null;

  @Field(() => Int, { nullable: true, description: 'How long it may take.' })
  minutes?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether children leave the room for it.' })
  isWithoutChildren?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'The item of an earlier meeting it goes on with.' })
  carriedFromId?: string | null;
}

@InputType('RecordedItemInput', { description: 'An item and what became of it.' })
export class RecordedItemInput extends PlannedItemInput {
  @Field(() => AgendaOutcomeEnum, { nullable: true, description: 'Without one: not reached.' })
  outcome?: AgendaOutcome | null;

  @Field(() => String, { nullable: true, description: 'The decision in Khmer.' })
  decisionKm?: string | null;

  @Field(() => String, { nullable: true, description: 'The decision in English.' })
  decisionEn?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'By when it is to be done.' })
  dueOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office that is to do it.' })
  officeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The plan item it became, about the same issue.' })
  planItemId?: string | null;

  @Field(() => [SpeakersInput], { nullable: true, description: 'Who spoke; each role and sex once.' })
  spoke?: SpeakersInput[] | null;
}

@InputType('MeetingFactsInput', { description: 'When and where a meeting is.' })
class MeetingFactsInput {
  @Field(() => ID, { description: 'Made by whoever writes it down: the same id is the same meeting.' })
  id!: string;

  @Field(() => MeetingKindEnum, { description: 'What it is.' })
  kind!: MeetingKind;

  @Field(() => String, { description: 'Where: a place of the level of its kind.' })
  placeCode!: string;

  @Field(() => Date, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => Int, { nullable: true, description: 'How long it lasts.' })
  minutes?: number | null;

  @Field(() => String, { nullable: true, description: 'The house or hall, up to 120 characters.' })
  venue?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many girls are offered a seat.' })
  invitedGirls?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many boys are offered a seat.' })
  invitedBoys?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many facilitators come with them.' })
  invitedFacilitators?: number | null;
}

@InputType('PlanMeetingInput', { description: 'A meeting and its agenda.' })
export class PlanMeetingInput extends MeetingFactsInput {
  @Field(() => [PlannedItemInput], { description: 'Its agenda, in order; at most 40 items.' })
  items!: PlannedItemInput[];
}

@InputType('RecordMeetingInput', { description: 'The whole record of a meeting, as a tablet kept it.' })
export class RecordMeetingInput extends MeetingFactsInput {
  @Field(() => ID, {
    description: 'Made by the device: the same record is kept once, however often it comes.',
  })
  recordId!: string;

  @Field(() => ID, { nullable: true, description: 'The record this one puts right.' })
  replacesRecordId?: string | null;

  @Field(() => [RecordedItemInput], { description: 'What became of each item, in order.' })
  items!: RecordedItemInput[];

  @Field(() => [AttendanceInput], { description: 'Who came, by counts; each group once.' })
  attendance!: AttendanceInput[];

  @Field(() => MeetingFacesInput, {
    nullable: true,
    description: "The children's faces, when they were asked.",
  })
  faces?: MeetingFacesInput | null;

  @Field(() => String, { nullable: true, description: 'The minutes, up to 10,000 characters.' })
  notes?: string | null;
}

@InputType('CancelMeetingInput', { description: 'A meeting to call off.' })
export class CancelMeetingInput {
  @Field(() => ID, { description: 'Which.' })
  meetingId!: string;
}

@InputType('BringPollInput', { description: 'A poll for an agenda.' })
export class BringPollInput {
  @Field(() => ID, { description: 'The planned meeting.' })
  meetingId!: string;

  @Field(() => ID, { description: 'The closed poll.' })
  pollId!: string;
}

@InputType('MakeCalendarAddressInput', { description: 'An address for a calendar program.' })
export class MakeCalendarAddressInput {
  @Field(() => String, { description: 'The place whose meetings it shows.' })
  placeCode!: string;
}

@InputType('RevokeCalendarAddressInput', { description: 'An address that is to lead nowhere.' })
export class RevokeCalendarAddressInput {
  @Field(() => ID, { description: 'Which.' })
  addressId!: string;
}

@ObjectType('MakeCalendarAddressPayload', { description: 'What came of it.' })
export class MakeCalendarAddressPayload {
  @Field(() => CalendarAddressNode, { nullable: true, description: 'The address; empty when refused.' })
  address!: CalendarAddressNode | null;

  @Field(() => String, { nullable: true, description: 'Its secret part, shown this once.' })
  secret!: string | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}

export const PlanMeetingPayload = payloadTypeOf('PlanMeeting', 'meeting', () => MeetingNode);
export const RecordMeetingPayload = payloadTypeOf('RecordMeeting', 'meeting', () => MeetingNode);
export const BringPollPayload = payloadTypeOf('BringPoll', 'meeting', () => MeetingNode);
export const CancelMeetingPayload = payloadTypeOf('CancelMeeting', 'meeting', () => MeetingNode);
export const RevokeCalendarAddressPayload = payloadTypeOf(
  'RevokeCalendarAddress',
  'address',
  () => CalendarAddressNode,
);
