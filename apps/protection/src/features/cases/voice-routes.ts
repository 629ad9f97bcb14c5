import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Route } from '@samleng/server';
import type { Problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { mostVoiceBytes } from './case-limits.ts';
import { keepVoice } from './keep-voice.ts';
import { receiveMovedVoice } from './receive-moved-voice.ts';
import { openVoice } from './open-voice.ts';

/**
 * Sound has routes of its own: it does not fit into JSON.
 *
 * `POST /voice` with `x-receipt`, `x-idempotency-key` and the recording as body; `GET /cases/<id>/voices/<id>` with a
 * session; `POST /moved-voice` by the participation service, with a sealed recording as body. All answer problems as GraphQL does: `{ "problems": [{ "code", "field" }] }`.
 *
 * @param requestOf makes the desk's request of a request
 */
export function voiceRoutes(requestOf: (incoming: IncomingMessage) => Promise<DeskRequest>): Route[] {
  return [
    {
      method: 'POST',
      path: '/voice',
      async handle(incoming, response) {
        const request = await requestOf(incoming);
        const [receipt, idempotencyKey] = [
          incoming.headers['x-receipt'],
          incoming.headers['x-idempotency-key'],
        ];
        if (
          request.viewer.kind !== 'STRANGER' ||
          typeof receipt !== 'string' ||
          typeof idempotencyKey !== 'string'
        )
          return sendProblems(response, 404, [{ code: 'NOT_FOUND', field: null }]);
        const bytes = await readBytes(incoming);
        if (bytes === null) {
          response.setHeader('connection', 'close');
          return sendProblems(response, 413, [{ code: 'TOO_LONG', field: 'voice' }]);
        }
        const kept = await keepVoice(request, { receipt, idempotencyKey, bytes });
        sendProblems(response, 200, kept.ok ? [] : kept.problem);
      },
    },
    {
      method: 'POST',
      path: '/moved-voice',
      async handle(incoming, response) {
        const request = await requestOf(incoming);
        if (request.viewer.kind !== 'PARTICIPATION_SERVICE')
          return sendProblems(response, 404, [{ code: 'NOT_FOUND', field: null }]);
        const sealed = await readBytes(incoming, mostVoiceBytes + envelopeRoom);
        if (sealed === null) {
          response.setHeader('connection', 'close');
          return sendProblems(response, 413, [{ code: 'TOO_LONG', field: 'voice' }]);
        }
        const kept = await receiveMovedVoice(request, sealed);
        sendProblems(response, 200, kept.ok ? [] : kept.problem);
      },
    },
    {
      method: 'GET',
      path: /^\/cases\/(?<caseId>[0-9a-f-]{36})\/voices\/(?<itemId>[0-9a-f-]{36})$/,
      name: '/cases/:id/voices/:id',
      async handle(incoming, response, { parameters }) {
        const request = await requestOf(incoming);
        const { caseId = '', itemId = '' } = parameters;
        const opened = await openVoice(request, { caseId, itemId });
        if (!opened.ok) return sendProblems(response, 404, opened.problem);
        response.setHeader('content-type', opened.value.kind);
        response.setHeader('content-disposition', 'attachment; filename="sound"');
        response.end(opened.value.bytes);
      },
    },
  ];
}

/** What an envelope adds to a recording: its keys, its check and whose it is. */
const envelopeRoom = 1024;

/** The body, or null when it is larger than a recording may be. */
async function readBytes(incoming: IncomingMessage, most = mostVoiceBytes): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function sendProblems(response: ServerResponse, status: number, problems: readonly Problem[]): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(`${JSON.stringify({ problems })}\n`);
}
