import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Log } from './logs.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { requestFacts } from './requests.ts';

export type RouteContext = {
  requestId: string;
  remoteAddress: string;
  url: URL;
  /** Named groups of the route's pattern. */
  parameters: Record<string, string>;
};

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'ANY';
  /** The exact path, or a pattern that matches it from `^` to `$`. */
  path: string | RegExp;
  /** How the route shows in logs and metrics (default: its path; a pattern's source). */
  name?: string;
  handle(request: IncomingMessage, response: ServerResponse, context: RouteContext): Promise<void> | void;
};

export type HttpServiceOptions = {
  routes: Route[];
  /** 0 takes any free one. */
  port: number;
  host: string;
  /** Whether requests can be served now: the database answers, migrations are done. */
  isReady: () => Promise<boolean>;
  log: Log;
  /** Whether a proxy of ours stands in front, so that `X-Forwarded-For` may be believed. */
  trustProxy: boolean;
  /** After the last request: close what the routes used. */
  onClose: () => Promise<void>;
  metrics?: Metrics;
  /** Milliseconds (defaults: headers 5,000; whole request 10,000; finishing at the end 5,000). */
  times?: { headers?: number; request?: number; finish?: number };
};

export type HttpService = { listen(): Promise<{ port: number }>; close(): Promise<void> };

/**
 * A thin HTTP service: the routes given, `GET /health/live` (the process runs), `GET /health/ready` (it can
 * serve), and `GET /metrics` for callers on the same machine. Every answer carries the safety headers and its
 * request id. `close` stops accepting, lets running requests finish for 5 s, then cuts them.
 */
export function createHttpService(options: HttpServiceOptions): HttpService {
  const { log } = options;
  const metrics = options.metrics ?? createMetrics();
  const finishMilliseconds = options.times?.finish ?? 5_000;
  const open = new Set<ServerResponse>();
  let closing: Promise<void> | undefined;

  const routes: Route[] = [
    ...options.routes,
    {
      method: 'GET',
      path: '/health/live',
      handle: (_request, response) => sendText(response, 200, 'live\n'),
    },
    { method: 'GET', path: '/health/ready', handle: (_request, response) => answerReady(response) },
    { method: 'GET', path: '/metrics', handle: (request, response) => answerMetrics(request, response) },
  ];

  const server = createServer(
    {
      headersTimeout: options.times?.headers ?? 5_000,
      requestTimeout: options.times?.request ?? 10_000,
      // How often Node looks for late requests; its own 30 s would make the limits above meaningless.
      connectionsCheckingInterval: 500,
      keepAliveTimeout: 20_000,
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => void serve(request, response),
  );
  server.maxRequestsPerSocket = 1_000;
  server.on('clientError', (_error: Error, socket: Socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
    else socket.destroy();
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { requestId, remoteAddress } = requestFacts(request, options.trustProxy);
    const began = performance.now();
    open.add(response);
    setSafetyHeaders(response);
    response.setHeader('x-request-id', requestId);
    if (closing) response.setHeader('connection', 'close');
    const found = findRoute(routes, request);
    response.once('close', () => {
      open.delete(response);
      const milliseconds = performance.now() - began;
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.served(found.name, status, milliseconds / 1_000);
      log.info(
        {
          requestId,
          method: request.method,
          route: found.name,
          status,
          milliseconds: Math.round(milliseconds),
        },
        'served',
      );
    });
    try {
      if (found.kind === 'none') return sendProblem(response, found.status, found.code, requestId);
      await found.route.handle(request, response, {
        requestId,
        remoteAddress,
        url: found.url,
        parameters: found.parameters,
      });
    } catch (error) {
      log.error({ requestId, err: error, route: found.name }, 'route failed');
      if (response.headersSent) response.destroy();
      else sendProblem(response, 500, 'INTERNAL', requestId);
    }
  }

  async function answerReady(response: ServerResponse): Promise<void> {
    const isReady = !closing && (await answersInTime(options.isReady));
    sendText(response, isReady ? 200 : 503, isReady ? 'ready\n' : 'not ready\n');
  }

  async function answerMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A proxy on this machine is a local caller too, but it forwards for others.
    const isLocal = /^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? '');
    if (!isLocal || request.headers['x-forwarded-for'] !== undefined) {
      return sendProblem(response, 404, 'NOT_FOUND', requestFacts(request).requestId);
    }
    sendText(response, 200, await metrics.text(), metrics.contentType);
  }

  async function closeOnce(): Promise<void> {
    for (const response of open) if (!response.headersSent) response.setHeader('connection', 'close');
    const ended = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), finishMilliseconds);
    await ended;
    clearTimeout(late);
    await options.onClose();
  }

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(options.port, options.host, () => {
          server.removeListener('error', reject);
          resolve({ port: (server.address() as AddressInfo).port });
        });
      }),
    close: () => (closing ??= closeOnce()),
  };
}

/** A database that hangs is not ready either, and the one who asks does not wait for long. */
async function answersInTime(isReady: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 2_000);
  });
  try {
    return await Promise.race([isReady(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

type Found =
  | { kind: 'route'; name: string; route: Route; url: URL; parameters: Record<string, string> }
  | { kind: 'none'; name: string; status: 400 | 404 | 405; code: string };

function findRoute(routes: readonly Route[], request: IncomingMessage): Found {
  const url = URL.parse(request.url ?? '/', 'http://localhost');
  if (!url) return { kind: 'none', name: 'unreadable', status: 400, code: 'BAD_REQUEST' };
  let isKnown = false;
  for (const route of routes) {
    const match =
      typeof route.path === 'string' ? url.pathname === route.path : route.path.exec(url.pathname);
    if (!match) continue;
    isKnown = true;
    const isServed =
      route.method === 'ANY' ||
      route.method === request.method ||
      (route.method === 'GET' && request.method === 'HEAD');
    if (!isServed) continue;
    const parameters = match === true ? {} : { ...match.groups };
    return { kind: 'route', name: nameOf(route), route, url, parameters };
  }
  return isKnown
    ? { kind: 'none', name: 'unserved', status: 405, code: 'METHOD_NOT_ALLOWED' }
    : { kind: 'none', name: 'unknown', status: 404, code: 'NOT_FOUND' };
}

function nameOf(route: Route): string {
  return route.name ?? (typeof route.path === 'string' ? route.path : route.path.source);
}

/** For an interface nobody renders: nothing may frame, sniff, cache or load anything. */
function setSafetyHeaders(response: ServerResponse): void {
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
  response.setHeader('cache-control', 'no-store');
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  kind = 'text/plain; charset=utf-8',
): void {
  response.statusCode = status;
  response.setHeader('content-type', kind);
  response.end(text);
}

function sendProblem(response: ServerResponse, status: number, code: string, requestId: string): void {
  sendText(response, status, `${JSON.stringify({ code, requestId })}\n`, 'application/json; charset=utf-8');
}
