import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type { MoneySource, PlanKind, PlanSector, PlanState } from '@samleng/vocabulary';

/** What an office promised to do: in which plan, by when, at what cost, from which money. */
export const PlanItemSchema = defineEntity({
  name: 'PlanItem',
  tableName: 'plan_items',
  indexes: [{ properties: ['issueId'] }, { properties: ['pollId'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    issueId: p.uuid(),
    officeId: p.uuid(),
    /** The poll it follows from, and the option children chose there. */
    pollId: p.uuid().nullable(),
    pollOption: p.string().length(8).nullable(),
    idempotencyKey: p.uuid().unique(),
    kind: p.string().length(16).$type<PlanKind>(),
    period: p.string().length(9),
    sector: p.string().length(32).$type<PlanSector>(),
    titleKm: p.string().length(200).nullable(),
    titleEn: p.string().length(200).nullable(),
    costRiel: p.bigint('number'),
    sources: p.json<Array<{ source: MoneySource; amountRiel: number }>>(),
    state: p.string().length(16).$type<PlanState>(),
    percentDone: p.integer().default(0),
    dueOn: p.date().nullable(),
    createdAt: p.datetime(),
  },
});
export class PlanItem extends PlanItemSchema.class {}
PlanItemSchema.setClass(PlanItem);

/** One report on a plan item; the newest gives its state. */
export const PlanProgressSchema = defineEntity({
  name: 'PlanProgress',
  tableName: 'plan_progress',
  indexes: [{ properties: ['planItemId'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    planItemId: p.uuid(),
    idempotencyKey: p.uuid().unique(),
    percentDone: p.integer(),
    state: p.string().length(16).$type<PlanState>(),
    note: p.text().nullable(),
    evidenceLink: p.string().length(500).nullable(),
    reportedAt: p.datetime(),
    reportedBy: p.uuid(),
  },
});
export class PlanProgress extends PlanProgressSchema.class {}
PlanProgressSchema.setClass(PlanProgress);
