import type { AnyBallotType, BallotTypeName } from '@samleng/ballots';
import type { Electorate, OptionState, PollState, Voice } from '@samleng/vocabulary';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { JsonScalar } from '../../graph/json-scalar.ts';
import type { PollResult } from './ballot.entity.ts';
import {
  BallotTypeEnum,
  ElectorateEnum,
  MediaKindEnum,
  OptionStateEnum,
  PollStateEnum,
  VoiceEnum,
} from './poll.enums.ts';
import type { Poll, PollOption } from './poll.entity.ts';
import type { MediaKind, PollMedia } from './poll-media.entity.ts';
import type { PollTemplate } from './poll-templates.ts';

@ObjectType('PollSetting', { description: 'A number a poll of this type was made with.' })
export class PollSettingNode {
  @Field(() => String, { description: 'Which setting.' })
  name!: string;

  @Field(() => Float, { description: 'Its value.' })
  value!: number;
}

@ObjectType('BallotTypeSetting', { description: 'A number a facilitator chooses when making a poll.' })
export class BallotTypeSettingNode {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Float, { description: 'The least it may be.' })
  least!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The most it may be; none: as many as there are options.',
  })
  most!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What it is when left out; none: the number of options.',
  })
  usual!: number | null;

  @Field(() => [Float], { nullable: true, description: 'When only these make sense.' })
  oneOf!: readonly number[] | null;
}

@ObjectType('BallotType', { description: 'A way of answering a poll.' })
export class BallotTypeNode implements Pick<AnyBallotType, 'name' | 'gesture' | 'shape'> {
  @Field(() => BallotTypeEnum, { description: 'Its name.' })
  name!: BallotTypeName;

  @Field(() => String, { description: 'What the child does with a finger.' })
  gesture!: AnyBallotType['gesture'];

  @Field(() => JsonScalar, { description: 'The shape of a ballot, in the words of JSON Schema.' })
  shape!: AnyBallotType['shape'];

  @Field(() => [BallotTypeSettingNode], { description: 'What can be set.' })
  settings!: readonly BallotTypeSettingNode[];

  @Field(() => [String], { description: 'The rules that count such ballots, the usual one first.' })
  rules!: readonly string[];

  @Field(() => Boolean, { description: 'Whether papers are counted on a sheet; else each is typed in.' })
  hasSheet!: boolean;
}

@ObjectType('PollMedia', { description: 'A picture or recording given to a poll.' })
export class PollMediaNode implements Pick<PollMedia, 'id' | 'kind' | 'mediaType'> {
  @Field(() => ID, { description: 'Its id: the service gives it out under /poll-media/<id>.' })
  id!: string;

  @Field(() => MediaKindEnum, { description: 'Which of the two.' })
  kind!: MediaKind;

  @Field(() => String, { description: 'Its type, such as image/webp or audio/ogg.' })
  mediaType!: string;
}

@ObjectType('PollOption', { description: 'Something that can be chosen in a poll.' })
export class PollOptionNode implements Pick<
  PollOption,
  'key' | 'titleKm' | 'titleEn' | 'pictureKey' | 'costRiel' | 'isProposedByChild' | 'state'
> {
  @Field(() => String, { description: 'What ballots and results call it.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'Its title in Khmer.' })
  titleKm!: string | null;

  @Field(() => String, { nullable: true, description: 'Its title in English.' })
  titleEn!: string | null;

  @Field(() => String, { nullable: true, description: "The name of its picture in the product's own set." })
  pictureKey!: string | null;

  @Field(() => Float, { nullable: true, description: 'What it costs in riel; in budgets only.' })
  costRiel!: number | null;

  @Field(() => Boolean, { description: 'Whether a child proposed it.' })
  isProposedByChild!: boolean;

  @Field(() => OptionStateEnum, { description: 'Where it stands.' })
  state!: OptionState;
}

@ObjectType('ExplanationStep', { description: 'One step of why a result is what it is.' })
export class ExplanationStepNode {
  @Field(() => String, { description: 'Which step: the words are kept under `ballots.explain`.' })
  key!: string;

  @Field(() => JsonScalar, { description: 'The values to fill in, by name; options by key.' })
  values!: object;
}

@ObjectType('PollGroup', { description: 'A group of those who answered.' })
export class PollGroupNode {
  @Field(() => String, { description: 'Like sex:GIRL or age:AGE_10_13; `rest` for all others.' })
  key!: string;

  @Field(() => Int, { nullable: true, description: 'How many answered; none where they are too few.' })
  ballots!: number | null;
}

@ObjectType('PollGroupCounts', { description: 'How many of each group chose an option.' })
export class PollGroupCountsNode {
  @Field(() => String, { description: 'The option.' })
  option!: string;

  @Field(() => [Int], { nullable: 'items', description: 'By group, in their order; none where too few.' })
  counts!: readonly (number | null)[];
}

@ObjectType('PollSplits', { description: 'How groups answered, where they are large enough to hide in.' })
export class PollSplitsNode {
  @Field(() => [PollGroupNode], { description: 'The groups.' })
  groups!: readonly PollGroupNode[];

  @Field(() => [PollGroupCountsNode], { description: 'By option.' })
  options!: readonly PollGroupCountsNode[];
}

@ObjectType('PollResult', { description: 'What came of a poll, for one of its two numbers.' })
export class PollResultNode implements Pick<
  PollResult,
  'voice' | 'isWithoutDoubted' | 'ballots' | 'papers' | 'outcome'
> {
  @Field(() => VoiceEnum, { description: 'Which number.' })
  voice!: Voice;

  @Field(() => Boolean, { description: 'Whether the ballots of doubted batches are left out.' })
  isWithoutDoubted!: boolean;

  @Field(() => Int, { description: 'Ballots cast online.' })
  ballots!: number;

  @Field(() => Int, { description: 'Ballots on paper.' })
  papers!: number;

  @Field(() => JsonScalar, {
    description:
      'The outcome as the rule gives it: rule, winners, order, ties, rounds, and what the rule adds.',
  })
  outcome!: object;

  @Field(() => [ExplanationStepNode], { description: 'Why, step by step.' })
  steps!: readonly ExplanationStepNode[];

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Of statements: groups of children who answer alike.',
  })
  opinionGroups!: object | null;

  @Field(() => PollSplitsNode, {
    nullable: true,
    description: 'How groups answered, where that may be shown.',
  })
  splits!: PollSplitsNode | null;
}

@ObjectType('PollCan', { description: 'What the viewer may do with a poll.' })
export class PollCanNode {
  @Field(() => Boolean, { description: 'Change the draft, its options and proposals, and open it.' })
  change!: boolean;

  @Field(() => Boolean, { description: 'Propose an option.' })
  propose!: boolean;

  @Field(() => Boolean, { description: 'Answer it, with a card or openly: it takes ballots now.' })
  answer!: boolean;

  @Field(() => Boolean, {
    description: 'Run it: lead a round on a tablet, keep the register, take cards back.',
  })
  run!: boolean;

  @Field(() => Boolean, { description: 'Make cards for it.' })
  makeCards!: boolean;

  @Field(() => Boolean, { description: 'Type in what was counted on paper.' })
  enterPapers!: boolean;

  @Field(() => Boolean, { description: 'Ask to close it.' })
  close!: boolean;

  @Field(() => Boolean, { description: 'Confirm, as the second person, that it is closed.' })
  confirmClose!: boolean;

  @Field(() => Boolean, { description: 'Let it take ballots again before it is closed.' })
  keepOpen!: boolean;
}

@ObjectType('Poll', { description: 'A question put to a defined electorate.' })
export class PollNode implements Pick<
  Poll,
  | 'id'
  | 'questionKm'
  | 'questionEn'
  | 'wordsKm'
  | 'wordsEn'
  | 'ballotType'
  | 'rule'
  | 'seats'
  | 'electorate'
  | 'takesOpenSupport'
  | 'takesProposals'
  | 'isSensitive'
  | 'isFromIssues'
  | 'opensAt'
  | 'closesAt'
  | 'state'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The question in Khmer.' })
  questionKm!: string | null;

  @Field(() => String, { nullable: true, description: 'The question in English.' })
  questionEn!: string | null;

  @Field(() => String, { nullable: true, description: 'What there is to know first, in Khmer.' })
  wordsKm!: string | null;

  @Field(() => String, { nullable: true, description: 'What there is to know first, in English.' })
  wordsEn!: string | null;

  @Field(() => BallotTypeEnum, { description: 'How it is answered.' })
  ballotType!: BallotTypeName;

  @Field(() => String, { description: 'The rule by which it is counted.' })
  rule!: string;

  @Field(() => Int, { nullable: true, description: 'How many options are to be chosen; none: the best one.' })
  seats!: number | null;

  @Field(() => ElectorateEnum, { description: 'Who may answer.' })
  electorate!: Electorate;

  @Field(() => Boolean, { description: 'Whether it takes open support, counted apart from cards.' })
  takesOpenSupport!: boolean;

  @Field(() => Boolean, { description: 'Whether children may propose options while it is a draft.' })
  takesProposals!: boolean;

  @Field(() => Boolean, { description: 'Whether help is shown beside it.' })
  isSensitive!: boolean;

  @Field(() => Boolean, { description: 'Whether its options are issues of the commune.' })
  isFromIssues!: boolean;

  @Field(() => Date, { description: 'From when it takes ballots.' })
  opensAt!: Date;

  @Field(() => Date, { description: 'Until when it takes ballots.' })
  closesAt!: Date;

  @Field(() => PollStateEnum, { description: 'Where it stands.' })
  state!: PollState;
}

export const PollConnection = connectionOf('Poll', () => PollNode);

@ObjectType('PollTemplateOption', { description: 'Something to choose in a template.' })
export class PollTemplateOptionNode {
  @Field(() => String, { description: 'Its title in Khmer.' })
  titleKm!: string;

  @Field(() => String, { description: 'Its title in English.' })
  titleEn!: string;

  @Field(() => String, { nullable: true, description: 'The name of its picture.' })
  pictureKey!: string | null;
}

@ObjectType('PollTemplate', { description: 'A poll that has been thought through, to start from.' })
export class PollTemplateNode implements Pick<
  PollTemplate,
  'key' | 'questionKm' | 'questionEn' | 'ballotType' | 'electorate' | 'isSensitive' | 'options'
> {
  @Field(() => String, { description: 'Its key.' })
  key!: string;

  @Field(() => String, { description: 'The question in Khmer.' })
  questionKm!: string;

  @Field(() => String, { description: 'The question in English.' })
  questionEn!: string;

  @Field(() => BallotTypeEnum, { description: 'How it is answered.' })
  ballotType!: BallotTypeName;

  @Field(() => [PollSettingNode], { description: 'What is set otherwise than usual.' })
  settings!: readonly PollSettingNode[];

  @Field(() => ElectorateEnum, { description: 'Whom it is meant for.' })
  electorate!: Electorate;

  @Field(() => Boolean, { description: 'Whether help is shown beside it.' })
  isSensitive!: boolean;

  @Field(() => [PollTemplateOptionNode], { description: 'What can be chosen.' })
  options!: PollTemplate['options'];
}

@ObjectType('PollFile', { description: 'A file of ballots.' })
export class PollFileNode {
  @Field(() => String, { description: 'Its name.' })
  fileName!: string;

  @Field(() => String, { description: 'What is in it.' })
  text!: string;
}
