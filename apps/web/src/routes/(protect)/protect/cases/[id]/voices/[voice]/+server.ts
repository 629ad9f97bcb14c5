import { error } from '@sveltejs/kit';
import { hearVoice } from '#lib/server/protection.ts';
import type { RequestHandler } from './$types';

const isId = /^[0-9a-f-]{36}$/;

/** A recording, to be heard on the page of its case and kept nowhere. Each hearing is written down by the desk. */
export const GET: RequestHandler = async (event) => {
  const { id, voice } = event.params;
  if (!isId.test(id) || !isId.test(voice)) error(404, 'refused');
  const heard = await hearVoice(event, { caseId: id, voiceId: voice });
  if (!heard) error(404, 'refused');
  const bytes = await heard.arrayBuffer();
  return new Response(bytes, {
    headers: {
      'content-type': heard.headers.get('content-type') ?? 'application/octet-stream',
      'content-length': String(bytes.byteLength),
      'content-disposition': 'inline',
      'cache-control': 'no-store',
      'accept-ranges': 'none',
    },
  });
};
