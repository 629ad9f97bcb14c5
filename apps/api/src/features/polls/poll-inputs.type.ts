import type { BallotTypeName } from '@samleng/ballots';
import type { Electorate, PollState } from '@samleng/vocabulary';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { JsonScalar } from '../../graph/json-scalar.ts';
import { payloadTypeOf } from '../../graph/payload-type.ts';
import type { PaperSheet } from './poll.entity.ts';
import { BallotTypeEnum, ElectorateEnum, PollStateEnum } from './poll.enums.ts';
import { PollFileNode, PollNode } from './poll.type.ts';

@InputType('PollFilter', { description: 'Which polls are asked for.' })
export class PollFilter {
  @Field(() => String, { nullable: true, description: 'Of this place and all below it.' })
  placeCode?: string | null;

  @Field(() => PollStateEnum, { nullable: true, description: 'Only those that stand so.' })
  state?: PollState | null;

  @Field(() => ElectorateEnum, { nullable: true, description: 'Only those put to these.' })
  electorate?: Electorate | null;
}

@InputType('PollSettingInput', { description: 'A number the type asks for.' })
export class PollSettingInput {
  @Field(() => String, { description: 'Which setting.' })
  name!: string;

  @Field(() => Float, { description: 'Its value: a whole number.' })
  value!: number;
}

@InputType('PollOptionInput', { description: 'Something to choose.' })
export class PollOptionInput {
  @Field(() => String, { nullable: true, description: 'Its title in Khmer, at most 120 characters.' })
  titleKm?: string | null;

  @Field(() => String, { nullable: true, description: 'Its title in English, at most 120 characters.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: "The name of a picture in the product's own set." })
  pictureKey?: string | null;

  @Field(() => ID, { nullable: true, description: 'A picture that was given to this poll.' })
  pictureId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A recording of it, given to this poll.' })
  soundId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The issue it stands for; its titles are then taken over.',
  })
  issueId?: string | null;

  @Field(() => Float, { nullable: true, description: 'What it costs in riel: asked for in budgets.' })
  costRiel?: number | null;
}

@InputType('PollWishInput', { description: 'What a poll is made with.' })
class PollWishInput {
  @Field(() => String, { description: 'The place whose children are asked.' })
  placeCode!: string;

  @Field(() => String, { nullable: true, description: 'The question in Khmer, at most 200 characters.' })
  questionKm?: string | null;

  @Field(() => String, { nullable: true, description: 'The question in English, at most 200 characters.' })
  questionEn?: string | null;

  @Field(() => String, { nullable: true, description: 'What there is to know first, in Khmer.' })
  wordsKm?: string | null;

  @Field(() => String, { nullable: true, description: 'What there is to know first, in English.' })
  wordsEn?: string | null;

  @Field(() => BallotTypeEnum, { description: 'How it is answered.' })
  ballotType!: BallotTypeName;

  @Field(() => [PollSettingInput], { nullable: true, description: 'What is not as usual.' })
  settings?: PollSettingInput[] | null;

  @Field(() => String, { nullable: true, description: "One of the type's rules; left out, the usual one." })
  rule?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many options are to be chosen.' })
  seats?: number | null;

  @Field(() => ElectorateEnum, { description: 'Who may answer.' })
  electorate!: Electorate;

  @Field(() => ID, { nullable: true, description: "The school's office, when its children are asked." })
  schoolOfficeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether open support is taken beside cards.' })
  takesOpenSupport?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether children may propose options.' })
  takesProposals?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether help is shown beside it.' })
  isSensitive?: boolean | null;

  @Field(() => Date, { description: 'From when it takes ballots.' })
  opensAt!: Date;

  @Field(() => Date, { description: 'Until when it takes ballots.' })
  closesAt!: Date;
}

@InputType('MakePollInput', { description: 'A new poll.' })
export class MakePollInput extends PollWishInput {
  @Field(() => ID, { description: 'Made by the form: the same key gives the same poll.' })
  idempotencyKey!: string;

  @Field(() => [PollOptionInput], { nullable: true, description: 'What can be chosen, in order.' })
  options?: PollOptionInput[] | null;
}

@InputType('ChangePollInput', { description: 'A draft, written anew as a whole; its options stay.' })
export class ChangePollInput extends PollWishInput {
  @Field(() => ID, { description: 'The draft.' })
  pollId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A recording of the question, given to this poll; null takes it out, left out it stays.',
  })
  soundId?: string | null;
}

@InputType('PollFromTopIssuesInput', { description: 'Let children rank the top issues of a commune.' })
export class PollFromTopIssuesInput {
  @Field(() => ID, { description: 'Made by the form: the same key gives the same poll.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'The commune.' })
  communeCode!: string;

  @Field(() => Int, { nullable: true, description: 'How many issues: 2 to 12; 6 when left out.' })
  count?: number | null;

  @Field(() => ElectorateEnum, { description: 'Who may answer.' })
  electorate!: Electorate;

  @Field(() => ID, { nullable: true, description: "The school's office, when its children are asked." })
  schoolOfficeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether open support is taken beside cards.' })
  takesOpenSupport?: boolean | null;

  @Field(() => Date, { description: 'From when it takes ballots.' })
  opensAt!: Date;

  @Field(() => Date, { description: 'Until when it takes ballots.' })
  closesAt!: Date;
}

@InputType('AddPollOptionInput', { description: 'Something more to choose in a draft.' })
export class AddPollOptionInput extends PollOptionInput {
  @Field(() => ID, { description: 'The draft.' })
  pollId!: string;
}

@InputType('ChangePollOptionInput', { description: 'An option of a draft, written anew as a whole.' })
export class ChangePollOptionInput extends PollOptionInput {
  @Field(() => ID, { description: 'The draft.' })
  pollId!: string;

  @Field(() => String, { description: 'The key of the option.' })
  key!: string;
}

@InputType('OrderPollOptionsInput', { description: 'The order of the options of a draft.' })
export class OrderPollOptionsInput {
  @Field(() => ID, { description: 'The draft.' })
  pollId!: string;

  @Field(() => [String], { description: 'The keys of all its options, the first one first.' })
  keys!: string[];
}

@InputType('RemovePollOptionInput', { description: 'Something that is no longer to choose.' })
export class RemovePollOptionInput {
  @Field(() => ID, { description: 'The draft.' })
  pollId!: string;

  @Field(() => String, { description: 'The key of the option.' })
  key!: string;
}

@InputType('ProposePollOptionInput', { description: 'What a child would like to see among the options.' })
export class ProposePollOptionInput {
  @Field(() => ID, { description: 'The poll that asks for proposals.' })
  pollId!: string;

  @Field(() => String, { description: 'The proposal, at most 120 characters.' })
  title!: string;
}

@InputType('ModerateProposalInput', { description: "What becomes of a child's proposal." })
export class ModerateProposalInput extends PollOptionInput {
  @Field(() => ID, { description: 'The draft.' })
  pollId!: string;

  @Field(() => String, { description: 'The key of the proposal.' })
  key!: string;

  @Field(() => Boolean, { description: 'Whether it goes among the options; else it is refused.' })
  accept!: boolean;
}

@InputType('PollInput', { description: 'A poll.' })
export class PollInput {
  @Field(() => ID, { description: 'The poll.' })
  pollId!: string;
}

@InputType('CastBallotInput', { description: 'An answer to a poll.' })
export class CastBallotInput {
  @Field(() => ID, { description: 'The poll.' })
  pollId!: string;

  @Field(() => JsonScalar, { description: "The ballot, in the shape of the poll's type." })
  ballot!: unknown;

  @Field(() => String, { nullable: true, description: 'The code of a card; left out, it is open support.' })
  card?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "On a facilitator's tablet, for open support: a new id for each child.",
  })
  turn?: string | null;
}

@InputType('PaperCountsInput', { description: 'How many papers bear the mark of each column for an option.' })
export class PaperCountsInput {
  @Field(() => String, { description: 'The key of the option.' })
  option!: string;

  @Field(() => [Int], { description: 'One number for each of `sheetColumns`, in their order.' })
  columns!: number[];
}

@InputType('PaperBallotInput', { description: 'A ballot on paper, and how many papers say the same.' })
export class PaperBallotInput {
  @Field(() => JsonScalar, { description: "The ballot, in the shape of the poll's type." })
  ballot!: unknown;

  @Field(() => Int, { description: 'How many papers.' })
  count!: number;
}

@InputType('EnterPaperCountsInput', { description: 'A tally sheet that two people signed.' })
export class EnterPaperCountsInput {
  @Field(() => ID, { description: 'Made by the form: the same key gives the same sheet.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The poll.' })
  pollId!: string;

  @Field(() => Int, { description: 'How many papers lay in the box.' })
  papers!: number;

  @Field(() => [PaperCountsInput], { nullable: true, description: 'The counts, where the type has a sheet.' })
  counts?: PaperCountsInput[] | null;

  @Field(() => [PaperBallotInput], { nullable: true, description: 'Each paper, where it has none.' })
  ballots?: PaperBallotInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the sheet itself is kept; needed where there is no photo.',
  })
  photoKey?: string | null;

  @Field(() => ID, { nullable: true, description: 'The photo of the sheet, given to this poll.' })
  photoId?: string | null;

  @Field(() => [String], { description: 'The two who signed the sheet.' })
  signers!: string[];
}

@InputType('WithdrawPaperSheetInput', { description: 'A sheet that was typed in wrongly.' })
export class WithdrawPaperSheetInput {
  @Field(() => ID, { description: 'The sheet.' })
  sheetId!: string;
}

@ObjectType('PaperCounts', { description: 'How many papers bear the mark of each column for an option.' })
export class PaperCountsNode {
  @Field(() => String, { description: 'The key of the option.' })
  option!: string;

  @Field(() => [Int], { description: 'One number for each column.' })
  columns!: readonly number[];
}

@ObjectType('PaperSheet', { description: 'Counts of a paper poll.' })
export class PaperSheetNode implements Pick<PaperSheet, 'id' | 'papers' | 'signers'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'How many papers lay in the box.' })
  papers!: number;

  @Field(() => String, { nullable: true, description: 'Where the sheet itself is kept.' })
  photoKey!: string | null;

  @Field(() => [String], { description: 'The two who signed it.' })
  signers!: readonly string[];
}

export const MakePollPayload = payloadTypeOf('MakePoll', 'poll', () => PollNode);
export const ChangePollPayload = payloadTypeOf('ChangePoll', 'poll', () => PollNode);
export const PollFromTopIssuesPayload = payloadTypeOf('PollFromTopIssues', 'poll', () => PollNode);
export const AddPollOptionPayload = payloadTypeOf('AddPollOption', 'poll', () => PollNode);
export const ChangePollOptionPayload = payloadTypeOf('ChangePollOption', 'poll', () => PollNode);
export const OrderPollOptionsPayload = payloadTypeOf('OrderPollOptions', 'poll', () => PollNode);
export const RemovePollOptionPayload = payloadTypeOf('RemovePollOption', 'poll', () => PollNode);
export const ProposePollOptionPayload = payloadTypeOf('ProposePollOption', 'poll', () => PollNode);
export const ModerateProposalPayload = payloadTypeOf('ModerateProposal', 'poll', () => PollNode);
export const OpenPollPayload = payloadTypeOf('OpenPoll', 'poll', () => PollNode);
export const ClosePollPayload = payloadTypeOf('ClosePoll', 'poll', () => PollNode);
export const KeepPollOpenPayload = payloadTypeOf('KeepPollOpen', 'poll', () => PollNode);
export const ConfirmClosePayload = payloadTypeOf('ConfirmClose', 'poll', () => PollNode);
export const CastBallotPayload = payloadTypeOf('CastBallot', 'poll', () => PollNode);
export const VoidCardPayload = payloadTypeOf('VoidCard', 'poll', () => PollNode);
export const EnterPaperCountsPayload = payloadTypeOf('EnterPaperCounts', 'sheet', () => PaperSheetNode);
export const WithdrawPaperSheetPayload = payloadTypeOf('WithdrawPaperSheet', 'sheet', () => PaperSheetNode);
export const PollFilePayload = payloadTypeOf('PollFile', 'file', () => PollFileNode);
