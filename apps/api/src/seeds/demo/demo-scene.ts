import { type MovableClock, movableClock } from '@samleng/kernel';
import { demoToday, type IsoDay } from '@samleng/personas';
import { addDays, dayInCambodia, daysBetween } from '@samleng/routing';
import type { Database, DatabaseEntityManager } from '@samleng/server';
import { stranger, type Viewer, type ViewerGrant } from '../../features/accounts/index.ts';
import type { ApiRequest, Service } from '../../request.ts';
import { demoId } from './demo-id.ts';

/** What the player of the demo works with: a clock of its own, and requests as the people of the demo. */
export type DemoScene = {
  readonly database: Database;
  readonly clock: MovableClock;
  em(): DatabaseEntityManager;
  /** A day of the demo's script, moved so that the script's today is the real one. */
  dayOf(day: IsoDay): IsoDay;
  /** An instant of a day of the script: at this hour in Cambodia. */
  instantOf(day: IsoDay, hour: number): Date;
  /** A request of somebody who holds one role. */
  as(grant: ViewerGrant, who: string): ApiRequest;
};

export function demoScene(service: Service, database: Database): DemoScene {
  const shift = daysBetween(demoToday, dayInCambodia(service.clock.now()));
  const clock = movableClock(service.clock.now());
  const dayOf = (day: IsoDay) => addDays(day, shift);
  const em = () => database.orm.em.fork() as DatabaseEntityManager;
  return {
    database,
    clock,
    em,
    dayOf,
    instantOf: (day, hour) => new Date(Date.parse(`${dayOf(day)}T00:00:00Z`) + (hour - 7) * 3_600_000),
    as: (grant, who) => {
      const viewer: Viewer = {
        ...stranger,
        accountId: demoId('account', who),
        grants: [grant],
        isReauthenticated: true,
      };
      return {
        ...service,
        clock,
        em: em(),
        viewer,
        language: 'km',
        requestId: 'demo',
        clientAddress: 'demo',
        batches: new Map(),
      };
    },
  };
}
