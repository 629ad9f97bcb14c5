import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type { AgeBand, CardBatchState, FlagReview, Sex, StuffingSignal } from '@samleng/vocabulary';

/** Cards printed together, for a club or a school: what is known of a card is the batch it is of. */
export const CardBatchSchema = defineEntity({
  name: 'CardBatch',
  tableName: 'card_batches',
  indexes: [{ properties: ['pollId'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    idempotencyKey: p.uuid().unique(),
    pollId: p.uuid(),
    clubId: p.uuid().nullable(),
    size: p.integer(),
    /** How many children could draw, by the club's own numbers or as was said of a school. */
    voters: p.integer(),
    /** A batch may be drawn by girls or boys alone, or by one age band alone; never both. */
    sex: p.string().length(8).$type<Sex>().nullable(),
    ageBand: p.string().length(16).$type<AgeBand>().nullable(),
    state: p.string().length(8).$type<CardBatchState>(),
    askedBy: p.uuid(),
    approvedBy: p.uuid().nullable(),
    signals: p.json<readonly StuffingSignal[]>(),
    review: p.string().length(16).$type<FlagReview>().nullable(),
    reviewedBy: p.uuid().nullable(),
    version: p.integer().version(),
  },
});
export class CardBatch extends CardBatchSchema.class {}
CardBatchSchema.setClass(CardBatch);

/** A card by the hash of its code under a key kept outside the database: enough to tell whether it is valid. */
export const CardSchema = defineEntity({
  name: 'Card',
  tableName: 'cards',
  indexes: [{ properties: ['batchId'] }],
  properties: {
    hash: p.string().length(64).primary(),
    batchId: p.uuid(),
    isVoid: p.boolean().default(false),
  },
});
export class Card extends CardSchema.class {}
CardSchema.setClass(Card);

/** That a child drew a card of a batch; which one, nobody knows. `member` is the club's own sign for the child. */
export const CardDrawSchema = defineEntity({
  name: 'CardDraw',
  tableName: 'card_draws',
  properties: {
    batchId: p.uuid().primary(),
    member: p.string().length(40).primary(),
  },
});
export class CardDraw extends CardDrawSchema.class {}
CardDrawSchema.setClass(CardDraw);
