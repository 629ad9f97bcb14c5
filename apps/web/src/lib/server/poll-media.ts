import { error, type RequestEvent } from '@sveltejs/kit';
import { API_URL, WEB_KEY } from '$app/env/private';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import { logFault } from './log.ts';

/** What the service takes; a longer file is not handed on only to be refused. */
const mostBytes = 5 * 1024 * 1024;

/** What a file is for: a picture or a recording of an option, or the photo of a tally sheet. */
export type MediaPurpose = 'OPTION' | 'SHEET';

/** The id of a file that was kept (null: none was given), or why it was not. */
export type GivenFile =
  | { readonly ok: true; readonly id: string | null }
  | { readonly ok: false; readonly problems: readonly ShownProblem[] };

interface Reply {
  readonly media?: { readonly id: string } | null;
  readonly problems?: readonly ShownProblem[];
}

/**
 * Gives a file of a form to the service, which keeps it without what a camera wrote beside it. A form without a file
 * gives none.
 *
 * @param field the file's name in the form, named in its problems too
 */
export async function giveFile(
  event: RequestEvent,
  form: FormData,
  field: string,
  pollId: string,
  purpose: MediaPurpose,
): Promise<GivenFile> {
  const file = form.get(field);
  if (!(file instanceof File) || file.size === 0) return { ok: true, id: null };
  if (file.size > mostBytes) return { ok: false, problems: [{ code: 'MEDIA_TOO_LARGE', field }] };
  let reply: Reply;
  try {
    const response = await fetch(`${API_URL}/poll-media?poll=${pollId}&for=${purpose}`, {
      method: 'POST',
      headers: { ...headersOf(event), 'content-type': 'application/octet-stream' },
      body: await file.arrayBuffer(),
      signal: AbortSignal.timeout(20_000),
      redirect: 'error',
    });
    reply = (await response.json()) as Reply;
  } catch (fault) {
    logFault('service away', event.locals.requestId, fault);
    error(503, 'unavailable');
  }
  const [problem] = reply.problems ?? [];
  if (problem) return { ok: false, problems: [{ code: problem.code, field }] };
  if (!reply.media) error(503, 'unavailable');
  return { ok: true, id: reply.media.id };
}

/** The picture and the recording an option is given with, each where there is one. */
export async function giveFilesOfOption(
  event: RequestEvent,
  form: FormData,
  prefix: string,
  pollId: string,
): Promise<
  | { readonly ok: true; readonly pictureId: string | null; readonly soundId: string | null }
  | { readonly ok: false; readonly problems: readonly ShownProblem[] }
> {
  const picture = await giveFile(event, form, `${prefix}photo`, pollId, 'OPTION');
  if (!picture.ok) return picture;
  const sound = await giveFile(event, form, `${prefix}sound`, pollId, 'OPTION');
  return sound.ok ? { ok: true, pictureId: picture.id, soundId: sound.id } : sound;
}

/** Hands on a picture or a recording, to whoever may see it. */
export async function fetchMedia(event: RequestEvent, id: string): Promise<Response> {
  let reply: Response;
  try {
    reply = await fetch(`${API_URL}/poll-media/${id}`, {
      headers: headersOf(event),
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

function headersOf(event: RequestEvent): Record<string, string> {
  const { locals } = event;
  return {
    accept: '*/*',
    'x-device': locals.device,
    'x-request-id': locals.requestId,
    'x-client-address': event.getClientAddress(),
    ...(WEB_KEY ? { 'x-web-key': WEB_KEY } : {}),
    ...(locals.sessionToken ? { authorization: `Session ${locals.sessionToken}` } : {}),
  };
}
