import type {
  ActivityKind,
  AgeBand,
  ClubKind,
  CountedAge,
  CountedDisability,
  CountedSex,
  NetworkKind,
  SaidAnswer,
  Sex,
} from '@samleng/vocabulary';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AgeBandEnum, SaidAnswerEnum, SexEnum } from '../../graph/enums.ts';
import { payloadTypeOf } from '../../graph/payload-type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { ClubNode } from './club.type.ts';
import {
  ActivityKindEnum,
  ActivitySessionNode,
  ClubKindEnum,
  ClubMemberNode,
  CountedAgeEnum,
  CountedDisabilityEnum,
  CountedSexEnum,
  NetworkKindEnum,
  NetworkNode,
} from './network.type.ts';

const key = 'Made by the form: the same key with the same content is done once.';

@InputType('FoundNetworkInput', { description: 'A network to put into the tree.' })
export class FoundNetworkInput {
  @Field(() => ID, { description: key })
  idempotencyKey!: string;

  @Field(() => NetworkKindEnum, { description: 'What it is.' })
  kind!: NetworkKind;

  @Field(() => String, { description: 'Its name in Khmer.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Field(() => ID, { nullable: true, description: 'The network it stands under.' })
  parentId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of the places it works in, at most 50.' })
  placeCodes?: string[] | null;
}

@InputType('FoundClubInput', { description: 'A club to found.' })
export class FoundClubInput {
  @Field(() => ID, { description: key })
  idempotencyKey!: string;

  @Field(() => ClubKindEnum, { description: 'What it is.' })
  kind!: ClubKind;

  @Field(() => String, { description: 'Its name in Khmer.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Field(() => String, { description: 'The commune or village it meets in.' })
  placeCode!: string;

  @Field(() => ID, { nullable: true, description: 'The network it belongs to.' })
  networkId?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many girls it declares.' })
  girls?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many boys it declares.' })
  boys?: number | null;

  @Field(() => Int, { nullable: true, description: 'The year it was founded.' })
  foundedYear?: number | null;
}

@InputType('AppointKeeperInput', { description: 'Who keeps the records of a club.' })
export class AppointKeeperInput {
  @Field(() => ID, { description: 'The club.' })
  clubId!: string;

  @Field(() => ID, { description: 'A facilitator of its place.' })
  accountId!: string;

  @Field(() => Boolean, { description: 'Whether to give the task or to take it back.' })
  isKeeper!: boolean;
}

@InputType('AddMemberInput', { description: 'A member of a club.' })
export class AddMemberInput {
  @Field(() => ID, { description: key })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The club.' })
  clubId!: string;

  @Field(() => String, { description: 'The name friends use: one word, no family name, no digits.' })
  alias!: string;

  @Field(() => AgeBandEnum, { description: 'The age band.' })
  ageBand!: AgeBand;

  @Field(() => SexEnum, { nullable: true, description: 'The sex, when said.' })
  sex?: Sex | null;

  @Field(() => SaidAnswerEnum, { nullable: true, description: 'Whether with a disability, when said.' })
  disability?: SaidAnswer | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a leader of the club.' })
  isLeader?: boolean | null;

  @Field(() => DayScalar, { description: 'When the child agreed.' })
  assentOn!: string;

  @Field(() => DayScalar, { nullable: true, description: 'When a guardian agreed; needed under 18.' })
  guardianConsentOn?: string | null;
}

@InputType('RenewConsentInput', { description: 'Consents given anew.' })
export class RenewConsentInput {
  @Field(() => ID, { description: 'Whose.' })
  memberId!: string;

  @Field(() => DayScalar, { description: 'When the child agreed.' })
  assentOn!: string;

  @Field(() => DayScalar, { nullable: true, description: 'When a guardian agreed; needed under 18.' })
  guardianConsentOn?: string | null;
}

@InputType('NameLeaderInput', { description: 'Who leads a club.' })
export class NameLeaderInput {
  @Field(() => ID, { description: 'Which member.' })
  memberId!: string;

  @Field(() => Boolean, { description: 'Whether a leader.' })
  isLeader!: boolean;
}

@InputType('MemberLeavesInput', { description: 'A member who left.' })
export class MemberLeavesInput {
  @Field(() => ID, { description: 'Which member.' })
  memberId!: string;
}

@InputType('HeadcountInput', { description: 'How many people of one group came.' })
export class HeadcountInput {
  @Field(() => CountedSexEnum, { description: 'Their sex.' })
  sex!: CountedSex;

  @Field(() => CountedAgeEnum, { description: 'Their age.' })
  ageBand!: CountedAge;

  @Field(() => CountedDisabilityEnum, { description: 'Whether with a disability.' })
  disability!: CountedDisability;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@InputType('RecordSessionInput', { description: 'A session that was held.' })
export class RecordSessionInput {
  @Field(() => ID, { description: key })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'The club it was held with.' })
  clubId?: string | null;

  @Field(() => String, { nullable: true, description: 'Without a club: the commune or village.' })
  placeCode?: string | null;

  @Field(() => ActivityKindEnum, { description: 'What it was about.' })
  kind!: ActivityKind;

  @Field(() => DayScalar, { description: 'When it was held.' })
  heldOn!: string;

  @Field(() => [HeadcountInput], { description: 'How many came; each group once.' })
  counts!: HeadcountInput[];
}

@InputType('WithdrawSessionInput', { description: 'A session typed in wrongly.' })
export class WithdrawSessionInput {
  @Field(() => ID, { description: 'Which one.' })
  sessionId!: string;
}

@InputType('ImportListInput', { description: 'A file of members or sessions.' })
export class ImportListInput {
  @Field(() => ID, { description: 'The club.' })
  clubId!: string;

  @Field(() => String, { description: 'The file, CSV or XLSX, in base64; at most 45,000 bytes.' })
  file!: string;

  @Field(() => ID, { description: 'Made by the form: the same import is done once.' })
  importId!: string;

  @Field(() => Boolean, { description: 'Only look at it: nothing is written.' })
  isPreview!: boolean;
}

export const FoundNetworkPayload = payloadTypeOf('FoundNetwork', 'network', () => NetworkNode);
export const FoundClubPayload = payloadTypeOf('FoundClub', 'club', () => ClubNode);
export const AppointKeeperPayload = payloadTypeOf('AppointKeeper', 'club', () => ClubNode);
export const AddMemberPayload = payloadTypeOf('AddMember', 'member', () => ClubMemberNode);
export const RenewConsentPayload = payloadTypeOf('RenewConsent', 'member', () => ClubMemberNode);
export const NameLeaderPayload = payloadTypeOf('NameLeader', 'member', () => ClubMemberNode);
export const MemberLeavesPayload = payloadTypeOf('MemberLeaves', 'member', () => ClubMemberNode);
export const RecordSessionPayload = payloadTypeOf('RecordSession', 'session', () => ActivitySessionNode);
export const WithdrawSessionPayload = payloadTypeOf('WithdrawSession', 'session', () => ActivitySessionNode);
