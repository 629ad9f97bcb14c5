import { defineEntity, p } from '@mikro-orm/core';
import type { ReportKind } from '@samleng/vocabulary';
import type { FrozenFigures } from './freeze-figures.ts';
import type { BaseCounts } from './shown-children.ts';

/** Figures as they were on the day somebody froze them. Nothing of it is ever changed: the hash tells. */
export const RightsReportSchema = defineEntity({
  name: 'RightsReport',
  tableName: 'rights_reports',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().length(24).$type<ReportKind>(),
    /** The whole country is the empty code. */
    placeCode: p.string().length(8),
    fromDay: p.date(),
    toDay: p.date(),
    figures: p.json<FrozenFigures>(),
    /** SHA-256 over the figures as canonical JSON, in hexadecimal. */
    hash: p.string().length(64),
    madeOn: p.date(),
    madeBy: p.uuid(),
  },
});
export class RightsReport extends RightsReportSchema.class {}
RightsReportSchema.setClass(RightsReport);

/** Counts of children by commune as they stand for a month: what is shown of them is worked out of these. */
export const ShownCountsSchema = defineEntity({
  name: 'ShownCounts',
  tableName: 'insight_counts',
  properties: {
    what: p.string().length(16).primary(),
    month: p.string().length(7),
    total: p.integer(),
    base: p.json<BaseCounts>(),
  },
});
export class ShownCounts extends ShownCountsSchema.class {}
ShownCountsSchema.setClass(ShownCounts);
