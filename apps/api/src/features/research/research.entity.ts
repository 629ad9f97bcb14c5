import { defineEntity, p } from '@mikro-orm/core';
import type { Answers, Form } from '@samleng/surveys';
import type {
  AnswerSource,
  Category,
  Decision,
  EthicsItem,
  ResearchMethod,
  ResearchStage,
  Verdict,
} from '@samleng/vocabulary';

/** What children of a place set out to find out together, from the idea to what the answer came to. */
export const ResearchTopicSchema = defineEntity({
  name: 'ResearchTopic',
  tableName: 'research_topics',
  indexes: [{ name: 'research_topics_of_place', properties: ['placeCode', 'id'] }],
  properties: {
    /** Made where the topic was written down: the same topic sent twice is one. */
    id: p.uuid().primary(),
    category: p.string().length(32).$type<Category>(),
    placeCode: p.string().length(8),
    clubId: p.uuid().nullable(),
    titleKm: p.string().length(120),
    titleEn: p.string().length(120),
    question: p.string().length(1000),
    method: p.string().length(16).$type<ResearchMethod>(),
    /** Who goes out, as heads: no names. */
    teamGirls: p.integer().default(0),
    teamBoys: p.integer().default(0),
    teamAdults: p.integer().default(0),
    /** Counts only; the database then holds no answer sheet of it and keeps it out of the field without the gate. */
    isSensitive: p.boolean(),
    stage: p.string().length(16).$type<ResearchStage>(),
    ethics: p.json<readonly EthicsItem[]>(),
    ethicsFilledBy: p.uuid().nullable(),
    ethicsApprovedBy: p.uuid().nullable(),
    form: p.json<Form>().nullable(),
    meetingId: p.uuid().nullable(),
    presentedOn: p.date().nullable(),
    madeBy: p.uuid(),
    version: p.integer().version(),
  },
});
export class ResearchTopic extends ResearchTopicSchema.class {}
ResearchTopicSchema.setClass(ResearchTopic);

/** One person's answers to the form of a topic that is not sensitive. Nobody is named. */
export const AnswerSheetSchema = defineEntity({
  name: 'AnswerSheet',
  tableName: 'answer_sheets',
  indexes: [{ name: 'answer_sheets_of_topic', properties: ['topicId', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    topicId: p.uuid(),
    /** Always false: with the topic's id it is the key to a topic that is not sensitive. */
    isSensitive: p.boolean().default(false),
    source: p.string().length(8).$type<AnswerSource>(),
    answeredOn: p.date(),
    answers: p.json<Answers>(),
    contentHash: p.string().length(64),
    recordedBy: p.uuid(),
  },
});
export class AnswerSheet extends AnswerSheetSchema.class {}
AnswerSheetSchema.setClass(AnswerSheet);

/** What several open answers to one question have in common, in a few words of the facilitator. */
export const AnswerCodeSchema = defineEntity({
  name: 'AnswerCode',
  tableName: 'answer_codes',
  indexes: [{ name: 'answer_codes_of_topic', properties: ['topicId', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    topicId: p.uuid(),
    question: p.string().length(64),
    nameKm: p.string().length(120).nullable(),
    nameEn: p.string().length(120).nullable(),
    writtenBy: p.uuid(),
  },
});
export class AnswerCode extends AnswerCodeSchema.class {}
AnswerCodeSchema.setClass(AnswerCode);

/** That an answer says what a code names. */
export const AnswerTagSchema = defineEntity({
  name: 'AnswerTag',
  tableName: 'answer_tags',
  indexes: [{ name: 'answer_tags_of_code', properties: ['codeId'] }],
  properties: { sheetId: p.uuid().primary(), codeId: p.uuid().primary() },
});
export class AnswerTag extends AnswerTagSchema.class {}
AnswerTagSchema.setClass(AnswerTag);

/** How many of a group chose what. `choice` is null for a number question: what was counted. */
export type TallyCount = {
  readonly question: string;
  readonly choice: string | null;
  readonly count: number;
};

/** What a group of ten or more said, as counts: all that a sensitive topic takes. */
export const ResearchTallySchema = defineEntity({
  name: 'ResearchTally',
  tableName: 'research_tallies',
  indexes: [{ name: 'research_tallies_of_topic', properties: ['topicId', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    topicId: p.uuid(),
    source: p.string().length(8).$type<AnswerSource>(),
    countedOn: p.date(),
    people: p.integer(),
    counts: p.json<readonly TallyCount[]>(),
    contentHash: p.string().length(64),
    recordedBy: p.uuid(),
  },
});
export class ResearchTally extends ResearchTallySchema.class {}
ResearchTallySchema.setClass(ResearchTally);

/** What was found out, and from how many. */
export const FindingSchema = defineEntity({
  name: 'Finding',
  tableName: 'research_findings',
  indexes: [
    { name: 'research_findings_of_topic', properties: ['topicId', 'id'] },
    { name: 'research_findings_of_issue', properties: ['issueId'] },
  ],
  properties: {
    id: p.uuid().primary(),
    topicId: p.uuid(),
    textKm: p.string().length(1000).nullable(),
    textEn: p.string().length(1000).nullable(),
    /** The published issue it speaks about, once a facilitator has said so. */
    issueId: p.uuid().nullable(),
    /** How many people it rests on: ten at least. */
    base: p.integer(),
    writtenBy: p.uuid(),
  },
});
export class Finding extends FindingSchema.class {}
FindingSchema.setClass(Finding);

/** What children ask an office to do, its answer, and what they say came of it. */
export const RecommendationSchema = defineEntity({
  name: 'Recommendation',
  tableName: 'research_recommendations',
  indexes: [{ name: 'research_recommendations_of_topic', properties: ['topicId', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    topicId: p.uuid(),
    officeId: p.uuid(),
    textKm: p.string().length(1000).nullable(),
    textEn: p.string().length(1000).nullable(),
    decision: p.string().length(16).$type<Decision>().nullable(),
    answer: p.string().length(1000).nullable(),
    answeredOn: p.date().nullable(),
    answeredBy: p.uuid().nullable(),
    verdict: p.string().length(12).$type<Verdict>().nullable(),
    followedUpOn: p.date().nullable(),
    writtenBy: p.uuid(),
  },
});
export class Recommendation extends RecommendationSchema.class {}
RecommendationSchema.setClass(Recommendation);
