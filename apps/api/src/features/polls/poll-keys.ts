import { createHmac, randomBytes } from 'node:crypto';
import { openSecret, sealSecret } from '@samleng/server';
import type { ApiRequest } from '../../request.ts';
import { PollKey } from './ballot.entity.ts';

/** Draws the key of a poll; the database holds it only sealed under a key it does not know. */
export function makePollKey(inside: ApiRequest, pollId: string): void {
  const key = randomBytes(32).toString('hex');
  inside.em.create(PollKey, { pollId, sealedKey: sealSecret(key, secretsKey(inside), belongsTo(pollId)) });
}

/** The key of a poll, or null once it is destroyed. */
export async function openPollKey(request: ApiRequest, pollId: string): Promise<Buffer | null> {
  const kept = await request.em.findOne(PollKey, { pollId });
  if (kept === null) return null;
  return Buffer.from(openSecret(kept.sealedKey, secretsKey(request), belongsTo(pollId)), 'hex');
}

/**
 * What a voter is called within one poll: without the poll's key nobody can tell which card or device it stands for.
 *
 * @param voter a card's hash or a device's key
 */
export function nullifierOf(pollKey: Buffer, kind: 'card' | 'device', voter: string): string {
  return createHmac('sha256', pollKey).update(`${kind}:${voter}`).digest('hex');
}

function secretsKey(request: ApiRequest): Buffer {
  return Buffer.from(request.settings.SECRETS_KEY, 'hex');
}

function belongsTo(pollId: string): string {
  return `poll key:${pollId}`;
}

/** What the cards of a batch are called in a poll; of those that are void, or of all. */
export async function nullifiersOfBatch(
  { em }: ApiRequest,
  pollKey: Buffer,
  batchId: string,
  { onlyVoid = false } = {},
): Promise<string[]> {
  const rows = await em.execute<{ hash: string }[]>(
    `select hash from cards where batch_id = ?${onlyVoid ? ' and is_void' : ''}`,
    [batchId],
  );
  return rows.map(({ hash }) => nullifierOf(pollKey, 'card', hash));
}
