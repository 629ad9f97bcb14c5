import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '@samleng/kernel';
import { holidayDays, holidays } from '@samleng/routing';
import {
  createGraphqlDoor,
  createHttpService,
  createRateLimits,
  type Database,
  type DatabaseEntityManager,
  deriveReceipt,
  envelopeKeys,
  type GraphqlRequest,
  type HttpService,
  type Log,
  publicLimits,
  requestFacts,
  staffLimits,
} from '@samleng/server';
import type { Settings } from './config.ts';
import { stranger } from './features/accounts/index.ts';
import { voiceRoutes } from './features/cases/index.ts';
import { openReferralDoors } from './features/referrals/index.ts';
import { recogniseViewer } from './features/accounts/recognise-viewer.ts';
import type { DeskRequest, Service } from './request.ts';
import { protectionSchema } from './schema.ts';
import { createUnlockedKeys } from './sealing/unlocked-keys.ts';

/** Root fields of which one operation may hold only one: they can be guessed at, or they cost much. */
const sensitiveRootFields = new Set([
  'discloseHarm',
  'discloseSealed',
  'caseByReceipt',
  'sendMessage',
  'changeReceipt',
  'eraseMyCase',
  'signIn',
  'confirmSignIn',
  'reauthenticate',
  'changePassphrase',
  'startPasskeySignIn',
  'signInWithPasskey',
  'registerPasskey',
  'reauthenticateWithPasskey',
  'acceptInvitation',
  'invitation',
  'openCase',
]);

export type ServerParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly log: Log;
  readonly breakGlassPublicKey: Uint8Array;
  /** How receipts are stretched: as the pepper says, unless a test needs a thousand of them. */
  readonly stretchReceipt?: Service['stretchReceipt'];
  /** How national case systems are reached. */
  readonly fetch?: Parameters<typeof openReferralDoors>[1];
};

/** The protection desk on its database: used by `main.ts` and by every test. */
export async function createServer(parts: ServerParts): Promise<{ http: HttpService; service: Service }> {
  const { database, settings, log } = parts;
  const service = serviceOf(parts);
  const door = await createGraphqlDoor<DeskRequest>({
    schema: await protectionSchema(),
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
      ...voiceRoutes((incoming) =>
        requestOf(service, database, { headers: incoming.headers, ...requestFacts(incoming) }),
      ),
    ],
    host: settings.HOST,
    port: settings.PORT,
    isReady: () => database.answers(),
    log,
    trustProxy: settings.TRUST_PROXY,
    onClose: async () => {
      service.unlocked.lockAll();
      await door.stop();
      await database.close();
    },
  });
  return { http, service };
}

function serviceOf(parts: ServerParts): Service {
  const { settings, clock, log, database } = parts;
  const pepper = settings.RECEIPT_PEPPER ? Buffer.from(settings.RECEIPT_PEPPER, 'hex') : null;
  const stretch = pepper && ((digits: string) => deriveReceipt(digits, pepper));
  return {
    clock,
    settings,
    log,
    rates: createRateLimits(database.orm, { secret: settings.PROTECTION_DEVICE_KEY }),
    stretchReceipt: parts.stretchReceipt === undefined ? stretch : parts.stretchReceipt,
    unlocked: createUnlockedKeys(clock),
    deskKeys: envelopeKeys(Buffer.from(settings.PROTECTION_DESK_KEY, 'hex'), 'protection desk'),
    breakGlassPublicKey: parts.breakGlassPublicKey,
    holidays: holidayDays(holidays),
    doors: openReferralDoors(settings, parts.fetch),
  };
}

/** What the service does by itself, without a request: jobs and commands. */
export function requestOfService(service: Service, database: Database): DeskRequest {
  return {
    ...service,
    em: database.orm.em.fork() as DatabaseEntityManager,
    batches: new Map(),
    viewer: stranger,
    requestId: 'service',
    clientAddress: 'service',
  };
}

async function requestOf(
  service: Service,
  database: Database,
  incoming: GraphqlRequest,
): Promise<DeskRequest> {
  const { headers } = incoming;
  const isFromWeb = isSame(textOf(headers['x-web-key']), service.settings.PROTECTION_WEB_KEY);
  const unknown = {
    ...requestOfService(service, database),
    requestId: incoming.requestId,
    clientAddress: (isFromWeb && textOf(headers['x-client-address'])) || incoming.remoteAddress,
  };
  const intakeKey = textOf(headers['x-intake-key']);
  if (intakeKey !== undefined) {
    const isRight = isSame(intakeKey, service.settings.PROTECTION_INTAKE_KEY);
    return { ...unknown, viewer: isRight ? { ...stranger, kind: 'PARTICIPATION_SERVICE' } : stranger };
  }
  const viewer = await recogniseViewer(unknown, {
    authorization: headers.authorization,
    // Whoever speaks past our own front could name a new device each time: they are counted by their address alone.
    device: isFromWeb ? textOf(headers['x-device']) : undefined,
  });
  return { ...unknown, viewer };
}

function textOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

/** Compares without telling by its time how much was right. */
function isSame(given: string | undefined, expected: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
