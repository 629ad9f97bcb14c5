import type { Category, IssueChange, IssueState, Topic } from '@samleng/vocabulary';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { CategoryEnum, enumOf, IssueChangeEnum, IssueStateEnum, TopicEnum } from '../../graph/enums.ts';
import type { Issue, IssueEvent, StoredStanding } from './issue.entity.ts';
import { issueOrders } from './list-issues.ts';

export const IssueOrderEnum = enumOf('IssueOrder', issueOrders, 'In which order issues are listed.');

@ObjectType('Issue', {
  simpleResolvers: true,
  description: 'What a moderator published from one or several concerns, in edited words.',
})
export class IssueNode implements Pick<
  Issue,
  | 'id'
  | 'titleKm'
  | 'titleEn'
  | 'wordsKm'
  | 'wordsEn'
  | 'category'
  | 'topic'
  | 'state'
  | 'supportCount'
  | 'concernCount'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its title in Khmer; at least one language is always there.',
  })
  titleKm!: string | null;

  @Field(() => String, { nullable: true, description: 'Its title in English.' })
  titleEn!: string | null;

  @Field(() => String, { nullable: true, description: 'Its words in Khmer.' })
  wordsKm!: string | null;

  @Field(() => String, { nullable: true, description: 'Its words in English.' })
  wordsEn!: string | null;

  @Field(() => CategoryEnum, { description: 'What it is about.' })
  category!: Category;

  @Field(() => TopicEnum, { nullable: true, description: 'What it is about, more exactly.' })
  topic!: Topic | null;

  @Field(() => IssueStateEnum, { description: 'Where it stands.' })
  state!: IssueState;

  @Field(() => Int, { description: 'How many devices support it, one each.' })
  supportCount!: number;

  @Field(() => Int, { description: 'How many concerns it was made of.' })
  concernCount!: number;
}

export const IssueConnection = connectionOf('Issue', () => IssueNode);

@ObjectType('IssueCan', {
  description: 'What the viewer may do with an issue; every deed checks the same again.',
})
export class IssueCanNode {
  /** The issue that is spoken about; shown by no field. */
  issue!: Issue;
}

@ObjectType('StandingStep', { description: 'One reason for a standing, with its figures.' })
export class StandingStepNode {
  @Field(() => String, {
    description:
      'SHARE (supporters, participants) · LOWER_BOUND (bound) · TIE_SUPPORT, TIE_OLDER, TIE_ID (plain position) · ' +
      'GROUP_BALANCED (score) · IMPORTANT_TO · KEPT_SLOT (choice, due by, plain position) · OVER (open issues before it).',
  })
  code!: string;

  @Field(() => [Float], { description: 'The figures, in the order the code names them.' })
  figures!: readonly number[];

  @Field(() => String, {
    nullable: true,
    description: 'The group it speaks of, such as sex:GIRL or village:02080801.',
  })
  group!: string | null;
}

@ObjectType('Standing', {
  simpleResolvers: true,
  description: 'Where an issue stands among those of its commune, and why. As of the last computation.',
})
export class StandingNode implements StoredStanding {
  @Field(() => Int, { description: 'From 1.' })
  position!: number;

  @Field(() => Float, { description: 'Supporters as a share of the children who took part, 0 to 1.' })
  share!: number;

  @Field(() => Float, { description: 'What can be relied on of that share (Wilson, z 1.2816).' })
  lowerBound!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'How evenly groups support it; none when no group has ten children.',
  })
  groupBalanced!: number | null;

  @Field(() => [String], { description: 'Groups to which it matters in particular.' })
  importantTo!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The group for which it holds its place in the list.' })
  keptSlotFor!: string | null;

  @Field(() => Int, { description: 'Devices of the commune that supported anything.' })
  participants!: number;

  @Field(() => [StandingStepNode], { description: 'The reasons, in order.' })
  explanation!: StoredStanding['explanation'];
}

@ObjectType('VerdictCounts', { description: "The children's word on the last thing the office said." })
export class VerdictCountsNode {
  @Field(() => Int, { description: 'How many say it is solved.' })
  solved!: number;

  @Field(() => Int, { description: 'How many say it is partly solved.' })
  partly!: number;

  @Field(() => Int, { description: 'How many say it is not solved.' })
  notSolved!: number;
}

@ObjectType('IssueEvent', { description: "One step of an issue's history." })
export class IssueEventNode implements Pick<IssueEvent, 'change' | 'note'> {
  @Field(() => IssueChangeEnum, { description: 'What happened.' })
  change!: IssueChange;

  @Field(() => String, { nullable: true, description: 'A note for everybody to read.' })
  note!: string | null;
}

export const IssueEventConnection = connectionOf('IssueEvent', () => IssueEventNode);

@ObjectType('SimilarIssue', { description: 'An issue that may say the same.' })
export class SimilarIssueNode {
  @Field(() => IssueNode, { description: 'The issue.' })
  issue!: Issue;

  @Field(() => Float, { description: 'How alike, 0 to 1: by its words or by what it is about.' })
  similarity!: number;

  @Field(() => Boolean, { description: 'Whether it is so alike that it very likely says the same.' })
  isSame!: boolean;
}

@ObjectType('VoiceCell', { description: 'How many of a group support an issue.' })
export class VoiceCellNode {
  @Field(() => String, {
    description: 'The group: a sex, an age band, YES or NO, a village code, or NOT_SAID.',
  })
  key!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many; empty where the group is too small to be shown.',
  })
  count!: number | null;
}

@ObjectType('Voices', {
  description:
    'Who supports an issue, by what they said of themselves. Small groups are hidden, for staff too.',
})
export class VoicesNode {
  @Field(() => Int, { description: 'All supporters when the groups were counted.' })
  total!: number;

  @Field(() => [VoiceCellNode], { description: 'By village.' })
  byVillage!: readonly VoiceCellNode[];

  @Field(() => [VoiceCellNode], { description: 'By sex.' })
  bySex!: readonly VoiceCellNode[];

  @Field(() => [VoiceCellNode], { description: 'By age band.' })
  byAgeBand!: readonly VoiceCellNode[];

  @Field(() => [VoiceCellNode], { description: 'By disability.' })
  byDisability!: readonly VoiceCellNode[];
}
