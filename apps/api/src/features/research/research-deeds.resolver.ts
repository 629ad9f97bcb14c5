import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { addAnswerCode, tagAnswers } from './code-answers.ts';
import { type ImportedForm, importForm, saveForm } from './import-form.ts';
import { approveEthics, fillEthics } from './keep-ethics.ts';
import { linkFinding } from './link-finding.ts';
import { moveTopic } from './move-topic.ts';
import { planTopic } from './plan-topic.ts';
import { answerRecommendation, followUpRecommendation, presentTopic } from './present-and-answer.ts';
import { recordAnswers } from './record-answers.ts';
import { recordTally } from './record-tally.ts';
import type { Recommendation, ResearchTopic } from './research.entity.ts';
import type { TopicPayload } from './research.resolver.ts';
import {
  AddAnswerCodePayload,
  AddFindingPayload,
  AddRecommendationPayload,
  AnswerRecommendationPayload,
  ApproveEthicsPayload,
  FillEthicsPayload,
  FollowUpRecommendationPayload,
  ImportSurveyFormPayload,
  LinkFindingPayload,
  MoveResearchTopicPayload,
  PlanResearchTopicPayload,
  PresentResearchTopicPayload,
  RecordSurveyAnswersPayload,
  RecordTallyPayload,
  TagAnswersPayload,
} from './research.type.ts';
import {
  AddAnswerCodeInput,
  AddFindingInput,
  AddRecommendationInput,
  AnswerRecommendationInput,
  ApproveEthicsInput,
  FillEthicsInput,
  FollowUpRecommendationInput,
  ImportSurveyFormInput,
  LinkFindingInput,
  MoveResearchTopicInput,
  PlanResearchTopicInput,
  PresentResearchTopicInput,
  RecordSurveyAnswersInput,
  RecordTallyInput,
  SaveSurveyFormInput,
  TagAnswersInput,
} from './research-inputs.type.ts';
import { addFinding, addRecommendation } from './write-findings.ts';

type RecommendationPayload = Omit<TopicPayload, 'topic'> & { recommendation: Recommendation | null };
const shown = (topic: ResearchTopic) => ({ topic });
const empty = { topic: null };
const shownOne = (recommendation: Recommendation) => ({ recommendation });
const noOne = { recommendation: null };

@Resolver()
export class ResearchDeedsResolver {
  @Mutation(() => PlanResearchTopicPayload, {
    description: 'A facilitator writes down what children want to find out.',
  })
  async planResearchTopic(
    @Ctx() request: ApiRequest,
    @Arg('input', () => PlanResearchTopicInput, { description: 'The topic.' }) input: PlanResearchTopicInput,
  ): Promise<TopicPayload> {
    return payloadOf(await planTopic(request, input), shown, empty);
  }

  @Mutation(() => MoveResearchTopicPayload, { description: 'A facilitator takes a topic to its next stage.' })
  async moveResearchTopic(
    @Ctx() request: ApiRequest,
    @Arg('input', () => MoveResearchTopicInput, { description: 'Which, and where to.' })
    input: MoveResearchTopicInput,
  ): Promise<TopicPayload> {
    return payloadOf(await moveTopic(request, input), shown, empty);
  }

  @Mutation(() => FillEthicsPayload, { description: 'A facilitator ticks what has been seen to.' })
  async fillEthics(
    @Ctx() request: ApiRequest,
    @Arg('input', () => FillEthicsInput, { description: 'What.' }) input: FillEthicsInput,
  ): Promise<TopicPayload> {
    return payloadOf(await fillEthics(request, input), shown, empty);
  }

  @Mutation(() => ApproveEthicsPayload, { description: 'A second person approves the ethics of a topic.' })
  async approveEthics(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ApproveEthicsInput, { description: 'Which.' }) input: ApproveEthicsInput,
  ): Promise<TopicPayload> {
    return payloadOf(await approveEthics(request, input), shown, empty);
  }

  @Mutation(() => RecordSurveyAnswersPayload, { description: 'A facilitator hands in answers, each once.' })
  async recordSurveyAnswers(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RecordSurveyAnswersInput, { description: 'The answers.' })
    input: RecordSurveyAnswersInput,
  ): Promise<TopicPayload> {
    return payloadOf(await recordAnswers(request, input), shown, empty);
  }

  @Mutation(() => RecordTallyPayload, { description: 'A facilitator hands in counts on a sensitive topic.' })
  async recordTally(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RecordTallyInput, { description: 'The counts.' }) input: RecordTallyInput,
  ): Promise<TopicPayload> {
    return payloadOf(await recordTally(request, input), shown, empty);
  }

  @Mutation(() => LinkFindingPayload, {
    description: 'A facilitator says which issue a finding speaks about: it then stands on its trail.',
  })
  async linkFinding(
    @Ctx() request: ApiRequest,
    @Arg('input', () => LinkFindingInput, { description: 'Which.' }) input: LinkFindingInput,
  ): Promise<TopicPayload> {
    return payloadOf(await linkFinding(request, input), shown, empty);
  }

  @Mutation(() => AddFindingPayload, { description: 'A facilitator writes down a finding.' })
  async addFinding(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AddFindingInput, { description: 'The finding.' }) input: AddFindingInput,
  ): Promise<TopicPayload> {
    return payloadOf(await addFinding(request, input), shown, empty);
  }

  @Mutation(() => AddRecommendationPayload, { description: 'A facilitator writes down a recommendation.' })
  async addRecommendation(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AddRecommendationInput, { description: 'The recommendation.' })
    input: AddRecommendationInput,
  ): Promise<TopicPayload> {
    return payloadOf(await addRecommendation(request, input), shown, empty);
  }

  @Mutation(() => PresentResearchTopicPayload, {
    description: 'A facilitator says at which meeting a topic was presented.',
  })
  async presentResearchTopic(
    @Ctx() request: ApiRequest,
    @Arg('input', () => PresentResearchTopicInput, { description: 'Which, and where.' })
    input: PresentResearchTopicInput,
  ): Promise<TopicPayload> {
    return payloadOf(await presentTopic(request, input), shown, empty);
  }

  @Mutation(() => ImportSurveyFormPayload, { description: 'A facilitator gives a topic its form.' })
  importSurveyForm(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ImportSurveyFormInput, { description: 'The form.' }) input: ImportSurveyFormInput,
  ): Promise<ImportedForm> {
    return importForm(request, input);
  }

  @Mutation(() => ImportSurveyFormPayload, {
    description: 'A facilitator gives a topic the form put together on the page.',
  })
  saveSurveyForm(
    @Ctx() request: ApiRequest,
    @Arg('input', () => SaveSurveyFormInput, { description: 'The form.' }) input: SaveSurveyFormInput,
  ): Promise<ImportedForm> {
    return saveForm(request, input);
  }

  @Mutation(() => AddAnswerCodePayload, {
    description: 'A facilitator names what open answers have in common.',
  })
  async addAnswerCode(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AddAnswerCodeInput, { description: 'The code.' }) input: AddAnswerCodeInput,
  ): Promise<TopicPayload> {
    return payloadOf(await addAnswerCode(request, input), shown, empty);
  }

  @Mutation(() => TagAnswersPayload, { description: 'A facilitator says which codes open answers bear.' })
  async tagAnswers(
    @Ctx() request: ApiRequest,
    @Arg('input', () => TagAnswersInput, { description: 'Which.' }) input: TagAnswersInput,
  ): Promise<TopicPayload> {
    return payloadOf(await tagAnswers(request, input), shown, empty);
  }

  @Mutation(() => AnswerRecommendationPayload, {
    description: 'An official answers what children recommend.',
  })
  async answerRecommendation(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AnswerRecommendationInput, { description: 'What.' }) input: AnswerRecommendationInput,
  ): Promise<RecommendationPayload> {
    return payloadOf(await answerRecommendation(request, input), shownOne, noOne);
  }

  @Mutation(() => FollowUpRecommendationPayload, {
    description: 'A facilitator writes down what children say came of an answer.',
  })
  async followUpRecommendation(
    @Ctx() request: ApiRequest,
    @Arg('input', () => FollowUpRecommendationInput, { description: 'What.' })
    input: FollowUpRecommendationInput,
  ): Promise<RecommendationPayload> {
    return payloadOf(await followUpRecommendation(request, input), shownOne, noOne);
  }
}
