import type { IncomingMessage, ServerResponse } from 'node:http';
import { isId } from '@samleng/kernel';
import type { Route } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { keepPollMedia } from './keep-poll-media.ts';
import { mostMediaBytes } from './poll-limits.ts';
import { mediaPurposes, type PollMedia } from './poll-media.entity.ts';
import { openPollMedia } from './poll-media.queries.ts';

/**
 * Pictures and sound have routes of their own: they do not fit into JSON.
 *
 * `POST /poll-media?poll=<id>&for=OPTION|SHEET` with a session and the file as body answers
 * `{ "media": { "id", "kind", "mediaType" } | null, "problems": [{ "code", "field" }] }`. `GET /poll-media/<id>` gives
 * the file to who may see it.
 *
 * @param requestOf makes the service's request of a request
 */
export function pollMediaRoutes(requestOf: (incoming: IncomingMessage) => Promise<ApiRequest>): Route[] {
  return [
    {
      method: 'POST',
      path: '/poll-media',
      async handle(incoming, response, { url }) {
        const request = await requestOf(incoming);
        const pollId = url.searchParams.get('poll') ?? '';
        const purpose = mediaPurposes.find((one) => one === url.searchParams.get('for'));
        // Nobody without a session makes us read a body.
        if (request.viewer.accountId === null || !isId(pollId))
          return answer(response, 404, null, [problem('NOT_FOUND', 'pollId')]);
        if (purpose === undefined) return answer(response, 200, null, [problem('NOT_IN_LIST', 'for')]);
        const bytes = await readBytes(incoming);
        if (bytes === null) {
          response.setHeader('connection', 'close');
          return answer(response, 413, null, [problem('MEDIA_TOO_LARGE', 'file')]);
        }
        const kept = await keepPollMedia(request, { pollId, purpose, bytes });
        return kept.ok ? answer(response, 200, kept.value, []) : answer(response, 200, null, kept.problem);
      },
    },
    {
      method: 'GET',
      path: /^\/poll-media\/(?<id>[0-9a-f-]{36})$/,
      name: '/poll-media/:id',
      async handle(incoming, response, { parameters }) {
        const found = await openPollMedia(await requestOf(incoming), parameters['id'] ?? '');
        if (found === null) return answer(response, 404, null, [problem('NOT_FOUND')]);
        response.setHeader('content-type', found.mediaType);
        response.setHeader('content-length', found.bytes.length);
        response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader('content-disposition', 'inline');
        // What all may see never changes under its id; it may stay on a phone with a slow network.
        if (found.isForAll) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
        response.end(found.bytes);
      },
    },
  ];
}

/** The body, or null when it is larger than a file may be. */
async function readBytes(incoming: IncomingMessage): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostMediaBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function answer(
  response: ServerResponse,
  status: number,
  media: PollMedia | null,
  problems: readonly Problem[],
): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  const shown = media && { id: media.id, kind: media.kind, mediaType: media.mediaType };
  response.end(`${JSON.stringify({ media: shown, problems })}\n`);
}
