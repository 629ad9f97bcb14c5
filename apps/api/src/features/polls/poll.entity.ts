import { defineEntity, p } from '@mikro-orm/core';
import type { BallotTypeName } from '@samleng/ballots';
import { newId } from '@samleng/kernel';
import type { Electorate, OptionState, PollState } from '@samleng/vocabulary';

/** A question put to a defined electorate. */
export const PollSchema = defineEntity({
  name: 'Poll',
  tableName: 'polls',
  indexes: [{ name: 'polls_of_place', properties: ['placeCode', 'closesAt', 'id'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    idempotencyKey: p.uuid().unique(),
    placeCode: p.string().length(8),
    questionKm: p.string().length(200).nullable(),
    questionEn: p.string().length(200).nullable(),
    wordsKm: p.string().length(1000).nullable(),
    wordsEn: p.string().length(1000).nullable(),
    /** A recording of the question, read aloud. */
    soundId: p.uuid().nullable(),
    ballotType: p.string().length(24).$type<BallotTypeName>(),
    /** The type's setting fields; one left out has its usual value. */
    settings: p.json<Readonly<Record<string, number>>>(),
    rule: p.string().length(40),
    /** How many options are to be chosen; null: the best one, and a tie for it is left standing. */
    seats: p.integer().nullable(),
    electorate: p.string().length(8).$type<Electorate>(),
    /** The school, when its children are asked. */
    schoolOfficeId: p.uuid().nullable(),
    /** Whether a poll for card holders also takes open support, counted apart. */
    takesOpenSupport: p.boolean().default(false),
    /** Whether children may propose options while it is being made; it is then shown to all. */
    takesProposals: p.boolean().default(false),
    isSensitive: p.boolean().default(false),
    /** Whether its options are issues of the commune. */
    isFromIssues: p.boolean().default(false),
    opensAt: p.datetime(),
    closesAt: p.datetime(),
    state: p.string().length(8).$type<PollState>(),
    /** The lot that breaks ties: option keys, the luckiest first. Drawn when it opens, before anybody answers. */
    lot: p.json<readonly string[]>().nullable(),
    /** The number of the last option: keys are never used again. */
    optionCount: p.integer().default(0),
    madeBy: p.uuid(),
    closeAskedBy: p.uuid().nullable(),
    closedBy: p.uuid().nullable(),
    closedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
export class Poll extends PollSchema.class {}
PollSchema.setClass(Poll);

/** One thing that can be chosen. `key` is what ballots and results call it: `o1`, `o2` … */
export const PollOptionSchema = defineEntity({
  name: 'PollOption',
  tableName: 'poll_options',
  indexes: [{ properties: ['issueId'] }],
  properties: {
    pollId: p.uuid().primary(),
    key: p.string().length(8).primary(),
    position: p.integer(),
    titleKm: p.string().length(120).nullable(),
    titleEn: p.string().length(120).nullable(),
    /** The name of a picture of the product's own set. */
    pictureKey: p.string().length(40).nullable(),
    /** A picture and a recording that were given to the poll. */
    pictureId: p.uuid().nullable(),
    soundId: p.uuid().nullable(),
    issueId: p.uuid().nullable(),
    /** In budgets only. */
    costRiel: p.bigint('number').nullable(),
    isProposedByChild: p.boolean().default(false),
    state: p.string().length(8).$type<OptionState>(),
  },
});
export class PollOption extends PollOptionSchema.class {}
PollOptionSchema.setClass(PollOption);

/** Counts of a paper poll, as typed in from a sheet that two people signed. */
export const PaperSheetSchema = defineEntity({
  name: 'PaperSheet',
  tableName: 'paper_sheets',
  indexes: [{ properties: ['pollId'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    idempotencyKey: p.uuid().unique(),
    pollId: p.uuid(),
    /** Ballots with the sheet's counts, as canonical text, each with how often it was cast. */
    ballots: p.json<readonly { readonly choice: string; readonly count: number }[]>(),
    /** How many papers lay in the box, and the counts by option and column as they were typed in. */
    papers: p.integer(),
    counts: p.json<Readonly<Record<string, readonly number[]>>>().nullable(),
    /** Where the sheet itself lies, and its photo: one of the two at least. */
    photoKey: p.string().length(80).nullable(),
    photoId: p.uuid().nullable(),
    signers: p.json<readonly string[]>(),
    enteredBy: p.uuid(),
    enteredAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
  },
});
export class PaperSheet extends PaperSheetSchema.class {}
PaperSheetSchema.setClass(PaperSheet);
