import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '@samleng/kernel';
import {
  createGraphqlDoor,
  createHttpService,
  createRateLimits,
  type Database,
  type DatabaseEntityManager,
  type GraphqlRequest,
  type HttpService,
  type Log,
  publicLimits,
  requestFacts,
  staffLimits,
} from '@samleng/server';
import type { Settings } from './config.ts';
import { recogniseViewer } from './features/accounts/recognise-viewer.ts';
import {
  alongCurrentTurn,
  alongLatestAnswer,
  answerVoiceRoutes,
  whenIssueMerged,
  whenIssuePublished,
  whenIssueReopened,
} from './features/assignments/index.ts';
import { attachmentRoutes } from './features/attachments/index.ts';
import { concernVoiceRoutes } from './features/concerns/index.ts';
import { feedRoutes } from './features/notifications/index.ts';
import { calendarRoutes } from './features/meetings/index.ts';
import { whenIssueMergedMovePlanItems } from './features/plans/index.ts';
import { whenIssueMergedMoveFindings } from './features/research/index.ts';
import { createCastingWatch, pollMediaRoutes } from './features/polls/index.ts';
import { createNews } from './news.ts';
import type { ApiRequest, Service } from './request.ts';
import { participationSchema } from './schema.ts';

/** Root fields of which one operation may hold only one: they can be guessed at. */
const sensitiveRootFields = new Set([
  'concernByReceipt',
  'giveVerdict',
  'signIn',
  'confirmSignIn',
  'reauthenticate',
  'acceptInvitation',
  'invitation',
  'castBallot',
  'pollOfCard',
  'voidCard',
]);

export type ServerParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly log: Log;
};

/** The participation service on its database: used by `main.ts` and by every API test. */
export async function createServer(parts: ServerParts): Promise<{ http: HttpService; service: Service }> {
  const { database, clock, settings, log } = parts;
  const service: Service = {
    clock,
    settings,
    log,
    news: createNews({
      IssuePublished: [whenIssuePublished],
      IssueReopened: [whenIssueReopened],
      IssueMerged: [whenIssueMerged, whenIssueMergedMoveFindings, whenIssueMergedMovePlanItems],
    }),
    rates: createRateLimits(database.orm, { secret: settings.DEVICE_KEY }),
    castingWatch: createCastingWatch(),
    alongIssues: [alongCurrentTurn, alongLatestAnswer],
  };
  const door = await createGraphqlDoor<ApiRequest>({
    schema: await participationSchema(),
    context: (incoming) => requestOf(service, database, incoming),
    limitsFor: ({ viewer }) => (viewer.accountId === null ? publicLimits : staffLimits),
    sensitiveRootFields,
    isProduction: settings.MODE === 'live',
    log,
    trustedOrigins: (origin) => origin === settings.WEB_ORIGIN,
  });
  const http = createHttpService({
    routes: [
      { method: 'ANY', path: '/graphql', handle: (request, response) => door.handle(request, response) },
      ...feedRoutes(database, settings.WEB_ORIGIN),
      ...calendarRoutes(database, clock, settings.WEB_ORIGIN),
      ...[pollMediaRoutes, attachmentRoutes, concernVoiceRoutes, answerVoiceRoutes].flatMap((routes) =>
        routes((incoming) =>
          requestOf(service, database, {
            headers: incoming.headers,
            ...requestFacts(incoming, settings.TRUST_PROXY),
          }),
        ),
      ),
    ],
    host: settings.HOST,
    port: settings.PORT,
    isReady: () => database.answers(),
    log,
    trustProxy: settings.TRUST_PROXY,
    onClose: async () => {
      await door.stop();
      await database.close();
    },
  });
  return { http, service };
}

async function requestOf(
  service: Service,
  database: Database,
  incoming: GraphqlRequest,
): Promise<ApiRequest> {
  const { headers } = incoming;
  const isFromWeb = isSame(textOf(headers['x-web-key']), service.settings.WEB_KEY);
  const unknown = {
    ...service,
    em: database.orm.em.fork() as DatabaseEntityManager,
    language: headers['accept-language']?.startsWith('en') ? ('en' as const) : ('km' as const),
    requestId: incoming.requestId,
    clientAddress: (isFromWeb && textOf(headers['x-client-address'])) || incoming.remoteAddress,
    batches: new Map(),
  };
  const viewer = await recogniseViewer(unknown, {
    authorization: headers.authorization,
    device: textOf(headers['x-device']),
  });
  return { ...unknown, viewer };
}

function textOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

/** Compares without telling by its time how much was right. */
function isSame(given: string | undefined, expected: string): boolean {
  if (given === undefined) return false;
  // Texts of one length can differ in bytes, and unequal bytes cannot be compared.
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
