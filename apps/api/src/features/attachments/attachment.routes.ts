import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Route } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { partSize } from './attachment-limits.ts';
import { attachmentPurposes } from './attachment.entity.ts';
import { openOwnRecording, type OpenedRecording } from './attachment.queries.ts';
import { type Arrived, keepPart } from './keep-part.ts';

/**
 * Sound has routes of its own: it does not fit into JSON.
 *
 * `POST /attachments/<id>?for=CONCERN|ANSWER&size=<bytes of all>&part=<number>` with the part as body (32 KiB, the last
 * one shorter) answers `{ "attachment": { "id", "missing": [numbers] } | null, "problems": [{ "code", "field" }] }`.
 * `GET /attachments/<id>` gives its giver the whole, until it is taken.
 *
 * @param requestOf makes the service's request of a request
 */
export function attachmentRoutes(requestOf: (incoming: IncomingMessage) => Promise<ApiRequest>): Route[] {
  const path = /^\/attachments\/(?<id>[0-9a-f-]{36})$/;
  const name = '/attachments/:id';
  return [
    {
      method: 'POST',
      path,
      name,
      async handle(incoming, response, { url, parameters }) {
        const request = await requestOf(incoming);
        const purpose = attachmentPurposes.find((one) => one === url.searchParams.get('for'));
        const number = (field: string) => Number(url.searchParams.get(field) ?? 'none');
        if (purpose === undefined) return answer(response, 200, null, [problem('NOT_IN_LIST', 'for')]);
        const bytes = await readPart(incoming);
        if (bytes === null) {
          response.setHeader('connection', 'close');
          return answer(response, 413, null, [problem('MEDIA_TOO_LARGE', 'part')]);
        }
        const id = parameters['id'] ?? '';
        const kept = await keepPart(request, {
          id,
          purpose,
          size: number('size'),
          number: number('part'),
          bytes,
        });
        return kept.ok ? answer(response, 200, kept.value, []) : answer(response, 200, null, kept.problem);
      },
    },
    {
      method: 'GET',
      path,
      name,
      async handle(incoming, response, { parameters }) {
        giveRecording(response, await openOwnRecording(await requestOf(incoming), parameters['id'] ?? ''));
      },
    },
  ];
}

/** Answers with a recording, never kept on the way; or that there is none. */
export function giveRecording(
  response: ServerResponse,
  found: OpenedRecording | null,
  isForAll = false,
): void {
  if (found === null) return answer(response, 404, null, [problem('NOT_FOUND')]);
  response.setHeader('content-type', found.mediaType);
  response.setHeader('content-length', found.bytes.length);
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
  response.setHeader('content-disposition', 'inline');
  if (isForAll) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  response.end(found.bytes);
}

/** The body, or null when it is larger than a part may be. */
async function readPart(incoming: IncomingMessage): Promise<Uint8Array | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > partSize) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function answer(
  response: ServerResponse,
  status: number,
  attachment: Arrived | null,
  problems: readonly Problem[],
): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(`${JSON.stringify({ attachment, problems })}\n`);
}
