import { ok, refused, type Result } from '@samleng/kernel';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { watchOpenings } from '../alarms/index.ts';
import { keysOf } from './find-case.ts';
import { readItems } from './read-items.ts';
import { noteDeed } from './take-in.ts';
import { asHolder } from './write-as-worker.ts';

export type OpenedVoice = { readonly kind: string; readonly bytes: Uint8Array };

/** A worker listens to a recording: with the passphrase given again, written down in the same transaction. */
export async function openVoice(
  request: DeskRequest,
  input: { caseId: string; itemId: string },
): Promise<Result<OpenedVoice, readonly Problem[]>> {
  if (!request.viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  const opened = await asHolder(request, input.caseId, async (inside, held) => {
    const items = await readItems(inside, held.kase, keysOf(inside, held)!);
    const item = items.find(({ id, field }) => id === input.itemId && field === 'VOICE');
    if (item === undefined) return refused([problem('NOT_FOUND', 'itemId')]);
    await noteDeed(inside, held.kase, 'openVoice', { voiceId: item.id });
    const end = item.bytes.indexOf(10);
    return ok({
      kind: new TextDecoder().decode(item.bytes.subarray(0, end)),
      bytes: item.bytes.subarray(end + 1),
    });
  });
  if (opened.ok) await watchOpenings(request);
  return opened;
}
