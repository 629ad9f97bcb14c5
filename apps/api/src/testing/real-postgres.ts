import { openDatabase } from '@samleng/server';
import { startRealPostgres } from '@samleng/server/testing';
import type { TestProject } from 'vitest/node';
import { migrations } from '../migrations/index.ts';

/** Once per run: starts a real PostgreSQL when SAMLENG_TEST_DATABASE asks for one. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | void> {
  if (process.env['SAMLENG_TEST_DATABASE'] !== 'postgres') {
    project.provide('postgres', null);
    return;
  }
  const server = await startRealPostgres();
  const url = await server.createDatabase('template');
  const database = await openDatabase({ entities: [], migrations, url });
  await database.migrate();
  await database.close();
  project.provide('postgres', server.urlFor('postgres'));
  return () => server.stop();
}
