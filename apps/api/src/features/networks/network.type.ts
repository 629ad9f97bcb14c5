import {
  type ActivityKind,
  activityKinds,
  type AgeBand,
  clubKinds,
  type CountedAge,
  countedAges,
  type CountedDisability,
  countedDisabilities,
  type CountedSex,
  countedSexes,
  type NetworkKind,
  networkKindKeys,
  type SaidAnswer,
  type Sex,
} from '@samleng/vocabulary';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { AgeBandEnum, enumOf, SaidAnswerEnum, SexEnum } from '../../graph/enums.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import type { ActivitySession, ClubMember, ConsentReminder, Network } from './network.entity.ts';

export const NetworkKindEnum = enumOf('NetworkKind', networkKindKeys, 'What a node above clubs is.');
export const ClubKindEnum = enumOf('ClubKind', clubKinds, 'What a club is.');
export const ActivityKindEnum = enumOf('ActivityKind', activityKinds, 'What a session was about.');
export const CountedSexEnum = enumOf('CountedSex', countedSexes, 'A sex as people are counted by it.');
export const CountedAgeEnum = enumOf('CountedAge', countedAges, 'An age as people are counted by it.');
export const CountedDisabilityEnum = enumOf(
  'CountedDisability',
  countedDisabilities,
  'Whether people counted have a disability.',
);

@ObjectType('Network', { description: 'A movement, coalition or organisation that clubs belong to.' })
export class NetworkNode implements Pick<Network, 'id' | 'kind' | 'nameKm' | 'nameEn'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => NetworkKindEnum, { description: 'What it is.' })
  kind!: NetworkKind;

  @Field(() => String, { description: 'Its name in Khmer.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Field(() => ID, { nullable: true, description: 'The network it stands under.' })
  parentId!: string | null;
}

@ObjectType('ClubMember', { description: 'A child in a club, by alias; shown to those who keep the club.' })
export class ClubMemberNode implements Pick<
  ClubMember,
  'id' | 'alias' | 'ageBand' | 'isLeader' | 'assentOn' | 'consentUntil'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The name friends use; one word.' })
  alias!: string;

  @Field(() => AgeBandEnum, { description: 'The age band.' })
  ageBand!: AgeBand;

  @Field(() => SexEnum, { nullable: true, description: 'The sex, when said.' })
  sex!: Sex | null;

  @Field(() => SaidAnswerEnum, { nullable: true, description: 'Whether with a disability, when said.' })
  disability!: SaidAnswer | null;

  @Field(() => Boolean, { description: 'Whether a leader of the club.' })
  isLeader!: boolean;

  @Field(() => DayScalar, { description: 'When the child agreed.' })
  assentOn!: string;

  @Field(() => DayScalar, { nullable: true, description: 'When a guardian agreed; needed under 18.' })
  guardianConsentOn!: string | null;

  @Field(() => DayScalar, { description: 'The last day on which both hold.' })
  consentUntil!: string;
}

@ObjectType('MemberGroup', { description: 'How many members of one group a club has.' })
export class MemberGroupNode {
  @Field(() => SexEnum, { nullable: true, description: 'Their sex, when said.' })
  sex!: Sex | null;

  @Field(() => AgeBandEnum, { description: 'Their age band.' })
  ageBand!: AgeBand;

  @Field(() => SaidAnswerEnum, { nullable: true, description: 'Whether with a disability, when said.' })
  disability!: SaidAnswer | null;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('ConsentReminder', { description: 'Consents of a club that end, as counted in the night.' })
export class ConsentReminderNode implements Pick<ConsentReminder, 'toldOn' | 'ending' | 'ended'> {
  @Field(() => DayScalar, { description: 'The day of the count.' })
  toldOn!: string;

  @Field(() => Int, { description: 'How many end within 30 days.' })
  ending!: number;

  @Field(() => Int, { description: 'How many have ended: these members are in no list and no count.' })
  ended!: number;
}

@ObjectType('Headcount', { description: 'How many people of one group came.' })
export class HeadcountNode {
  @Field(() => CountedSexEnum, { description: 'Their sex.' })
  sex!: CountedSex;

  @Field(() => CountedAgeEnum, { description: 'Their age.' })
  ageBand!: CountedAge;

  @Field(() => CountedDisabilityEnum, { description: 'Whether with a disability.' })
  disability!: CountedDisability;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('ActivitySession', { description: 'A session held with children or parents; nobody is named.' })
export class ActivitySessionNode implements Pick<ActivitySession, 'id' | 'kind' | 'heldOn'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ActivityKindEnum, { description: 'What it was about.' })
  kind!: ActivityKind;

  @Field(() => DayScalar, { description: 'When it was held.' })
  heldOn!: string;

  @Field(() => [HeadcountNode], { description: 'How many came, by group.' })
  counts!: HeadcountNode[];
}

@ObjectType('ClubCan', { description: 'What the viewer may do with a club.' })
export class ClubCanNode {
  @Field(() => Boolean, { description: 'Whether the viewer keeps its members and sessions.' })
  keep!: boolean;
}

@ObjectType('ReachCount', { description: 'A count of one group.' })
export class ReachCountNode {
  @Field(() => String, { description: 'The group: a key of CountedSex or CountedAge.' })
  key!: string;

  @Field(() => Int, { nullable: true, description: 'How many; empty where too few to show.' })
  count!: number | null;
}

@ObjectType('ReachOfKind', { description: 'How far sessions of one kind reached.' })
export class ReachOfKindNode {
  @Field(() => ActivityKindEnum, { description: 'The kind.' })
  kind!: ActivityKind;

  @Field(() => Int, { description: 'How many sessions.' })
  sessions!: number;

  @Field(() => Int, { nullable: true, description: 'Heads counted; empty where too few to show.' })
  attendances!: number | null;
}

@ObjectType('Reach', {
  description:
    'How far sessions reached. Nobody is named at one, so a child at two sessions is counted at both: attendances are heads, not children.',
})
export class ReachNode {
  @Field(() => DayScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DayScalar, { description: 'The last day.' })
  to!: string;

  @Field(() => Int, { description: 'How many sessions.' })
  sessions!: number;

  @Field(() => Int, { nullable: true, description: 'Heads counted at all of them.' })
  attendances!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Different people at least: the fullest session of each commune, added up.',
  })
  atLeast!: number | null;

  @Field(() => [ReachOfKindNode], { description: 'By kind.' })
  byKind!: ReachOfKindNode[];

  @Field(() => [ReachCountNode], { description: 'Children and young people by sex.' })
  bySex!: ReachCountNode[];

  @Field(() => [ReachCountNode], { description: 'By age; only for districts and larger places.' })
  byAge!: ReachCountNode[];
}

@ObjectType('ImportLine', { description: 'A line of a file, and why it cannot be taken.' })
export class ImportLineNode {
  @Field(() => Int, { description: 'Its number in the file.' })
  number!: number;

  @Field(() => [String], { description: 'What stands in it.' })
  cells!: string[];

  @Field(() => [ProblemType], { description: 'What is wrong; empty when it can be taken.' })
  problems!: ProblemType[];
}

@ObjectType('ImportPayload', { description: 'What came of reading a list in.' })
export class ImportPayload {
  @Field(() => [ImportLineNode], { description: 'The lines of the file; empty when it was read in before.' })
  lines!: ImportLineNode[];

  @Field(() => Int, { description: 'How many members or sessions were added: all of the file, or none.' })
  added!: number;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was not.' })
  problems!: ProblemType[];
}

export const ClubMemberConnection = connectionOf('ClubMember', () => ClubMemberNode);
export const ActivitySessionConnection = connectionOf('ActivitySession', () => ActivitySessionNode);
