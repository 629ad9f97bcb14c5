import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type { ScoreCriterion, ScoreGroup, ScorecardState, ScoreWay } from '@samleng/vocabulary';

/** What one person or a service's staff gave: a face from 1 to 5 for a criterion. */
export type Scores = { readonly [Criterion in ScoreCriterion]?: number };
/** How many people gave each face, the worst first, by criterion. */
export type FaceCounts = { readonly [Criterion in ScoreCriterion]?: readonly number[] };

/** One service scored in one year, on one version of the criteria. */
export const ScorecardSchema = defineEntity({
  name: 'Scorecard',
  tableName: 'scorecards',
  uniques: [{ properties: ['officeId', 'year'] }],
  properties: {
    id: p.uuid().primary(),
    officeId: p.uuid(),
    placeCode: p.string().length(8),
    year: p.integer(),
    criteriaVersion: p.string().length(24),
    state: p.string().length(16).$type<ScorecardState>(),
    /** The service's own view of itself, given before it sees that of the people. */
    selfScores: p.json<Scores>().nullable(),
    selfNote: p.string().length(1000).nullable(),
    /** The meeting at which the service and the people spoke about it. */
    interfaceOn: p.date().nullable(),
    interfaceMeetingId: p.uuid().nullable(),
    agreedKm: p.string().length(1000).nullable(),
    agreedEn: p.string().length(1000).nullable(),
    publishedAt: p.datetime().nullable(),
    madeBy: p.uuid(),
  },
});
export class Scorecard extends ScorecardSchema.class {}
ScorecardSchema.setClass(Scorecard);

/** One sitting of one group. Once it is closed only counts are left of it. */
export const ScoreRoundSchema = defineEntity({
  name: 'ScoreRound',
  tableName: 'score_rounds',
  indexes: [{ properties: ['scorecardId'] }],
  properties: {
    id: p.uuid().primary(),
    scorecardId: p.uuid(),
    group: p.string().length(16).name('people').$type<ScoreGroup>(),
    way: p.string().length(8).$type<ScoreWay>(),
    /** The word in the address of an open round; it leads nowhere once the round is closed. */
    code: p.string().length(12).unique().nullable(),
    isClosed: p.boolean().default(false),
    /** How many people scored; known when the round is closed. */
    heads: p.integer().nullable(),
    counts: p.json<FaceCounts>().nullable(),
  },
});
export class ScoreRound extends ScoreRoundSchema.class {}
ScoreRoundSchema.setClass(ScoreRound);

/** What one person gave in an open round: no time, no device. Erased when the round is closed. */
export const ScoreSheetSchema = defineEntity({
  name: 'ScoreSheet',
  tableName: 'score_sheets',
  properties: {
    roundId: p.uuid().primary(),
    /** Drawn by the page, so that a repeated sending is one sheet. */
    key: p.uuid().primary(),
    scores: p.json<Scores>(),
  },
});
export class ScoreSheet extends ScoreSheetSchema.class {}
ScoreSheetSchema.setClass(ScoreSheet);

/** What a service owes the people in a year, for the wall beside its door. */
export const InfoSheetSchema = defineEntity({
  name: 'InfoSheet',
  tableName: 'info_sheets',
  uniques: [{ properties: ['officeId', 'year'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    officeId: p.uuid(),
    year: p.integer(),
    standards: p.text(),
    performance: p.text().nullable(),
    fees: p.text().nullable(),
    hours: p.string().length(400).nullable(),
    plannedRiel: p.bigint('number').nullable(),
    spentRiel: p.bigint('number').nullable(),
    source: p.string().length(200).nullable(),
    changedOn: p.date(),
  },
});
export class InfoSheet extends InfoSheetSchema.class {}
InfoSheetSchema.setClass(InfoSheet);

/** Which promise of the joint action plan follows from which criterion of a scorecard. */
export const ScorecardActionSchema = defineEntity({
  name: 'ScorecardAction',
  tableName: 'scorecard_actions',
  indexes: [{ properties: ['scorecardId'] }],
  properties: {
    planItemId: p.uuid().primary(),
    scorecardId: p.uuid(),
    criterion: p.string().length(32).$type<ScoreCriterion>(),
  },
});
export class ScorecardAction extends ScorecardActionSchema.class {}
ScorecardActionSchema.setClass(ScorecardAction);
