import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('./first-administrator.ts', import.meta.url));
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'samleng-first-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...args],
      {
        env: {
          PATH: process.env['PATH'],
          DATA_DIRECTORY: join(directory, 'api'),
          SECRETS_KEY: '2'.repeat(64),
          WEB_ORIGIN: 'https://samleng.example',
        },
      },
      (failure, out, error) => resolve({ code: Number(failure?.code ?? 0), out, error }),
    );
  });
}

describe('the first administrator of an installation', () => {
  it('gets a link once; then administrators invite each other', async () => {
    const first = await run('Kalyan');
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(first.out.trim()).toMatch(/^https:\/\/samleng\.example\/invitation\/[\w-]{40,}$/);
    const second = await run('Somebody else');
    expect(second).toMatchObject({ code: 2, out: '' });
    expect(second.error).toContain('already');
  });

  it('needs a name', async () => {
    expect(await run()).toMatchObject({ code: 2, out: '' });
  });
});
