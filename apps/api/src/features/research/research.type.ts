import type { Dropped, FormProblem } from '@samleng/surveys';
import {
  answerSources,
  type Category,
  type Decision,
  ethicsItems,
  type ResearchMethod,
  researchMethods,
  type ResearchStage,
  researchStages,
  type Verdict,
} from '@samleng/vocabulary';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { CategoryEnum, DecisionEnum, enumOf, VerdictEnum } from '../../graph/enums.ts';
import { payloadTypeOf } from '../../graph/payload-type.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import type { CrossCounts, QuestionCounts } from './analyse.ts';
import type { Finding, Recommendation, ResearchTopic } from './research.entity.ts';

export const ResearchStageEnum = enumOf('ResearchStage', researchStages, 'Where a research topic stands.');
export const ResearchMethodEnum = enumOf('ResearchMethod', researchMethods, 'How something is found out.');
export const EthicsItemEnum = enumOf(
  'EthicsItem',
  ethicsItems,
  'Something to be seen to before children go out.',
);
export const AnswerSourceEnum = enumOf('AnswerSource', answerSources, 'Where an answer was written down.');

@ObjectType('ResearchFinding', { description: 'What children found out, and from how many.' })
export class FindingNode implements Pick<Finding, 'id' | 'base'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'In Khmer.' })
  textKm!: string | null;

  @Field(() => String, { nullable: true, description: 'In English.' })
  textEn!: string | null;

  @Field(() => Int, { description: 'How many people it rests on, ten at least.' })
  base!: number;
}

@ObjectType('Recommendation', { description: 'What children ask an office to do, and its answer.' })
export class RecommendationNode implements Pick<Recommendation, 'id'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'In Khmer.' })
  textKm!: string | null;

  @Field(() => String, { nullable: true, description: 'In English.' })
  textEn!: string | null;

  @Field(() => DecisionEnum, { nullable: true, description: 'What the office decided.' })
  decision!: Decision | null;

  @Field(() => String, { nullable: true, description: "The office's words." })
  answer!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'The day it answered.' })
  answeredOn!: string | null;

  @Field(() => VerdictEnum, { nullable: true, description: 'What the children say came of it.' })
  verdict!: Verdict | null;

  @Field(() => DayScalar, { nullable: true, description: 'The day they said so.' })
  followedUpOn!: string | null;
}

@ObjectType('ChoiceCount', { description: 'How often a choice was taken.' })
class ChoiceCountNode {
  @Field(() => String, { description: 'The choice, by its name in the form.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How many; empty: too few to say.' })
  count!: number | null;
}

@ObjectType('QuestionCounts', { description: 'What was answered to a question, small counts hidden.' })
export class QuestionCountsNode implements QuestionCounts {
  @Field(() => String, { description: 'The question, by its name in the form.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How many answered; empty: too few to say.' })
  base!: number | null;

  @Field(() => [ChoiceCountNode], { description: 'Each choice in its order; none for a number.' })
  choices!: ChoiceCountNode[];

  @Field(() => Float, { nullable: true, description: 'Of a number question: all numbers together.' })
  sum!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of a number question: the one in the middle.' })
  median!: number | null;
}

@ObjectType('CrossRow', { description: 'A row of a table of two questions.' })
class CrossRowNode {
  @Field(() => String, { description: 'The choice of the first question.' })
  name!: string;

  @Field(() => [Int], {
    nullable: 'items',
    description: 'By the choices of the second question; empty: too few to say.',
  })
  counts!: readonly (number | null)[];
}

@ObjectType('CrossCounts', { description: 'A table of two questions, small counts hidden.' })
export class CrossCountsNode implements CrossCounts {
  @Field(() => Int, { nullable: true, description: 'How many answered both; empty: too few to say.' })
  base!: number | null;

  @Field(() => [String], { description: 'The choices of the second question.' })
  columns!: readonly string[];

  @Field(() => [CrossRowNode], { description: 'The choices of the first question with their counts.' })
  rows!: readonly CrossRowNode[];
}

@ObjectType('AnswerCode', { description: 'What several open answers to a question have in common.' })
export class AnswerCodeNode {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The open question, by its name in the form.' })
  question!: string;

  @Field(() => String, { nullable: true, description: 'In Khmer.' })
  nameKm!: string | null;

  @Field(() => String, { nullable: true, description: 'In English.' })
  nameEn!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many answers bear it; empty: too few to say.' })
  count!: number | null;
}

@ObjectType('OpenAnswer', { description: "One person's words on an open question. Nobody is named." })
export class OpenAnswerNode {
  @Field(() => ID, { description: 'The sheet they stand on.' })
  sheetId!: string;

  @Field(() => String, { description: 'The words.' })
  text!: string;

  @Field(() => [ID], { description: 'The codes they bear.' })
  codeIds!: readonly string[];
}

@ObjectType('SurveySheet', { description: 'A sheet of a form as rows of cells.' })
export class SurveySheetNode {
  @Field(() => String, { description: 'survey, choices or settings, as XLSForm has them.' })
  name!: string;

  @Field(() => [[String]], { description: 'Its rows; the first names the columns.' })
  rows!: readonly (readonly string[])[];
}

@ObjectType('ResearchTopicCan', { description: 'What the viewer may do with a topic.' })
export class ResearchTopicCanNode {
  @Field(() => Boolean, { description: 'Whether the viewer keeps it.' })
  keep!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may approve its ethics now.' })
  approveEthics!: boolean;
}

@ObjectType('ResearchTopic', { description: 'What children of a place find out together.' })
export class ResearchTopicNode implements Pick<
  ResearchTopic,
  'id' | 'category' | 'titleKm' | 'titleEn' | 'question' | 'method' | 'isSensitive' | 'stage'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => CategoryEnum, { description: 'What it is about.' })
  category!: Category;

  @Field(() => String, { description: 'Its title in Khmer.' })
  titleKm!: string;

  @Field(() => String, { description: 'Its title in English.' })
  titleEn!: string;

  @Field(() => String, { description: 'What is to be found out.' })
  question!: string;

  @Field(() => ResearchMethodEnum, { description: 'How.' })
  method!: ResearchMethod;

  @Field(() => Boolean, { description: 'Whether it takes counts only.' })
  isSensitive!: boolean;

  @Field(() => ResearchStageEnum, { description: 'Where it stands.' })
  stage!: ResearchStage;

  @Field(() => Int, { description: 'How many girls go out.' })
  teamGirls!: number;

  @Field(() => Int, { description: 'How many boys go out.' })
  teamBoys!: number;

  @Field(() => Int, { description: 'How many adults go with them.' })
  teamAdults!: number;

  @Field(() => DayScalar, { nullable: true, description: 'The day it was presented.' })
  presentedOn!: string | null;

  @Field(() => ID, { nullable: true, description: 'The meeting it was presented at.' })
  meetingId!: string | null;
}

export const ResearchTopicConnection = connectionOf('ResearchTopic', () => ResearchTopicNode);

const sheetKinds = { description: 'survey, choices or settings.' };

@ObjectType('FormDropped', { description: 'Something of a workbook that the form leaves out.' })
class FormDroppedNode implements Dropped {
  @Field(() => String, sheetKinds)
  sheet!: Dropped['sheet'];

  @Field(() => Int, { description: 'The row, as a spreadsheet numbers it.' })
  line!: number;

  @Field(() => String, { description: 'TYPE, COLUMN, LANGUAGE, EXPRESSION or OTHER_CHOICE.' })
  what!: Dropped['what'];

  @Field(() => String, { description: 'The cell or name.' })
  about!: string;
}

@ObjectType('FormLine', { description: 'Where a workbook is no form.' })
class FormLineNode implements FormProblem {
  @Field(() => String, sheetKinds)
  sheet!: FormProblem['sheet'];

  @Field(() => Int, { description: 'The row, as a spreadsheet numbers it; 0: the sheet as a whole.' })
  line!: number;

  @Field(() => String, { description: 'What is wrong, as a code.' })
  code!: FormProblem['code'];

  @Field(() => String, { description: 'The cell or name it is about.' })
  about!: string;
}

@ObjectType('ImportSurveyFormPayload', { description: 'What came of it.' })
export class ImportSurveyFormPayload {
  @Field(() => ResearchTopicNode, { nullable: true, description: 'The topic; empty when refused.' })
  topic!: ResearchTopicNode | null;

  @Field(() => [FormDroppedNode], { description: 'What the form leaves out of the workbook.' })
  dropped!: readonly FormDroppedNode[];

  @Field(() => [FormLineNode], { description: 'Where the workbook is no form.' })
  lines!: readonly FormLineNode[];

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: readonly ProblemType[];
}

const topicPayload = (deed: string) => payloadTypeOf(deed, 'topic', () => ResearchTopicNode);
const recommendationPayload = (deed: string) =>
  payloadTypeOf(deed, 'recommendation', () => RecommendationNode);

export const PlanResearchTopicPayload = topicPayload('PlanResearchTopic');
export const MoveResearchTopicPayload = topicPayload('MoveResearchTopic');
export const FillEthicsPayload = topicPayload('FillEthics');
export const ApproveEthicsPayload = topicPayload('ApproveEthics');
export const AddAnswerCodePayload = topicPayload('AddAnswerCode');
export const TagAnswersPayload = topicPayload('TagAnswers');
export const RecordSurveyAnswersPayload = topicPayload('RecordSurveyAnswers');
export const RecordTallyPayload = topicPayload('RecordTally');
export const LinkFindingPayload = topicPayload('LinkFinding');
export const AddFindingPayload = topicPayload('AddFinding');
export const AddRecommendationPayload = topicPayload('AddRecommendation');
export const PresentResearchTopicPayload = topicPayload('PresentResearchTopic');
export const AnswerRecommendationPayload = recommendationPayload('AnswerRecommendation');
export const FollowUpRecommendationPayload = recommendationPayload('FollowUpRecommendation');
