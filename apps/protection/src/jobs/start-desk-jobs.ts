import type { Database, Jobs } from '@samleng/server';
import { startJobs } from '@samleng/server';
import { SignInChallenge, Invitation, Session } from '../features/accounts/index.ts';
import { eraseDueCases, runTimers } from '../features/cases/index.ts';
import { exportAuditHead, makeLastWeeksReport, watchAudit } from '../features/oversight/index.ts';
import type { DeskRequest, Service } from '../request.ts';
import { requestOfService } from '../server.ts';

/**
 * What the desk does by the clock, in Cambodian time: timers every minute, erasing at night, the audit checked and
 * its head exported every morning, the access report on Mondays.
 *
 * @param headDirectory where the head of the audit goes
 */
export function startDeskJobs(service: Service, database: Database, headDirectory: string): Promise<Jobs> {
  const request = () => requestOfService(service, database);
  return startJobs(database, {
    log: service.log,
    handlers: {
      run_timers: async () => void (await runTimers(request())),
      erase_due_cases: async () => {
        await eraseDueCases(request());
        await forgetOldSessions(request());
      },
      watch_audit: async () => {
        const verdict = await watchAudit(request(), headDirectory);
        // A broken chain's head must not become the one to trust.
        if (verdict.ok) await exportAuditHead(request(), headDirectory);
      },
      make_access_report: async () => void (await makeLastWeeksReport(request())),
    },
    schedules: [
      { name: 'run_timers', cron: '* * * * *' },
      { name: 'erase_due_cases', cron: '30 2 * * *' },
      { name: 'watch_audit', cron: '0 5 * * *' },
      { name: 'make_access_report', cron: '0 6 * * 1' },
    ],
  });
}

const keptDays = 30;

/** Sessions, invitations and challenges that ended a month ago. */
export async function forgetOldSessions({ em, clock }: DeskRequest): Promise<void> {
  const before = new Date(clock.now().getTime() - keptDays * 86_400_000);
  await em.nativeDelete(Session, { createdAt: { $lt: before } });
  await em.nativeDelete(Invitation, { expiresAt: { $lt: before } });
  await em.nativeDelete(SignInChallenge, { expiresAt: { $lt: before } });
}
