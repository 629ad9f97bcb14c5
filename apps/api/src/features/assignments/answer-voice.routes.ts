import type { IncomingMessage } from 'node:http';
import { isId } from '@samleng/kernel';
import type { Route } from '@samleng/server';
import type { ApiRequest } from '../../request.ts';
import { giveRecording, openRecording } from '../attachments/index.ts';
import { Answer } from './assignment.entity.ts';

/**
 * `GET /answers/<id>/voice` gives an answer as its official spoke it, to everybody: as public as its words.
 *
 * @param requestOf makes the service's request of a request
 */
export function answerVoiceRoutes(requestOf: (incoming: IncomingMessage) => Promise<ApiRequest>): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/answers\/(?<id>[0-9a-f-]{36})\/voice$/,
      name: '/answers/:id/voice',
      async handle(incoming, response, { parameters }) {
        const { em } = await requestOf(incoming);
        const id = parameters['id'] ?? '';
        const answer = isId(id) ? await em.findOne(Answer, { id }) : null;
        giveRecording(response, answer?.voiceId ? await openRecording(em, answer.voiceId) : null, true);
      },
    },
  ];
}
