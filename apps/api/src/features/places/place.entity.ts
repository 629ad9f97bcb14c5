import { defineEntity, OptionalProps, p } from '@mikro-orm/core';
import { type Level, levelOfCode, type PlaceType } from '@samleng/vocabulary';

/** A node of the administrative tree, keyed by its official code as text. Codes are never reused. */
export const PlaceSchema = defineEntity({
  name: 'Place',
  tableName: 'places',
  properties: {
    code: p.string().length(8).primary(),
    type: p.string().length(16).$type<PlaceType>(),
    parentCode: p.string().length(6).nullable(),
    nameKm: p.string().length(200),
    nameEn: p.string().length(200),
    /** Both names, normalised and cut into words, for searching while typing. */
    searchKey: p.text(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    replacedByCode: p.string().length(8).nullable(),
  },
});

export class Place extends PlaceSchema.class {
  declare [OptionalProps]?: 'level';

  get level(): Level {
    return levelOfCode(this.code);
  }
}
PlaceSchema.setClass(Place);
