import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';

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
    girls: p.integer().default(0),
    boys: p.integer().default(0),
    foundedYear: p.integer().nullable(),
  },
});
export class Club extends ClubSchema.class {}
ClubSchema.setClass(Club);
