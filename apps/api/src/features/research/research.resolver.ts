import { writeXlsForm } from '@samleng/surveys';
import type { EthicsItem, Problem } from '@samleng/vocabulary';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Issue, IssueNode, issuesById } from '../issues/index.ts';
import { type Office, OfficeNode, officesById } from '../offices/index.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import { writeWorkbook } from '../../spreadsheets/write-workbook.ts';
import { analysisOf, type CrossCounts, crossOf, peopleCounted, type QuestionCounts } from './analyse.ts';
import { type CodeShown, codesShown, type OpenAnswer, openAnswersOf } from './code-answers.ts';
import type { Finding, Recommendation, ResearchTopic } from './research.entity.ts';
import { mayApproveEthics, mayKeepTopic } from './research.policy.ts';
import {
  findingsShown,
  forWorkers,
  listTopics,
  recommendationsShown,
  topicById,
} from './research.queries.ts';
import {
  AnswerCodeNode,
  CrossCountsNode,
  EthicsItemEnum,
  FindingNode,
  OpenAnswerNode,
  QuestionCountsNode,
  RecommendationNode,
  ResearchTopicCanNode,
  ResearchTopicConnection,
  ResearchTopicNode,
  SurveySheetNode,
} from './research.type.ts';
import { ResearchTopicFilterInput } from './research-inputs.type.ts';

export type TopicPayload = { topic: ResearchTopic | null; problems: readonly Problem[] };

@Resolver(() => ResearchTopicNode)
export class ResearchTopicResolver {
  @Query(() => ResearchTopicNode, { nullable: true, description: 'The research topic with this id.' })
  researchTopic(
    @Ctx() request: ApiRequest,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<ResearchTopic | null> {
    return topicById(request, id);
  }

  @Query(() => ResearchTopicConnection, { description: 'Research topics of a place.' })
  researchTopics(
    @Ctx() request: ApiRequest,
    @Arg('filter', () => ResearchTopicFilterInput, { description: 'Which.' })
    filter: ResearchTopicFilterInput,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ResearchTopic>> {
    return listTopics(request, filter, page);
  }

  @FieldResolver(() => PlaceNode, { description: 'The commune.' })
  async place(@Ctx() request: ApiRequest, @Root() topic: ResearchTopic): Promise<Place> {
    return (await load(request, placesByCode, topic.placeCode))!;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The club; for those who work on it.' })
  clubId(@Ctx() request: ApiRequest, @Root() topic: ResearchTopic): string | null {
    return forWorkers(request, topic, topic.clubId ?? null);
  }

  @FieldResolver(() => [EthicsItemEnum], { description: 'What has been seen to; for those who work on it.' })
  ethics(@Ctx() request: ApiRequest, @Root() topic: ResearchTopic): readonly EthicsItem[] {
    return forWorkers(request, topic, topic.ethics) ?? [];
  }

  @FieldResolver(() => Boolean, { description: 'Whether a second person approved its ethics.' })
  isEthicsApproved(@Root() topic: ResearchTopic): boolean {
    return Boolean(topic.ethicsApprovedBy);
  }

  @FieldResolver(() => [SurveySheetNode], {
    description: 'Its form as the sheets of XLSForm; for those who work on it.',
  })
  form(@Ctx() request: ApiRequest, @Root() topic: ResearchTopic): SurveySheetNode[] {
    const form = forWorkers(request, topic, topic.form ?? null);
    return form ? Object.entries(writeXlsForm(form)).map(([name, rows]) => ({ name, rows })) : [];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Its form as an XLSX file in base64, for programs of XLSForm; for those who work on it.',
  })
  formFile(@Ctx() request: ApiRequest, @Root() topic: ResearchTopic): string | null {
    const form = forWorkers(request, topic, topic.form ?? null);
    return form ? Buffer.from(writeWorkbook(writeXlsForm(form))).toString('base64') : null;
  }

  @FieldResolver(() => [QuestionCountsNode], {
    description: 'What was answered, question by question, from ANALYSIS on; for those who work on it.',
  })
  analysis(@Ctx() request: ApiRequest, @Root() topic: ResearchTopic): Promise<readonly QuestionCounts[]> {
    return analysisOf(request, topic);
  }

  @FieldResolver(() => CrossCountsNode, {
    nullable: true,
    description:
      'Two questions of one choice each against one another; as `analysis`, never of a sensitive topic.',
  })
  crossTable(
    @Ctx() request: ApiRequest,
    @Root() topic: ResearchTopic,
    @Arg('row', () => String, { description: 'The first question.' }) row: string,
    @Arg('column', () => String, { description: 'The second question.' }) column: string,
  ): Promise<CrossCounts | null> {
    return crossOf(request, topic, { row, column });
  }

  @FieldResolver(() => Int, {
    description: 'How many people answered so far; for those who work on it, nought for others.',
  })
  people(@Ctx() request: ApiRequest, @Root() topic: ResearchTopic): Promise<number> {
    return peopleCounted(request, topic);
  }

  @FieldResolver(() => [AnswerCodeNode], {
    description: 'What open answers have in common, counted, from ANALYSIS on; for those who work on it.',
  })
  codes(@Ctx() request: ApiRequest, @Root() topic: ResearchTopic): Promise<readonly CodeShown[]> {
    return codesShown(request, topic);
  }

  @FieldResolver(() => [OpenAnswerNode], {
    description:
      'Words given to an open question, 20 at a time, from ANALYSIS on; for those who keep the topic.',
  })
  openAnswers(
    @Ctx() request: ApiRequest,
    @Root() topic: ResearchTopic,
    @Arg('question', () => String, { description: 'The question, by its name in the form.' })
    question: string,
    @Arg('after', () => ID, { nullable: true, description: 'The sheet after which they begin.' })
    after: string | null,
  ): Promise<readonly OpenAnswer[]> {
    return openAnswersOf(request, topic, { question, after });
  }

  @FieldResolver(() => [FindingNode], { description: 'What was found; for everybody once published.' })
  findings(@Ctx() request: ApiRequest, @Root() topic: ResearchTopic): Promise<readonly Finding[]> {
    return findingsShown(request, topic);
  }

  @FieldResolver(() => [RecommendationNode], {
    description: 'What is asked: all for those who work on it, for officials what their own office is asked.',
  })
  recommendations(
    @Ctx() request: ApiRequest,
    @Root() topic: ResearchTopic,
  ): Promise<readonly Recommendation[]> {
    return recommendationsShown(request, topic);
  }

  @FieldResolver(() => ResearchTopicCanNode, { description: 'What the viewer may do with it.' })
  viewerCan(@Ctx() { viewer }: ApiRequest, @Root() topic: ResearchTopic): ResearchTopicCanNode {
    return {
      keep: mayKeepTopic(viewer, topic),
      approveEthics: topic.stage === 'ETHICS' && mayApproveEthics(viewer, topic),
    };
  }
}

@Resolver(() => FindingNode)
export class FindingResolver {
  @FieldResolver(() => IssueNode, { nullable: true, description: 'The issue it speaks about.' })
  async issue(@Ctx() request: ApiRequest, @Root() { issueId }: Finding): Promise<Issue | null> {
    return issueId ? ((await load(request, issuesById, issueId)) ?? null) : null;
  }
}

@Resolver(() => RecommendationNode)
export class RecommendationResolver {
  @FieldResolver(() => OfficeNode, { description: 'The office that is asked.' })
  async office(@Ctx() request: ApiRequest, @Root() { officeId }: Recommendation): Promise<Office> {
    return (await load(request, officesById, officeId))!;
  }
}
