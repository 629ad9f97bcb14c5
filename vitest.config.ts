import { defineConfig } from 'vitest/config';

// One project a kind of test, so that a part runs alone: `pnpm exec vitest run --project packages text`.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'packages',
          include: ['packages/*/src/**/*.test.ts'],
          exclude: ['packages/server/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['packages/server/src/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        // type-graphql's decorators are the old kind; with them class fields are assigned, not defined.
        oxc: { decorator: { legacy: true }, assumptions: { setPublicClassFields: true } },
        // The bundler would take graphql's other build than type-graphql does, and the two do not know each other.
        resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
        test: {
          name: 'api',
          include: ['apps/api/src/**/*.test.ts'],
          setupFiles: ['./apps/api/src/testing/setup.ts'],
          globalSetup: ['./apps/api/src/testing/real-postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
