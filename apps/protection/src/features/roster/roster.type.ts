import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ProblemType } from '../../graph/problem.type.ts';
import type { Problem } from '../../problems.ts';
import type { OnCallHours } from './on-call.ts';
import type { RosterEntry } from './roster-entry.entity.ts';

@ObjectType('OnCallHours', { description: 'A stretch of a weekday, in Cambodian time.' })
export class OnCallHoursNode implements OnCallHours {
  @Field(() => Int, { description: '1 Monday … 7 Sunday.' })
  weekday!: number;

  @Field(() => String, { description: 'From: `07:30`.' })
  from!: string;

  @Field(() => String, { description: 'To: `17:00`; the end of the day is `24:00`.' })
  to!: string;
}

@InputType('OnCallHoursInput', { description: 'A stretch of a weekday, in Cambodian time.' })
export class OnCallHoursInput implements OnCallHours {
  @Field(() => Int, { description: '1 Monday … 7 Sunday.' })
  weekday!: number;

  @Field(() => String, { description: 'From: `07:30`.' })
  from!: string;

  @Field(() => String, { description: 'To: `17:00`, later than from; the end of the day is `24:00`.' })
  to!: string;
}

@ObjectType('RosterEntry', { description: 'A named person who receives cases of an area.' })
export class RosterEntryNode implements Pick<RosterEntry, 'id' | 'placeCode' | 'worksOnHolidays'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The area with all below it; empty: the whole country.' })
  placeCode!: string;

  @Field(() => [OnCallHoursNode], { description: 'When they are on call.' })
  hours!: OnCallHoursNode[];

  @Field(() => Boolean, { description: 'Whether they are on call on public holidays too.' })
  worksOnHolidays!: boolean;
}

@InputType('SetRosterEntryInput', {
  description: 'Who receives cases of an area, and when they are on call.',
})
export class SetRosterEntryInput {
  @Field(() => ID, { description: 'A worker or supervisor who is trained and has opened the account.' })
  accountId!: string;

  @Field(() => String, { description: 'The area; empty: the whole country.' })
  placeCode!: string;

  @Field(() => [OnCallHoursInput], { description: 'When they are on call; at most 50 stretches.' })
  hours!: OnCallHoursInput[];

  @Field(() => Boolean, { nullable: true, description: 'Whether they are on call on public holidays too.' })
  worksOnHolidays!: boolean | null;
}

@ObjectType('SetRosterEntryPayload', { description: 'The entry of the roster.' })
export class SetRosterEntryPayload {
  @Field(() => RosterEntryNode, { nullable: true, description: 'The entry as it is now.' })
  entry!: RosterEntry | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@InputType('RemoveRosterEntryInput', { description: 'Which entry ends.' })
export class RemoveRosterEntryInput {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;
}

@ObjectType('Reader', { description: 'A named person who receives what is written here. Children see this.' })
export class ReaderNode {
  @Field(() => ID, { description: 'Their id, for "not this person".' })
  id!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;
}

@ObjectType('DeskStatus', {
  description: 'What a child is told before typing: whether the desk takes it in, who reads it, and when.',
})
export class DeskStatusNode {
  @Field(() => Boolean, {
    description: 'Whether the desk can take anything in now; when not, the page shows the help numbers only.',
  })
  isOpen!: boolean;

  @Field(() => Boolean, { description: 'Whether somebody is on call for this place at this moment.' })
  isSomebodyOnCall!: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'When somebody is on call next; empty: now, or not within a month.',
  })
  onCallFrom!: Date | null;

  @Field(() => [ReaderNode], { description: 'The people who may read it.' })
  readers!: ReaderNode[];

  @Field(() => String, { description: 'The number to call or to send an SMS to, free, at any hour.' })
  helpline!: string;
}
