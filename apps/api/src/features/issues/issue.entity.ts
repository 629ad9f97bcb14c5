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

/** What a moderator published from one or several concerns, in edited words. Everybody may read it. */
export const IssueSchema = defineEntity({
  name: 'Issue',
  tableName: 'issues',
  indexes: [
    { name: 'issues_newest', properties: ['communeCode', 'publishedAt'] },
    { name: 'issues_ranked', properties: ['communeCode', 'position'] },
    { properties: ['state'] },
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
    /** Kept by the statements that add and remove supports; checked against them by a job. */
    supportCount: p.integer().default(0),
    concernCount: p.integer().default(1),
    /** Place in the commune's ranking, 1 first, as last computed; none before the first computation. */
    position: p.integer().nullable(),
    /** The standing's figures and reasons, as `packages/priorities` gave them. */
    standing: p.json<object>().nullable(),
    /** MinHash bands of title and words, for finding similar issues. */
    bands: p.array((value) => Number(value)).columnType('int[]'),
    mergedIntoId: p.uuid().nullable(),
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
    /** The issue's last event the device has seen: what came later is news for it. */
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
