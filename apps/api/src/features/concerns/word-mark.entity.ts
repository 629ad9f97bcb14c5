import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';

/**
 * That words typed somewhere else than in a concern may speak of harm. It holds where they stand, not the words nor
 * who wrote them; it hides and stops nothing.
 */
export const WordMarkSchema = defineEntity({
  name: 'WordMark',
  tableName: 'word_marks',
  indexes: [{ name: 'word_marks_unseen', properties: ['placeCode', 'markedAt'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    /** The mutation that brought them. */
    deed: p.string().length(60),
    /** The field of its input: `notes`, `items.decisionKm`. */
    field: p.string().length(120),
    /** What they belong to now: an issue, a meeting, a club. */
    subjectId: p.uuid().nullable(),
    /** Whose moderators look; empty: those of the whole country. */
    placeCode: p.string().length(8),
    level: p.string().length(8).$type<'RAISED' | 'URGENT'>(),
    markedAt: p.datetime(),
    seenAt: p.datetime().nullable(),
  },
});
export class WordMark extends WordMarkSchema.class {}
WordMarkSchema.setClass(WordMark);
