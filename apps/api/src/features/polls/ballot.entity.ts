import { defineEntity, p } from '@mikro-orm/core';
import type { Voice } from '@samleng/vocabulary';

/** The key under which cards and devices become the nullifiers of one poll; destroyed when it closes. */
export const PollKeySchema = defineEntity({
  name: 'PollKey',
  tableName: 'poll_keys',
  properties: { pollId: p.uuid().primary(), sealedKey: p.text() },
});
export class PollKey extends PollKeySchema.class {}
PollKeySchema.setClass(PollKey);

/**
 * An answer while a poll is open. Nothing else is stored with it, and nothing else is written in its transaction: no
 * time, no address, no mark on the card. Only `cast-ballot.ts` writes it.
 */
export const BallotSchema = defineEntity({
  name: 'Ballot',
  tableName: 'ballots',
  properties: {
    pollId: p.uuid().primary(),
    nullifier: p.string().length(64).primary(),
    voice: p.string().length(12).$type<Voice>(),
    /** The ballot in its one canonical form, so that equal answers are equal texts. */
    choice: p.text(),
  },
});
export class Ballot extends BallotSchema.class {}
BallotSchema.setClass(Ballot);

/** An answer after closing: written anew in random order, without its nullifier. */
export const CountedBallotSchema = defineEntity({
  name: 'CountedBallot',
  tableName: 'counted_ballots',
  properties: {
    pollId: p.uuid().primary(),
    /** Drawn by lot. */
    number: p.integer().primary(),
    voice: p.string().length(12).$type<Voice>(),
    /** Whether its batch of cards was doubted. */
    isDoubted: p.boolean(),
    /** `sex:GIRL`, `age:AGE_10_13`: kept only when every such group and all others are ten or more. */
    groupKey: p.string().length(24).nullable(),
    choice: p.text(),
  },
});
export class CountedBallot extends CountedBallotSchema.class {}
CountedBallotSchema.setClass(CountedBallot);

/** What came of a poll, for one of its two numbers. */
export const PollResultSchema = defineEntity({
  name: 'PollResult',
  tableName: 'poll_results',
  properties: {
    pollId: p.uuid().primary(),
    voice: p.string().length(12).$type<Voice>().primary(),
    /** Whether the ballots of doubted batches are left out. */
    isWithoutDoubted: p.boolean().primary(),
    ballots: p.integer(),
    papers: p.integer(),
    outcome: p.json<object>(),
    steps: p.json<readonly object[]>(),
    opinionGroups: p.json<object>().nullable(),
    splits: p.json<object>().nullable(),
  },
});
export class PollResult extends PollResultSchema.class {}
PollResultSchema.setClass(PollResult);
