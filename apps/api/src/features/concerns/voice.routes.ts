import type { IncomingMessage } from 'node:http';
import { isId } from '@samleng/kernel';
import type { Route } from '@samleng/server';
import type { ApiRequest } from '../../request.ts';
import { giveRecording, openRecording } from '../attachments/index.ts';
import { concernToModerate } from './concern.queries.ts';

/**
 * `GET /concerns/<id>/voice` gives a concern's recording to those who moderate its place; to nobody else, ever.
 *
 * @param requestOf makes the service's request of a request
 */
export function concernVoiceRoutes(requestOf: (incoming: IncomingMessage) => Promise<ApiRequest>): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/concerns\/(?<id>[0-9a-f-]{36})\/voice$/,
      name: '/concerns/:id/voice',
      async handle(incoming, response, { parameters }) {
        const request = await requestOf(incoming);
        const id = parameters['id'] ?? '';
        const concern = isId(id) ? await concernToModerate(request, id) : null;
        giveRecording(response, concern?.voiceId ? await openRecording(request.em, concern.voiceId) : null);
      },
    },
  ];
}
