import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  aConcern,
  comeBack,
  isReady,
  kill,
  raise,
  type Raised,
  send,
  startService,
} from './running-service.ts';

/** A small disk of its own in memory; only root can make one, and not everywhere. */
const disk = mkdtempSync(join(tmpdir(), 'samleng-disk-'));
const isMounted = (() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('A small disk cannot be mounted here: a full disk is not tested.');
    return false;
  }
})();

afterAll(() => {
  if (isMounted) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

describe('a full disk', () => {
  it.runIf(isMounted)(
    'refuses what cannot be kept, loses nothing, goes on reading, and recovers by itself',
    async () => {
      const service = await startService(join(disk, 'api'));
      try {
        expect(await isReady(service), service.log()).toBe(true);
        const kept: Raised[] = [];
        const refused: Raised[] = [];
        const { bavail, bsize } = statfsSync(disk);
        writeFileSync(join(disk, 'ballast'), Buffer.alloc(bavail * bsize));
        for (let tries = 0; tries < 40 && refused.length < 3; tries += 1) {
          const concern = aConcern('ទឹក'.repeat(1_200));
          const sent = await raise(service.address, concern);
          (sent?.data?.['raiseConcern']?.problems?.length === 0 ? kept : refused).push(concern);
          if (refused.includes(concern)) {
            expect(sent?.text).toContain('"INTERNAL"');
            expect(sent?.text).not.toMatch(/disk|ENOSPC|space|insert|concerns/i);
          }
        }
        expect(refused).toHaveLength(3);
        const list = await send(
          service.address,
          '{ issues(filter: { communeCode: "140907" }, first: 1) { nodes { titleEn } } }',
          {},
        );
        expect(list?.text).toContain('titleEn');
        for (const { receipt, text } of kept.slice(0, 5))
          expect((await comeBack(service.address, receipt))?.text).toContain(text);

        rmSync(join(disk, 'ballast'));
        for (const concern of refused) {
          expect((await raise(service.address, concern))?.data?.['raiseConcern']?.problems).toEqual([]);
          expect((await comeBack(service.address, concern.receipt))?.text).toContain(concern.text);
        }
      } finally {
        await kill(service, 'SIGTERM');
      }
    },
  );
});
