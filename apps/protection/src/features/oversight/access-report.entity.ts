import { defineEntity, p } from '@mikro-orm/core';

/** Who opened how many cases in a week, as the job of that week found it. */
export const AccessReportSchema = defineEntity({
  name: 'AccessReport',
  tableName: 'access_reports',
  properties: {
    /** The Monday it begins with. */
    weekOf: p.date().primary(),
    madeAt: p.datetime(),
    lines: p.json<readonly AccessLine[]>(),
  },
});
export class AccessReport extends AccessReportSchema.class {}
AccessReportSchema.setClass(AccessReport);

/** One person's openings in a week. */
export type AccessLine = {
  readonly accountId: string;
  readonly openings: number;
  readonly cases: number;
  /** Outside 06:00 to 20:00 in Cambodia. */
  readonly atNight: number;
  readonly referrals: number;
};
