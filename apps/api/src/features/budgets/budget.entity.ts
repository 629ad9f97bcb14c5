import { defineEntity, p } from '@mikro-orm/core';
import type { BudgetTag, PlanSector } from '@samleng/vocabulary';

/** What a commune plans to spend, and has spent, in one year: one document, read in as a whole. */
export const BudgetYearSchema = defineEntity({
  name: 'BudgetYear',
  tableName: 'budget_years',
  properties: {
    communeCode: p.string().length(6).primary(),
    year: p.integer().primary(),
    /** The document it comes from. */
    source: p.string().length(200),
    /** How many children live there, as the commune counts them; empty where nobody has said. */
    children: p.integer().nullable(),
    importId: p.uuid(),
    importedAt: p.datetime(),
    importedBy: p.uuid(),
  },
});
export class BudgetYear extends BudgetYearSchema.class {}
BudgetYearSchema.setClass(BudgetYear);

/** One line of a commune's budget. */
export const BudgetLineSchema = defineEntity({
  name: 'BudgetLine',
  tableName: 'budget_lines',
  properties: {
    communeCode: p.string().length(6).primary(),
    year: p.integer().primary(),
    code: p.string().length(32).primary(),
    position: p.integer(),
    titleKm: p.string().length(200).nullable(),
    titleEn: p.string().length(200).nullable(),
    sector: p.string().length(32).$type<PlanSector>(),
    /** For whom it is; what is for children counts among the social services too. */
    tag: p.string().length(16).$type<BudgetTag>(),
    plannedRiel: p.bigint('number'),
    /** Empty while the year is not accounted for. */
    spentRiel: p.bigint('number').nullable(),
  },
});
export class BudgetLine extends BudgetLineSchema.class {}
BudgetLineSchema.setClass(BudgetLine);
