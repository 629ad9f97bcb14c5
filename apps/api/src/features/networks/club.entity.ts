import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type { ClubKind } from '@samleng/vocabulary';

/** A children's club, youth group or student council in a place. */
export const ClubSchema = defineEntity({
  name: 'Club',
  tableName: 'clubs',
  indexes: [{ properties: ['placeCode'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    nameKm: p.string().length(200),
    nameEn: p.string().length(200),
    placeCode: p.string().length(8),
    kind: p.string().length(16).$type<ClubKind>().default('CHILDREN_CLUB'),
    /** The organisation or other network it belongs to. */
    networkId: p.uuid().nullable(),
    /** Members as the club declares them: what cards are made for. The list of members is counted apart. */
    girls: p.integer().default(0),
    boys: p.integer().default(0),
    foundedYear: p.integer().nullable(),
    idempotencyKey: p.uuid().nullable().unique(),
  },
});
export class Club extends ClubSchema.class {}
ClubSchema.setClass(Club);
