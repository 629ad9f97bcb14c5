import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type {
  AgeBand,
  Category,
  IssueChange,
  IssueState,
  OfficeKind,
  SaidAnswer,
  Sex,
  Topic,
  Verdict,
} from '@samleng/vocabulary';

/** The position of an issue whose commune was not ranked since it was published: after all others. */
export const UNRANKED = 2_147_483_647;

/** Why an issue stands where it does, as last computed. */
export type StoredStanding = {
  readonly position: number;
  readonly share: number;
  readonly lowerBound: number;
  readonly groupBalanced: number | null;
  /** Groups to which it matters in particular: `sex:GIRL`, `age:AGE_10_13`, `disability:YES`, `village:02080801`. */
  readonly importantTo: readonly string[];
  readonly keptSlotFor: string | null;
  readonly participants: number;
  readonly explanation: readonly { code: string; figures: readonly number[]; group: string | null }[];
};

/** What a moderator published from one or several concerns, in edited words. Everybody may read it. */
export const IssueSchema = defineEntity({
  name: 'Issue',
  tableName: 'issues',
  indexes: [
    { name: 'issues_newest', properties: ['communeCode', 'publishedAt'] },
    { name: 'issues_ranked', properties: ['communeCode', 'position', 'id'] },
    { name: 'issues_published', properties: ['publishedAt', 'id'] },
    { name: 'issues_sure', properties: ['lowerBound', 'id'] },
    { properties: ['state'] },
    { properties: ['mergedIntoId'] },
  ],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    category: p.string().length(32).$type<Category>(),
    topic: p.string().length(32).$type<Topic>().nullable(),
    communeCode: p.string().length(6),
    villageCode: p.string().length(8).nullable(),
    titleKm: p.string().length(120).nullable(),
    titleEn: p.string().length(120).nullable(),
    wordsKm: p.text().nullable(),
    wordsEn: p.text().nullable(),
    state: p.string().length(16).$type<IssueState>(),
    /** The people of this kind of office are what it is about: it never goes to them. Staff only. */
    aboutOfficeKind: p.string().length(32).$type<OfficeKind>().nullable(),
    publishedAt: p.datetime(),
    /** Kept by the statements that add and remove supports. */
    supportCount: p.integer().default(0),
    concernCount: p.integer().default(1),
    /** Place in the commune's ranking, 1 first, as last computed; `UNRANKED` before the first computation. */
    position: p.integer().default(UNRANKED),
    /** What can be relied on of its share of support in its commune: how issues of several communes compare. */
    lowerBound: p.double().default(0),
    /** The standing's figures and reasons, as `packages/priorities` gave them. */
    standing: p.json<StoredStanding>().nullable(),
    /** MinHash bands of title and words, for finding similar issues. */
    bands: p.array((value) => Number(value)).columnType('int[]'),
    mergedIntoId: p.uuid().nullable(),
    /** Events so far: the number of the last one. Only `recordEvent` raises it. */
    eventCount: p.integer().default(0),
    /** Since when the office calls it done or says no: only verdicts given later speak about that. */
    overSince: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
export class Issue extends IssueSchema.class {}
IssueSchema.setClass(Issue);

/** One child's "this matters to me": one per device and issue. What the child said of itself stays with it. */
export const SupportSchema = defineEntity({
  name: 'Support',
  tableName: 'supports',
  indexes: [{ name: 'supports_of_device', properties: ['deviceKey'] }],
  properties: {
    issueId: p.uuid().primary(),
    deviceKey: p.string().length(64).primary(),
    ageBand: p.string().length(16).$type<AgeBand>().nullable(),
    sex: p.string().length(8).$type<Sex>().nullable(),
    disability: p.string().length(8).$type<SaidAnswer>().nullable(),
    villageCode: p.string().length(8).nullable(),
    /** The issue's last event before the support: what came later is told to the device. */
    sinceEvent: p.integer().default(0),
    /** The issue's last event the device has seen. */
    seenEvent: p.integer().default(0),
  },
});
export class Support extends SupportSchema.class {}
SupportSchema.setClass(Support);

/** One step of an issue's public history. Numbered from 1 within the issue. */
export const IssueEventSchema = defineEntity({
  name: 'IssueEvent',
  tableName: 'issue_events',
  properties: {
    issueId: p.uuid().primary(),
    number: p.integer().primary(),
    change: p.string().length(24).$type<IssueChange>(),
    occurredAt: p.datetime(),
    officeId: p.uuid().nullable(),
    answerId: p.uuid().nullable(),
    planItemId: p.uuid().nullable(),
    /** The item of a meeting's agenda under which it was spoken about. */
    agendaItemId: p.uuid().nullable(),
    note: p.string().length(1000).nullable(),
  },
});
export class IssueEvent extends IssueEventSchema.class {}
IssueEventSchema.setClass(IssueEvent);

/** A child's own word on whether the issue is solved: one per device, or per receipt. */
export const VerdictEntitySchema = defineEntity({
  name: 'GivenVerdict',
  tableName: 'verdicts',
  properties: {
    issueId: p.uuid().primary(),
    /** The device's key, or the receipt's lookup id. */
    voiceKey: p.string().length(64).primary(),
    verdict: p.string().length(16).$type<Verdict>(),
    /** What came before `Issue.overSince` spoke about an earlier round. */
    givenAt: p.datetime(),
  },
});
export class GivenVerdict extends VerdictEntitySchema.class {}
VerdictEntitySchema.setClass(GivenVerdict);

/** The communes whose ranking is older than their supports. */
export const RankingDueSchema = defineEntity({
  name: 'RankingDue',
  tableName: 'rankings_due',
  properties: { communeCode: p.string().length(6).primary(), since: p.datetime() },
});
export class RankingDue extends RankingDueSchema.class {}
RankingDueSchema.setClass(RankingDue);

/** The last ranking of a commune with all it was computed from, for replay and audit. Never published. */
export const RankingSchema = defineEntity({
  name: 'StoredRanking',
  tableName: 'rankings',
  properties: {
    communeCode: p.string().length(6).primary(),
    computedAt: p.datetime(),
    method: p.string().length(64),
    inputs: p.json<object>(),
  },
});
export class StoredRanking extends RankingSchema.class {}
RankingSchema.setClass(StoredRanking);

/** How often an issue stood in a child's list on a day: those shown least come first the day after. */
export const ShowingsSchema = defineEntity({
  name: 'Showings',
  tableName: 'issue_showings',
  properties: {
    issueId: p.uuid().primary(),
    day: p.date().primary(),
    times: p.integer(),
  },
});
export class Showings extends ShowingsSchema.class {}
ShowingsSchema.setClass(Showings);

/** A count of an issue's supporters by group as it was shown to staff; the next one comes when enough has changed. */
export const VoicesSchema = defineEntity({
  name: 'ShownVoices',
  tableName: 'issue_voices',
  properties: {
    issueId: p.uuid().primary(),
    countedAt: p.datetime(),
    total: p.integer(),
    cells: p.json<object>(),
  },
});
export class ShownVoices extends VoicesSchema.class {}
VoicesSchema.setClass(ShownVoices);
