import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type { Affiliation, CaseState, Channel, Erasure, ItemField, Standing, Urgency } from '../../lists.ts';

/**
 * A disclosure of harm. In clear stands what the desk needs to hand it on in time: area, urgency, timers, who must
 * not receive it. What the child wrote and what workers wrote about it are sealed items.
 */
export const CaseSchema = defineEntity({
  name: 'Case',
  tableName: 'cases',
  indexes: [
    { name: 'cases_by_timer', properties: ['lookDueAt'] },
    { name: 'cases_to_erase', properties: ['eraseAfter'] },
  ],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    /** The form's own key: the same key with the same content is the same case. */
    idempotencyKey: p.uuid().unique(),
    /** A keyed check of that content, under a key that only the receipt gives. */
    contentCheck: p.string().length(64),
    channel: p.string().length(16).$type<Channel>(),
    state: p.string().length(16).$type<CaseState>(),
    urgency: p.string().length(16).$type<Urgency>(),
    communeCode: p.string().length(6).nullable(),
    /** To it items are sealed: 64 hexadecimal digits. */
    publicKey: p.string().length(64),
    itemCount: p.integer().default(0),
    /** The head of the chain of its items. */
    itemsHead: p.string().length(64),
    receivedAt: p.datetime(),
    /** Until when a person must look; empty: somebody has looked since the child wrote last. */
    lookDueAt: p.datetime().nullable(),
    escalatedAt: p.datetime().nullable(),
    /** Whether the child wrote since somebody looked. */
    hasNews: p.boolean().default(true),
    excludedAffiliations: p.json<readonly Affiliation[]>(),
    assigneeId: p.uuid().nullable(),
    /** Whether the child must be protected even if it asks to be forgotten; why is written in a sealed item. */
    hasDuty: p.boolean().default(false),
    /** Somebody who held a key left: the next holder who opens it seals everything to a new key. */
    isRekeyDue: p.boolean().default(false),
    closedAt: p.datetime().nullable(),
    eraseAfter: p.datetime().nullable(),
  },
});
export class Case extends CaseSchema.class {}
CaseSchema.setClass(Case);

/** A case's private key, sealed to somebody who may need it. */
export const CaseKeySchema = defineEntity({
  name: 'CaseKey',
  tableName: 'case_keys',
  indexes: [{ name: 'case_keys_of_holder', properties: ['holderId'] }],
  properties: {
    caseId: p.uuid().primary(),
    /** An account, or the break-glass key's own id. */
    holderId: p.uuid().primary(),
    standing: p.string().length(16).$type<Standing | 'BREAK_GLASS'>(),
    sealedKey: p.text(),
    sealedAt: p.datetime(),
  },
});
export class CaseKey extends CaseKeySchema.class {}
CaseKeySchema.setClass(CaseKey);

/** One sealed piece of a case. Items are added, never changed; sealing to a new key rewrites the seal alone. */
export const CaseItemSchema = defineEntity({
  name: 'CaseItem',
  tableName: 'case_items',
  uniques: [
    { name: 'case_items_in_order', properties: ['caseId', 'sequence'] },
    { name: 'case_items_sent_once', properties: ['caseId', 'idempotencyKey'] },
  ],
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    sequence: p.integer(),
    field: p.string().length(16).$type<ItemField>(),
    /** Who of the desk wrote it; empty: the child. */
    authorId: p.uuid().nullable(),
    idempotencyKey: p.uuid().nullable(),
    contentCheck: p.string().length(64).nullable(),
    writtenAt: p.datetime(),
    sealed: p.text(),
  },
});
export class CaseItem extends CaseItemSchema.class {}
CaseItemSchema.setClass(CaseItem);

/** What a child's receipt opens: found by the lookup id, which says nothing about the digits. */
export const ReceiptSchema = defineEntity({
  name: 'Receipt',
  tableName: 'receipts',
  properties: {
    lookupId: p.string().length(32).primary(),
    caseId: p.uuid().unique(),
    /** The public key that follows from the receipt: to it the case is sealed when nobody gives the digits. */
    publicKey: p.string().length(64),
    /** UNDER_KEY: symmetrically under the receipt's key. TO_PUBLIC_KEY: to the public key above. */
    way: p.string().length(16).$type<'UNDER_KEY' | 'TO_PUBLIC_KEY'>(),
    sealedKey: p.text(),
  },
});
export class Receipt extends ReceiptSchema.class {}
ReceiptSchema.setClass(Receipt);

/** Somebody whom a case must not reach, named by the child, a moderator or a worker. */
export const CaseExclusionSchema = defineEntity({
  name: 'CaseExclusion',
  tableName: 'case_exclusions',
  properties: { caseId: p.uuid().primary(), accountId: p.uuid().primary() },
});
export class CaseExclusion extends CaseExclusionSchema.class {}
CaseExclusionSchema.setClass(CaseExclusion);

/** Somebody who has read a case: the child is told how many. */
export const CaseReaderSchema = defineEntity({
  name: 'CaseReader',
  tableName: 'case_readers',
  properties: {
    caseId: p.uuid().primary(),
    accountId: p.uuid().primary(),
    firstReadAt: p.datetime(),
  },
});
export class CaseReader extends CaseReaderSchema.class {}
CaseReaderSchema.setClass(CaseReader);

/** A case offered by one worker to another. It stays with the first until the second accepts. */
export const HandOverSchema = defineEntity({
  name: 'HandOver',
  tableName: 'hand_overs',
  indexes: [{ name: 'hand_overs_by_timer', properties: ['dueAt'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    caseId: p.uuid(),
    fromId: p.uuid(),
    toId: p.uuid(),
    offeredAt: p.datetime(),
    dueAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    ending: p.string().length(16).$type<'ACCEPTED' | 'DECLINED' | 'ESCALATED' | 'WITHDRAWN'>().nullable(),
  },
});
export class HandOver extends HandOverSchema.class {}
HandOverSchema.setClass(HandOver);

/** What is left of an erased case: that there was one. */
export const TombstoneSchema = defineEntity({
  name: 'Tombstone',
  tableName: 'tombstones',
  properties: {
    caseId: p.uuid().primary(),
    erasedAt: p.datetime(),
    why: p.string().length(16).$type<Erasure>(),
  },
});
export class Tombstone extends TombstoneSchema.class {}
TombstoneSchema.setClass(Tombstone);

/** Cases by province and quarter: the only figures about them that outlive them. */
export const CaseCountSchema = defineEntity({
  name: 'CaseCount',
  tableName: 'case_counts',
  properties: {
    /** Empty: the place was not said. */
    provinceCode: p.string().length(2).primary(),
    /** `2026-Q4` */
    quarter: p.string().length(7).primary(),
    received: p.integer().default(0),
    urgent: p.integer().default(0),
  },
});
export class CaseCount extends CaseCountSchema.class {}
CaseCountSchema.setClass(CaseCount);
