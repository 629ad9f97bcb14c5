import { describe, expect, it } from 'vitest';
import type { Outcome } from './service-door.ts';
import { tryAgain } from './try-again.ts';

const busy = { ok: false, status: 503, isBusy: true } as const;
const away = { ok: false, status: 503 } as const;
const sent = { ok: true, data: 'sent' } as const;

/** What comes of these answers one after another, how many were asked for, and the pauses between. */
async function trying(...answers: Outcome<string>[]) {
  const pauses: number[] = [];
  let tries = 0;
  const outcome = await tryAgain(
    async () => answers[tries++] ?? busy,
    async (milliseconds) => void pauses.push(milliseconds),
  );
  return { outcome, tries, pauses };
}

describe('trying again', () => {
  it('is for a service that is busy, with longer pauses', async () => {
    expect(await trying(busy, sent)).toEqual({ outcome: sent, tries: 2, pauses: [800] });
    expect(await trying(busy, busy, sent)).toEqual({ outcome: sent, tries: 3, pauses: [800, 1_600] });
  });

  it('ends after the third try', async () => {
    expect(await trying(busy, busy, busy, sent)).toEqual({ outcome: busy, tries: 3, pauses: [800, 1_600] });
  });

  it('is not for a service that is away, and not for what went well', async () => {
    expect(await trying(away, sent)).toEqual({ outcome: away, tries: 1, pauses: [] });
    expect(await trying(sent)).toEqual({ outcome: sent, tries: 1, pauses: [] });
  });
});
