import type { IncomingMessage } from 'node:http';

/** A request refused before it is read as GraphQL. */
export type RequestRefusal = {
  status: 400 | 403 | 405 | 408 | 413 | 415 | 503;
  code: string;
  message: string;
  headers?: Record<string, string>;
};

export type ReadRequest = { ok: true; body: unknown } | { ok: false; refusal: RequestRefusal };

/** Bytes of a body (SAFETY, "Doors and limits"). */
export const bodyMost = 64 * 1024;

/**
 * Whether the head of a request may enter: POST, JSON, and, when it bears a cookie, from a page of ours.
 * `Origin` must be trusted; where a browser sends none, `Sec-Fetch-Site` must say it comes from ourselves.
 * A cookie with neither is refused: such a caller is no browser we know.
 */
export function refuseHead(
  request: IncomingMessage,
  trustedOrigins: (origin: string) => boolean,
): RequestRefusal | undefined {
  if (request.method !== 'POST') {
    return {
      status: 405,
      code: 'POST_ONLY',
      message: 'Only POST is served here.',
      headers: { allow: 'POST' },
    };
  }
  if (request.headers.cookie !== undefined && !comesFromUs(request, trustedOrigins)) {
    return { status: 403, code: 'CROSS_SITE', message: 'This request comes from another site.' };
  }
  if (!isJson(request.headers['content-type'])) {
    return { status: 415, code: 'JSON_ONLY', message: 'Only application/json in UTF-8 is read here.' };
  }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    return { status: 415, code: 'NOT_COMPRESSED', message: 'Compressed requests are not read here.' };
  }
  return undefined;
}

function comesFromUs(request: IncomingMessage, trustedOrigins: (origin: string) => boolean): boolean {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  if (site === 'cross-site') return false;
  if (origin !== undefined) return trustedOrigins(origin);
  return site === 'same-origin' || site === 'none';
}

function isJson(header: string | undefined): boolean {
  const [kind, ...parameters] = (header ?? '').toLowerCase().split(';');
  if (kind?.trim() !== 'application/json') return false;
  return parameters.every((parameter) => {
    const [name, value] = parameter.split('=');
    return name?.trim() !== 'charset' || /^"?utf-?8"?$/.test(value?.trim() ?? '');
  });
}

/** Reads a JSON body of at most 64 KiB; strict about UTF-8. */
export async function readJson(request: IncomingMessage): Promise<ReadRequest> {
  const tooLarge: ReadRequest = {
    ok: false,
    refusal: {
      status: 413,
      code: 'TOO_LARGE',
      message: `The request is larger than ${bodyMost} bytes.`,
      headers: { connection: 'close' },
    },
  };
  if (Number(request.headers['content-length'] ?? 0) > bodyMost) return tooLarge;
  const bytes = await bytesOf(request);
  if (bytes === null) return tooLarge;
  try {
    const text = strictUtf8.decode(bytes);
    return readParsed(JSON.parse(text));
  } catch {
    return {
      ok: false,
      refusal: { status: 400, code: 'BAD_REQUEST', message: 'The request is not JSON in UTF-8.' },
    };
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** The bytes of a body, or null when they are too many. By its events: iterating over a stream takes longer. */
function bytesOf(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= bodyMost) parts.push(part);
      else {
        request.pause();
        resolve(null);
      }
    });
    request.once('end', () => resolve(parts.length === 1 ? parts[0]! : Buffer.concat(parts)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('The request broke off.')));
  });
}

function readParsed(body: unknown): ReadRequest {
  if (Array.isArray(body)) {
    const message = 'One operation a request: a list is not read.';
    return { ok: false, refusal: { status: 400, code: 'ONE_OPERATION', message } };
  }
  return { ok: true, body };
}
