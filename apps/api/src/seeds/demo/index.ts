import type { Database, DatabaseEntityManager } from '@samleng/server';
import { Account } from '../../features/accounts/index.ts';
import { escalateUnanswered } from '../../features/assignments/index.ts';
import { ensureHelpNumbers, ensureHolidays, ensureUsualRules } from '../../features/offices/index.ts';
import type { Service } from '../../request.ts';
import { demoScene } from './demo-scene.ts';
import { layGround } from './lay-ground.ts';
import { playHistory } from './play-history.ts';
import { walkTrail } from './walk-trail.ts';
import { writeBudgets } from './write-budgets.ts';
import { writeClubs } from './write-clubs.ts';
import { writeConcerns } from './write-concerns.ts';
import { writeMeetings } from './write-meetings.ts';
import { writePolls } from './write-polls.ts';
import { writeScorecards } from './write-scorecards.ts';
import { writeResearch } from './write-research.ts';
import { writeServices } from './write-services.ts';
import { writeSupports } from './write-supports.ts';

/** Puts what every installation needs there: the usual routing table, holidays and help numbers. Runs at each start. */
export async function ensureFoundations(service: Service, database: Database): Promise<void> {
  const em = database.orm.em.fork() as DatabaseEntityManager;
  await ensureUsualRules(em);
  await ensureHolidays(em);
  await ensureHelpNumbers(em, service.clock);
}

/**
 * Plays the demo world into a database in which nobody has an account yet. Gives whether it did. Its days are moved
 * so that it ends today.
 */
export async function seedDemoWorld(service: Service, database: Database): Promise<boolean> {
  const scene = demoScene(service, database);
  if ((await scene.em().count(Account, {})) > 0) return false;
  await layGround(scene, service.settings);
  await writeConcerns(scene);
  const issueIds = await playHistory(scene);
  scene.clock.moveTo(service.clock.now());
  await writeSupports(scene, service.settings, issueIds);
  await writePolls(scene, issueIds);
  await writeClubs(scene);
  await writeMeetings(scene, issueIds);
  await writeScorecards(scene);
  await writeResearch(scene);
  await writeServices(scene);
  await writeBudgets(scene);
  await walkTrail(scene, service.settings, issueIds);
  await escalateUnanswered({ ...service, em: scene.em() });
  return true;
}
