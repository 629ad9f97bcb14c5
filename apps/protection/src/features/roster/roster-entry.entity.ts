import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type { OnCallHours } from './on-call.ts';

/** A named person who receives cases of an area, and when they are on call. */
export const RosterEntrySchema = defineEntity({
  name: 'RosterEntry',
  tableName: 'roster_entries',
  uniques: [{ name: 'roster_entries_person_and_place', properties: ['accountId', 'placeCode'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    accountId: p.uuid(),
    /** The area, with all below it; empty: the whole country. */
    placeCode: p.string().length(8),
    hours: p.json<readonly OnCallHours[]>(),
    worksOnHolidays: p.boolean().default(false),
  },
});
export class RosterEntry extends RosterEntrySchema.class {}
RosterEntrySchema.setClass(RosterEntry);
