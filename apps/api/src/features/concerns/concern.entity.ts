import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type {
  AgeBand,
  Category,
  ConcernState,
  OfficeKind,
  ReturnReason,
  SaidAnswer,
  Sex,
  Topic,
  Urgency,
} from '@samleng/vocabulary';

/**
 * What a child raised, private on arrival. Nobody outside moderation reads it. What becomes public is an issue, in
 * its own table and edited words.
 */
export const ConcernSchema = defineEntity({
  name: 'Concern',
  tableName: 'concerns',
  indexes: [
    { name: 'concerns_queue', properties: ['state', 'communeCode', 'receivedAt'] },
    { properties: ['issueId'] },
  ],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    /** The form's own key: the same key with the same words is the same concern. */
    idempotencyKey: p.uuid().unique(),
    bodyHash: p.string().length(64),
    /** What the receipt's digits lead to after stretching; the digits themselves are kept nowhere. */
    receiptLookupId: p.string().length(32).unique(),
    /** Lets a moderator hand the concern to the protection desk so that only the receipt opens it. */
    receiptPublicKey: p.string().length(64),
    /** Which device raised it, until it is moderated; then it becomes a support or is forgotten. */
    deviceKey: p.string().length(64).nullable(),
    state: p.string().length(24).$type<ConcernState>(),
    urgency: p.string().length(16).$type<Urgency>(),
    category: p.string().length(32).$type<Category>(),
    topic: p.string().length(32).$type<Topic>().nullable(),
    /** Erased 30 days after moderation. */
    text: p.text().nullable(),
    /** What was said instead of written, or beside it; erased with the words. */
    voiceId: p.uuid().nullable(),
    language: p.string().length(8),
    communeCode: p.string().length(6).nullable(),
    villageCode: p.string().length(8).nullable(),
    ageBand: p.string().length(16).$type<AgeBand>().nullable(),
    sex: p.string().length(8).$type<Sex>().nullable(),
    disability: p.string().length(8).$type<SaidAnswer>().nullable(),
    inSchool: p.string().length(8).$type<SaidAnswer>().nullable(),
    aboutOfficeKind: p.string().length(32).$type<OfficeKind>().nullable(),
    receivedAt: p.datetime(),
    moderatedAt: p.datetime().nullable(),
    returnReason: p.string().length(24).$type<ReturnReason>().nullable(),
    /** A moderator's tag for the desk, until the concern is there. */
    isAboutSomeoneInCharge: p.boolean().default(false),
    returnNote: p.string().length(1000).nullable(),
    issueId: p.uuid().nullable(),
  },
});
export class Concern extends ConcernSchema.class {}
ConcernSchema.setClass(Concern);
