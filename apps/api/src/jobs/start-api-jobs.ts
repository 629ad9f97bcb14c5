import { dayInCambodia } from '@samleng/routing';
import {
  type Database,
  type DatabaseEntityManager,
  type Jobs,
  type JobsOptions,
  startJobs,
  wipeErased,
} from '@samleng/server';
import { removeEnded } from '../features/accounts/index.ts';
import { eraseUntaken } from '../features/attachments/index.ts';
import { escalateUnanswered, routeWaiting } from '../features/assignments/index.ts';
import { eraseModeratedTexts, handOverWaiting } from '../features/concerns/index.ts';
import { rankDueCommunes, recountSupports, writeShowings } from '../features/issues/index.ts';
import { remindOfConsents } from '../features/networks/index.ts';
import type { Service } from '../request.ts';
import { watchAudit } from './watch-audit.ts';

type Part = Service & { readonly em: DatabaseEntityManager };

/** Where a child's own words stand until they are erased. */
const tablesOfWords = ['concerns', 'attachments', 'attachment_parts'];

/** What the service does by itself, and when in Cambodia. Each may run twice: it is harmless. */
export const apiJobs = {
  /** Issues unanswered for 30 days go to the office above. */
  'escalate-unanswered': { cron: '5 * * * *', work: (part: Part) => escalateUnanswered(part) },
  /** Issues without an office, or with a closed one, find theirs. */
  'route-waiting': { cron: '15 * * * *', work: (part: Part) => routeWaiting(part) },
  /** Communes whose supports have changed are ranked anew. */
  'rank-due': { cron: '* * * * *', work: (part: Part) => rankDueCommunes(part) },
  /** How often issues were shown is written down, so that lists can begin with those shown least. */
  'write-showings': {
    cron: '*/5 * * * *',
    work: ({ em, clock }: Part) => writeShowings(em, dayInCambodia(clock.now())),
  },
  /** Concerns that were moved while the desk did not answer are handed over. */
  'hand-over-waiting': { cron: '* * * * *', work: (part: Part) => handOverWaiting(part) },
  /** Children's own words are erased 30 days after moderation. */
  'erase-moderated-texts': { cron: '30 2 * * *', work: (part: Part) => eraseModeratedTexts(part) },
  /** What was erased leaves the embedded database's files, too. */
  'wipe-erased': {
    cron: '50 2 * * *',
    work: (_part: Part, database: Database) => wipeErased(database, tablesOfWords),
  },
  /** Recordings that nothing was sent with are erased after two days. */
  'erase-untaken-recordings': { cron: '25 * * * *', work: (part: Part) => eraseUntaken(part) },
  /** Ended sessions, challenges and invitations, and counts of rates, are removed. */
  'remove-ended': { cron: '40 2 * * *', work: (part: Part) => removeEnded(part) },
  /** Counts of supports are compared with the supports, and put right. */
  'recount-supports': { cron: '10 3 * * *', work: (part: Part) => recountSupports(part) },
  /** The audit is checked, and its head written for the day. */
  'watch-audit': { cron: '0 5 * * *', work: (part: Part) => watchAudit(part) },
  /** Facilitators are told of consents that end; members without one are erased after 90 days. */
  'remind-of-consents': { cron: '40 5 * * *', work: (part: Part) => remindOfConsents(part) },
} as const satisfies Record<
  string,
  { cron: string; work: (part: Part, database: Database) => Promise<unknown> }
>;

/**
 * Starts the jobs of the participation service on its database. Each run has an entity manager of its own and the
 * service's clock.
 *
 * @param options.isPaused jobs wait until `runNow` is called: for tests
 */
export function startApiJobs(
  service: Service,
  database: Database,
  options: Pick<JobsOptions, 'isPaused'> = {},
): Promise<Jobs> {
  const handlers = Object.entries(apiJobs).map(([name, { work }]) => [
    name,
    async () => {
      const em = database.orm.em.fork() as DatabaseEntityManager;
      await work({ ...service, em }, database);
    },
  ]);
  return startJobs(database, {
    handlers: Object.fromEntries(handlers),
    schedules: Object.entries(apiJobs).map(([name, { cron }]) => ({ name, cron })),
    log: service.log,
    ...options,
  });
}
