import { startTemplateServer } from '@samleng/server/testing';
import type { TestProject } from 'vitest/node';
import { migrations } from '../migrations/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a real PostgreSQL listens whose database `template` is migrated; null: the embedded one is used. */
    postgres: string | null;
  }
}

/** Once per run: starts a real PostgreSQL when SAMLENG_TEST_DATABASE asks for one. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | void> {
  if (process.env['SAMLENG_TEST_DATABASE'] !== 'postgres') {
    project.provide('postgres', null);
    return;
  }
  const server = await startTemplateServer(migrations);
  project.provide('postgres', server.url);
  return server.stop;
}
