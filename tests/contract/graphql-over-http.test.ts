import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../../apps/api/src/testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

describe('the participation service at /graphql', () => {
  it('follows GraphQL over HTTP: the audit finds no error', async () => {
    const results = await auditServer({ url: `${world.address}/graphql` });
    const errors = results.filter((result) => result.status === 'error').map((result) => result.name);
    expect(errors).toEqual([]);
    expect(results.length).toBeGreaterThan(50);
  });

  it.each([
    ['a list of operations', '[{"query":"{ viewer { isReauthenticated } }"}]'],
    ['broken JSON', '{"query":'],
    ['no operation', '{}'],
    ['a query that is no text', '{"query":{"a":1}}'],
  ])('refuses %s with 4xx and no internals', async (_what, body) => {
    const response = await fetch(`${world.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toMatch(/node_modules|\.ts:|stack/);
  });

  it('answers GET, PUT and DELETE with 405', async () => {
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await fetch(`${world.address}/graphql`, { method })).status).toBe(405);
  });
});
