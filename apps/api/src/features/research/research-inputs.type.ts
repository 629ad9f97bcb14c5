import type {
  AnswerSource,
  Category,
  Decision,
  EthicsItem,
  ResearchMethod,
  ResearchStage,
  Verdict,
} from '@samleng/vocabulary';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CategoryEnum, DecisionEnum, VerdictEnum } from '../../graph/enums.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { AnswerSourceEnum, EthicsItemEnum, ResearchMethodEnum, ResearchStageEnum } from './research.type.ts';

@InputType('ResearchTopicFilter', { description: 'Which topics are asked for.' })
export class ResearchTopicFilterInput {
  @Field(() => String, { description: 'Of this place and all below it; empty: the whole country.' })
  placeCode!: string;

  @Field(() => ResearchStageEnum, { nullable: true, description: 'Only those that stand so.' })
  stage?: ResearchStage | null;
}

@InputType('PlanResearchTopicInput', { description: 'What children want to find out.' })
export class PlanResearchTopicInput {
  @Field(() => ID, { description: 'Made by the device: the same topic sent twice is one.' })
  id!: string;

  @Field(() => CategoryEnum, { description: 'What it is about. Violence and alcohol are always sensitive.' })
  category!: Category;

  @Field(() => String, { description: 'The commune.' })
  placeCode!: string;

  @Field(() => ID, { nullable: true, description: 'The club that finds it out.' })
  clubId?: string | null;

  @Field(() => String, { description: 'Its title in Khmer, at most 120 characters.' })
  titleKm!: string;

  @Field(() => String, { description: 'Its title in English, at most 120 characters.' })
  titleEn!: string;

  @Field(() => String, { description: 'What is to be found out, at most 1,000 characters.' })
  question!: string;

  @Field(() => ResearchMethodEnum, { description: 'How.' })
  method!: ResearchMethod;

  @Field(() => Boolean, { description: 'Whether it takes counts only.' })
  isSensitive!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many girls go out; none when left out.' })
  teamGirls?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many boys go out; none when left out.' })
  teamBoys?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many adults go with them; none when left out.' })
  teamAdults?: number | null;
}

@InputType('MoveResearchTopicInput', { description: 'A stage to take a topic to.' })
export class MoveResearchTopicInput {
  @Field(() => ID, { description: 'Which topic.' })
  topicId!: string;

  @Field(() => ResearchStageEnum, { description: 'Its next stage, or PLAN again from ETHICS.' })
  to!: ResearchStage;
}

@InputType('FillEthicsInput', { description: 'What has been seen to.' })
export class FillEthicsInput {
  @Field(() => ID, { description: 'Which topic.' })
  topicId!: string;

  @Field(() => [EthicsItemEnum], { description: 'All that has been seen to; what is left out has not.' })
  items!: EthicsItem[];
}

@InputType('ApproveEthicsInput', { description: 'A topic whose ethics a second person approves.' })
export class ApproveEthicsInput {
  @Field(() => ID, { description: 'Which topic.' })
  topicId!: string;
}

@InputType('ImportSurveyFormInput', { description: 'A form as a workbook of XLSForm.' })
export class ImportSurveyFormInput {
  @Field(() => ID, { description: 'Which topic.' })
  topicId!: string;

  @Field(() => String, { description: 'The XLSX file in base64, at most 45 KB.' })
  file!: string;
}

@InputType('FormSheetInput', { description: 'A sheet of a form as rows of cells.' })
class FormSheetInput {
  @Field(() => String, { description: 'survey, choices or settings, as XLSForm has them.' })
  name!: string;

  @Field(() => [[String]], { description: 'Its rows; the first names the columns.' })
  rows!: string[][];
}

@InputType('SaveSurveyFormInput', { description: 'A form as the sheets of XLSForm.' })
export class SaveSurveyFormInput {
  @Field(() => ID, { description: 'Which topic.' })
  topicId!: string;

  @Field(() => [FormSheetInput], { description: 'Its sheets; at most 64,000 characters in all.' })
  sheets!: FormSheetInput[];
}

@InputType('AddAnswerCodeInput', { description: 'What several open answers have in common.' })
export class AddAnswerCodeInput {
  @Field(() => ID, { description: 'Which topic.' })
  topicId!: string;

  @Field(() => ID, { description: 'Made by the device: the same code is kept once.' })
  id!: string;

  @Field(() => String, { description: 'The open question, by its name in the form.' })
  question!: string;

  @Field(() => String, { nullable: true, description: 'In Khmer, at most 120 characters.' })
  nameKm?: string | null;

  @Field(() => String, { nullable: true, description: 'In English, at most 120 characters.' })
  nameEn?: string | null;
}

@InputType('AnswerTagsInput', { description: 'What one open answer says.' })
class AnswerTagsInput {
  @Field(() => ID, { description: 'The sheet it stands on.' })
  sheetId!: string;

  @Field(() => [ID], { description: 'All codes it bears; what is left out is taken off.' })
  codeIds!: string[];
}

@InputType('TagAnswersInput', { description: 'Codes for open answers to a question.' })
export class TagAnswersInput {
  @Field(() => ID, { description: 'Which topic.' })
  topicId!: string;

  @Field(() => String, { description: 'The open question, by its name in the form.' })
  question!: string;

  @Field(() => [AnswerTagsInput], { description: 'At most 50 answers.' })
  answers!: AnswerTagsInput[];
}

@InputType('SurveyAnswerInput', { description: 'An answer to one question.' })
class SurveyAnswerInput {
  @Field(() => String, { description: 'The question, by its name in the form.' })
  name!: string;

  @Field(() => String, {
    description: 'The answer; several choices with spaces between, a day as 2026-11-23.',
  })
  value!: string;
}

@InputType('SurveySheetInput', { description: "One person's answers. Nobody is named." })
class SurveySheetInput {
  @Field(() => ID, { description: 'Made by the device: the same sheet is kept once.' })
  id!: string;

  @Field(() => AnswerSourceEnum, { description: 'Where it was written down.' })
  source!: AnswerSource;

  @Field(() => DayScalar, { description: 'The day it was answered.' })
  answeredOn!: string;

  @Field(() => [SurveyAnswerInput], { description: 'The answers.' })
  answers!: SurveyAnswerInput[];
}

@InputType('RecordSurveyAnswersInput', { description: 'Answers to the form of a topic.' })
export class RecordSurveyAnswersInput {
  @Field(() => ID, { description: 'Which topic; none that is sensitive.' })
  topicId!: string;

  @Field(() => [SurveySheetInput], { description: 'At most 50; all are kept, or none.' })
  sheets!: SurveySheetInput[];
}

@InputType('TallyCountInput', { description: 'How many of a group said something.' })
class TallyCountInput {
  @Field(() => String, { description: 'The question, by its name in the form.' })
  question!: string;

  @Field(() => String, { nullable: true, description: 'The choice; none for a number question.' })
  choice?: string | null;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@InputType('RecordTallyInput', { description: 'What a group said on a sensitive topic, as counts.' })
export class RecordTallyInput {
  @Field(() => ID, { description: 'Which topic.' })
  topicId!: string;

  @Field(() => ID, { description: 'Made by the device: the same tally is kept once.' })
  id!: string;

  @Field(() => AnswerSourceEnum, { description: 'Where it was written down.' })
  source!: AnswerSource;

  @Field(() => DayScalar, { description: 'The day it was counted.' })
  countedOn!: string;

  @Field(() => Int, { description: 'How many people were in the group: ten at least.' })
  people!: number;

  @Field(() => [TallyCountInput], { description: 'The counts.' })
  counts!: TallyCountInput[];
}

@InputType('AddFindingInput', { description: 'What children found out.' })
export class AddFindingInput {
  @Field(() => ID, { description: 'Which topic.' })
  topicId!: string;

  @Field(() => ID, { description: 'Made by the device: the same finding is kept once.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'In Khmer, at most 1,000 characters.' })
  textKm?: string | null;

  @Field(() => String, { nullable: true, description: 'In English, at most 1,000 characters.' })
  textEn?: string | null;

  @Field(() => Int, { description: 'How many people it rests on: ten at least.' })
  base!: number;
}

@InputType('LinkFindingInput', { description: 'Which issue a finding speaks about.' })
export class LinkFindingInput {
  @Field(() => ID, { description: 'The finding, of a topic that is not sensitive.' })
  findingId!: string;

  @Field(() => ID, { nullable: true, description: 'A published issue of the commune; none takes it back.' })
  issueId?: string | null;
}

@InputType('AddRecommendationInput', { description: 'What children ask an office to do.' })
export class AddRecommendationInput {
  @Field(() => ID, { description: 'Which topic.' })
  topicId!: string;

  @Field(() => ID, { description: 'Made by the device: the same recommendation is kept once.' })
  id!: string;

  @Field(() => ID, { description: 'The office: of the commune or above it.' })
  officeId!: string;

  @Field(() => String, { nullable: true, description: 'In Khmer, at most 1,000 characters.' })
  textKm?: string | null;

  @Field(() => String, { nullable: true, description: 'In English, at most 1,000 characters.' })
  textEn?: string | null;
}

@InputType('PresentResearchTopicInput', { description: 'Where a topic was presented.' })
export class PresentResearchTopicInput {
  @Field(() => ID, { description: 'Which topic.' })
  topicId!: string;

  @Field(() => ID, { description: 'The meeting, which has been held.' })
  meetingId!: string;
}

@InputType('AnswerRecommendationInput', { description: "An office's answer to children." })
export class AnswerRecommendationInput {
  @Field(() => ID, { description: 'Which recommendation.' })
  recommendationId!: string;

  @Field(() => DecisionEnum, { description: 'What the office decided.' })
  decision!: Decision;

  @Field(() => String, { description: 'In words, at most 1,000 characters.' })
  answer!: string;
}

@InputType('FollowUpRecommendationInput', { description: 'What children say came of an answer.' })
export class FollowUpRecommendationInput {
  @Field(() => ID, { description: 'Which recommendation.' })
  recommendationId!: string;

  @Field(() => VerdictEnum, { description: 'Whether it is solved.' })
  verdict!: Verdict;
}
