import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRealPostgres, type RealPostgres } from '@samleng/server/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aConcern,
  comeBack,
  isReady,
  kill,
  raise,
  type Raised,
  type RunningService,
  send,
  startService,
} from './running-service.ts';

const secondsAway = 60;
let server: RealPostgres;
let service: RunningService;
let directory: string;
let url: string;

beforeAll(async () => {
  server = await startRealPostgres();
  url = await server.createDatabase('participation');
  directory = await mkdtemp(join(tmpdir(), 'samleng-away-'));
  service = await startService(directory, { DATABASE_URL: url });
  expect(await isReady(service), service.log()).toBe(true);
});
afterAll(async () => {
  await kill(service);
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});

async function concernsKept(): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int n from concerns`);
    return rows[0]?.n ?? 0;
  } finally {
    await client.end();
  }
}

const issues = '{ issues(filter: { communeCode: "140907" }, first: 3) { nodes { titleEn } } }';

describe('a database that is away for a minute', () => {
  it('is answered clearly for, nothing is half written, and the service recovers by itself', async () => {
    const before = aConcern();
    expect((await raise(service.address, before))?.data?.['raiseConcern']?.problems).toEqual([]);
    const countBefore = await concernsKept();

    // Some are being written at the very moment it goes.
    const caught = Array.from({ length: 8 }, () => aConcern());
    const sending = Promise.all(caught.map((concern) => raise(service.address, concern)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.pause();
    const answers = await sending;
    const began = Date.now();

    const refused: Raised[] = [];
    while (Date.now() - began < secondsAway * 1000) {
      const concern = aConcern();
      const [raised, list, ready, live] = await Promise.all([
        raise(service.address, concern),
        send(service.address, issues, {}),
        fetch(`${service.address}/health/ready`),
        fetch(`${service.address}/health/live`),
      ]);
      refused.push(concern);
      expect([ready.status, live.status]).toEqual([503, 200]);
      for (const answer of [raised, list]) {
        expect(answer?.status).toBe(503);
        expect(answer?.text).toMatch(/"(UNAVAILABLE|TOO_BUSY|TOO_SLOW)"/);
        expect(answer?.text).not.toMatch(/ECONN|postgres|connection|pg_|select|insert|\/src\//i);
        expect(answer?.retryAfter).toMatch(/^\d+$/);
      }
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
    expect(refused.length).toBeGreaterThan(5);

    await server.resume();
    expect(await isReady(service, 30), service.log()).toBe(true);
    const told = answers.filter((answer) => answer?.data?.['raiseConcern']?.problems?.length === 0).length;
    const after = await concernsKept();
    // Each one that was told it arrived is there. One more may be there whose answer was lost on the way.
    expect(after).toBeGreaterThanOrEqual(countBefore + told);
    expect(after).toBeLessThanOrEqual(countBefore + caught.length);
    expect((await comeBack(service.address, before.receipt))?.text).toContain(before.text);

    // The same forms again: each is there once, and opens.
    for (const concern of [...caught, ...refused.slice(0, 5)]) {
      const again = await raise(service.address, concern);
      expect(again?.data?.['raiseConcern']?.problems, again?.text).toEqual([]);
      expect((await comeBack(service.address, concern.receipt))?.text).toContain(concern.text);
    }
    expect(await concernsKept()).toBe(countBefore + caught.length + 5);
    expect((await send(service.address, issues, {}))?.text).toContain('titleEn');
    expect(service.child.exitCode).toBeNull();
  });
});
