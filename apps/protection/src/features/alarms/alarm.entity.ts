import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type { AlarmKind } from '../../lists.ts';

/** Something somebody must look into at once. It names a case by its id at most. */
export const AlarmSchema = defineEntity({
  name: 'Alarm',
  tableName: 'alarms',
  indexes: [{ name: 'alarms_by_time', properties: ['raisedAt'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    kind: p.string().length(32).$type<AlarmKind>(),
    caseId: p.uuid().nullable(),
    placeCode: p.string().length(8),
    raisedAt: p.datetime(),
    seenAt: p.datetime().nullable(),
    seenBy: p.uuid().nullable(),
  },
});
export class Alarm extends AlarmSchema.class {}
AlarmSchema.setClass(Alarm);
