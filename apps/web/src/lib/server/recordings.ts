import { createHash } from 'node:crypto';
import { error, type RequestEvent } from '@sveltejs/kit';
import { API_URL, WEB_KEY } from '$app/env/private';
import { mostRecordingBytes, partSize } from '#lib/forms/recording.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import type { Asker } from './api.ts';
import { logFault } from './log.ts';
import { headersOf } from './service-door.ts';

export type RecordingPurpose = 'CONCERN' | 'ANSWER';

/** Which parts of a recording are still wanted, or why it is refused; `away` when the service does not answer. */
export type PartReply =
  | { readonly ok: true; readonly missing: readonly number[] }
  | { readonly ok: false; readonly problem: ShownProblem | 'away' };

interface Reply {
  readonly attachment?: { readonly missing: readonly number[] } | null;
  readonly problems?: readonly ShownProblem[];
}

/** Hands one part of a recording to the service. The same part again is harmless. */
export async function givePart(
  asker: Asker,
  part: {
    id: string;
    purpose: RecordingPurpose;
    size: number;
    number: number;
    bytes: Uint8Array<ArrayBuffer>;
  },
): Promise<PartReply> {
  const { requestId, sessionToken } = asker.locals;
  try {
    const response = await fetch(
      `${API_URL}/attachments/${part.id}?for=${part.purpose}&size=${part.size}&part=${part.number}`,
      {
        method: 'POST',
        headers: {
          ...headersOf(asker, WEB_KEY, sessionToken),
          'content-type': 'application/octet-stream',
        },
        body: part.bytes,
        signal: AbortSignal.timeout(8_000),
        redirect: 'error',
      },
    );
    const reply = (await response.json()) as Reply;
    const problem = reply.problems?.[0];
    if (problem) return { ok: false, problem };
    return reply.attachment
      ? { ok: true, missing: reply.attachment.missing }
      : { ok: false, problem: 'away' };
  } catch (fault) {
    logFault('service away', requestId, fault);
    return { ok: false, problem: 'away' };
  }
}

/**
 * Gives a whole recording of a form to the service. The same file for the same form goes under the same id, so that a
 * form sent twice gives it once.
 *
 * @param key of the form
 */
export async function giveRecording(
  asker: Asker,
  purpose: RecordingPurpose,
  key: string,
  file: File,
): Promise<
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly problem: ShownProblem | 'away' }
> {
  if (file.size > mostRecordingBytes)
    return { ok: false, problem: { code: 'MEDIA_TOO_LARGE', field: 'voice' } };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const id = idFor(key, bytes);
  for (let number = 0; number * partSize < bytes.length; number += 1) {
    const part = bytes.slice(number * partSize, (number + 1) * partSize);
    const reply = await givePart(asker, { id, purpose, size: bytes.length, number, bytes: part });
    if (!reply.ok) return reply;
  }
  return { ok: true, id };
}

/** The first bits of a hash as a UUID of version 8 (RFC 9562, section 5.8). */
function idFor(key: string, bytes: Uint8Array): string {
  const hex = createHash('sha256').update(`${key}\n`).update(bytes).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Hands on a recording to whoever may hear it; `path` is the service's. */
export async function fetchRecording(event: RequestEvent, path: string): Promise<Response> {
  let reply: Response;
  try {
    reply = await fetch(`${API_URL}${path}`, {
      headers: headersOf(event, WEB_KEY, event.locals.sessionToken),
      signal: AbortSignal.timeout(8_000),
      redirect: 'error',
    });
  } catch (fault) {
    logFault('service away', event.locals.requestId, fault);
    error(503, 'unavailable');
  }
  if (!reply.ok) error(reply.status === 404 ? 404 : 503, reply.status === 404 ? 'refused' : 'unavailable');
  const headers = new Headers({ 'content-disposition': 'inline' });
  for (const name of ['content-type', 'content-length', 'cache-control']) {
    const value = reply.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(reply.body, { headers });
}
