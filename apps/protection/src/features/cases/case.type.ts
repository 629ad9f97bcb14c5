import type { AgeBand, Sex } from '@samleng/vocabulary';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import {
  AccusedRoleEnum,
  AgeBandEnum,
  CaseKindEnum,
  CaseStateEnum,
  ChannelEnum,
  ClosingEnum,
  DutyReasonEnum,
  SaidAnswerEnum,
  SexEnum,
  StandingEnum,
  UrgencyEnum,
} from '../../graph/enums.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import type {
  AccusedRole,
  CaseKind,
  CaseState,
  Channel,
  Closing,
  DutyReason,
  SaidAnswer,
  Standing,
  Urgency,
} from '../../lists.ts';
import type { Problem } from '../../problems.ts';
import { PersonNode } from '../accounts/index.ts';
import type { Note, Report, Triage } from './case-content.ts';

@ObjectType('CaseCan', { description: 'What the viewer may do with a case.' })
export class CaseCanNode {
  @Field(() => Boolean, { description: 'Open it, and write in it.' })
  open!: boolean;

  @Field(() => Boolean, { description: 'Take it as its one worker.' })
  take!: boolean;

  @Field(() => Boolean, { description: 'Assign it to somebody of the area.' })
  assign!: boolean;

  @Field(() => Boolean, { description: 'Accept or decline an offer of it.' })
  acceptHandOver!: boolean;

  @Field(() => Boolean, { description: 'Erase it before its time.' })
  erase!: boolean;
}

@ObjectType('HandOver', { description: 'An offer of a case that waits for an answer.' })
export class HandOverNode {
  @Field(() => PersonNode, { nullable: true, description: 'Who offered it.' })
  from!: PersonNode | null;

  @Field(() => PersonNode, { nullable: true, description: 'Who is asked.' })
  to!: PersonNode | null;

  @Field(() => Date, { description: 'When it was offered.' })
  offeredAt!: Date;

  @Field(() => Date, { description: 'Until when it must be accepted; then it goes to the supervisors.' })
  dueAt!: Date;
}

@ObjectType('CaseHolder', { description: 'Somebody who holds a key of a case.' })
export class CaseHolderNode {
  @Field(() => PersonNode, { description: 'Who.' })
  person!: PersonNode;

  @Field(() => StandingEnum, { description: 'How they stand to it.' })
  standing!: Standing;
}

@ObjectType('Case', { description: 'A case as the inbox shows it: what is needed in time, and no content.' })
export class CaseNode {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => CaseStateEnum, { description: 'Where it stands.' })
  state!: CaseState;

  @Field(() => UrgencyEnum, { description: 'How soon a person must look.' })
  urgency!: Urgency;

  @Field(() => ChannelEnum, { description: 'By which way it came.' })
  channel!: Channel;

  @Field(() => String, { nullable: true, description: 'The commune, if the child named one.' })
  communeCode!: string | null;

  @Field(() => Date, { description: 'When it came.' })
  receivedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when a person must look; empty: somebody has.' })
  lookDueAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether that time is over.' })
  isOverdue!: boolean;

  @Field(() => Boolean, { description: 'Whether there is something nobody has seen.' })
  hasNews!: boolean;

  @Field(() => Boolean, { description: 'Whether a duty to protect is recorded.' })
  hasDuty!: boolean;

  @Field(() => StandingEnum, { description: 'How the viewer stands to it.' })
  standing!: Standing;

  @Field(() => Date, { nullable: true, description: 'When supervisors were called to it.' })
  escalatedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When everything of it is erased.' })
  eraseAfter!: Date | null;
}

export const CaseConnection = connectionOf('Case', () => CaseNode);

@ObjectType('Report', { description: 'What the child wrote first.' })
export class ReportNode implements Report {
  @Field(() => String, { description: "The child's words." })
  text!: string;

  @Field(() => SaidAnswerEnum, { description: 'Whether somebody is in danger now.' })
  dangerNow!: SaidAnswer;

  @Field(() => SaidAnswerEnum, { description: 'Whether it is about somebody in charge.' })
  aboutSomeoneInCharge!: SaidAnswer;

  @Field(() => AccusedRoleEnum, { nullable: true, description: 'Who is accused: a role.' })
  accusedRole!: AccusedRole | null;

  @Field(() => String, { nullable: true, description: 'The commune.' })
  communeCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The village.' })
  villageCode!: string | null;

  @Field(() => String, { nullable: true, description: 'A first name or nickname.' })
  alias!: string | null;

  @Field(() => AgeBandEnum, { nullable: true, description: 'The age band.' })
  ageBand!: AgeBand | null;

  @Field(() => SexEnum, { nullable: true, description: 'What the child says of its sex.' })
  sex!: Sex | null;

  @Field(() => String, { nullable: true, description: 'How and when it is safe to reach the child.' })
  callback!: string | null;

  @Field(() => [String], { description: 'Codes a moderator tagged when moving a concern here.' })
  tags!: readonly string[];
}

@ObjectType('Triage', { description: 'What a worker judged last.' })
export class TriageNode implements Triage {
  @Field(() => SaidAnswerEnum, { description: 'Whether there is danger.' })
  danger!: SaidAnswer;

  @Field(() => CaseKindEnum, { description: 'What it is about.' })
  kind!: CaseKind;

  @Field(() => AccusedRoleEnum, { nullable: true, description: 'Who is accused: a role, never a name.' })
  accusedRole!: AccusedRole | null;

  @Field(() => DutyReasonEnum, {
    nullable: true,
    description: 'Why the child must be protected, if it must.',
  })
  duty!: DutyReason | null;

  @Field(() => String, { nullable: true, description: "The worker's words." })
  note!: string | null;

  @Field(() => Date, { description: 'When.' })
  at!: Date;
}

@ObjectType('CaseMessage', { description: 'A message between the child and the desk.' })
export class CaseMessageNode {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => Date, { description: 'When it was written.' })
  sentAt!: Date;

  authorId!: string | null;
}

@ObjectType('CaseNote', { description: "A worker's note; the child does not see it." })
export class CaseNoteNode implements Note {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => ClosingEnum, { nullable: true, description: 'How the case was closed, on a closing note.' })
  closing!: Closing | null;

  @Field(() => Date, { description: 'When it was written.' })
  writtenAt!: Date;

  authorId!: string | null;
}

@ObjectType('CaseVoice', { description: 'A recording of the child; its sound has an address of its own.' })
export class CaseVoiceNode {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Date, { description: 'When it was sent.' })
  sentAt!: Date;
}

@ObjectType('CaseReading', { description: 'That somebody has read a case.' })
export class CaseReadingNode {
  @Field(() => PersonNode, { description: 'Who.' })
  person!: PersonNode;

  @Field(() => Date, { description: 'When for the first time.' })
  firstReadAt!: Date;
}

@ObjectType('OpenedCase', { description: 'An opened case. That it was opened stands in the audit.' })
export class OpenedCaseNode {
  @Field(() => CaseNode, { description: 'Its card.' })
  case!: CaseNode;

  @Field(() => ReportNode, { description: 'What the child wrote first.' })
  report!: ReportNode;

  @Field(() => TriageNode, { nullable: true, description: 'What was judged last.' })
  triage!: TriageNode | null;

  @Field(() => [CaseMessageNode], { description: 'Messages both ways, in order.' })
  messages!: readonly CaseMessageNode[];

  @Field(() => [CaseNoteNode], { description: 'Notes, in order.' })
  notes!: readonly CaseNoteNode[];

  @Field(() => [CaseVoiceNode], { description: 'Recordings, in order.' })
  voices!: readonly CaseVoiceNode[];

  @Field(() => Int, { description: 'How many people have read it.' })
  readBy!: number;

  @Field(() => [CaseReadingNode], { description: 'Who has read it, the first one first.' })
  readers!: readonly CaseReadingNode[];
}

@ObjectType('CasePayload', { description: 'A case after a deed.' })
export class CasePayload {
  @Field(() => CaseNode, {
    nullable: true,
    description: 'Its card; empty when refused, or no longer the viewer’s.',
  })
  case!: CaseNode | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@ObjectType('OpenCasePayload', { description: 'An opened case.' })
export class OpenCasePayload {
  @Field(() => OpenedCaseNode, { nullable: true, description: 'Its content.' })
  opened!: OpenedCaseNode | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}
