import { defineConfig } from 'vitest/config';

const withResolvers = {
  // type-graphql's decorators are the old kind; with them class fields are assigned, not defined.
  oxc: { decorator: { legacy: true }, assumptions: { setPublicClassFields: true } },
  // The bundler would take graphql's other build than type-graphql does, and the two do not know each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
};

// One project a kind of test, so that a part runs alone: `pnpm exec vitest run --project packages text`.
export default defineConfig({
  test: {
    // By itself it would leave one core idle.
    maxWorkers: '100%',
    projects: [
      {
        ...withResolvers,
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          setupFiles: ['./apps/api/src/testing/setup.ts'],
          globalSetup: ['./apps/api/src/testing/real-postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        ...withResolvers,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          setupFiles: ['./apps/api/src/testing/setup.ts'],
          globalSetup: ['./apps/api/src/testing/real-postgres.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['./tests/journeys/product.ts'],
          setupFiles: ['./tests/journeys/fresh-world.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // What a page shows is awaited, as a person would wait.
          expect: { poll: { timeout: 15_000 } },
          // One after another: they share the product, whose world is put back before each.
          fileParallelism: false,
        },
      },
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
        test: { name: 'web', include: ['apps/web/{src,server}/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        ...withResolvers,
        test: {
          name: 'api',
          include: ['apps/api/src/**/*.test.ts'],
          // The service is loaded once for all files of a worker: each starts a world of its own, and leaves nothing.
          isolate: false,
          setupFiles: ['./apps/api/src/testing/setup.ts'],
          globalSetup: ['./apps/api/src/testing/real-postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        ...withResolvers,
        test: {
          name: 'protection',
          include: ['apps/protection/src/**/*.test.ts'],
          // The service is loaded once for all files of a worker: each starts a world of its own, and leaves nothing.
          isolate: false,
          setupFiles: ['./apps/protection/src/testing/setup.ts'],
          globalSetup: ['./apps/protection/src/testing/real-postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
