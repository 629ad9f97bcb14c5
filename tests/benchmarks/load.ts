import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

export type Shot = { readonly path: string; readonly headers: Record<string, string>; readonly body: string };

/** What was measured in one round: milliseconds of each request, and how long the round took, in seconds. */
export type Round = { readonly times: readonly number[]; readonly seconds: number; readonly errors: number };

export type Measured = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly errors: number;
};

/**
 * Sends shots to a service on this machine from so many connections for so many seconds, each connection one after
 * the other. Speaks just enough HTTP by itself: Node's own client takes more time than the services measured.
 *
 * @param isRight whether an answer is what it should be; what is not counts as an error
 */
export async function measureRound(
  port: number,
  shot: (turn: number) => Shot,
  isRight: (body: string) => boolean,
  options: { connections: number; seconds: number },
): Promise<Round> {
  const times: number[] = [];
  let errors = 0;
  let turn = 0;
  const begun = performance.now();
  const end = begun + options.seconds * 1000;
  async function work(): Promise<void> {
    const line = openLine(port);
    while (performance.now() < end) {
      const bytes = requestOf(shot((turn += 1)));
      const start = performance.now();
      const answer = await line.ask(bytes);
      times.push(performance.now() - start);
      if (!isRight(answer)) errors += 1;
    }
    line.close();
  }
  await Promise.all(Array.from({ length: options.connections }, work));
  return { times, seconds: (performance.now() - begun) / 1000, errors };
}

/** The figures of rounds: the median of their rates, and the percentiles of all their requests, in milliseconds. */
export function figuresOf(rounds: readonly Round[]): Measured {
  const times = rounds.flatMap((round) => round.times).toSorted((one, other) => one - other);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return {
    perSecond: median(rounds.map((round) => round.times.length / round.seconds)),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    errors: rounds.reduce((sum, round) => sum + round.errors, 0),
  };
}

export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function requestOf({ path, headers, body }: Shot): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return (
    `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
    `content-length: ${Buffer.byteLength(body)}\r\n${lines.join('')}\r\n${body}`
  );
}

type Line = { ask(request: string): Promise<string>; close(): void };

/** One connection that asks one thing at a time, and is opened again when the other side has closed it. */
function openLine(port: number): Line {
  let socket: Socket | undefined;
  let settle: ((body: string) => void) | undefined;
  let received = '';

  function open(): Socket {
    const opened = connect({ port, host: '127.0.0.1', noDelay: true });
    // Bytes as signs of one byte each, so that lengths are those of the head.
    opened.setEncoding('latin1');
    opened.on('data', (part: string) => read(opened, part));
    const broken = () => {
      if (socket !== opened) return;
      socket = undefined;
      finish('the connection broke');
    };
    opened.on('error', broken);
    opened.on('close', broken);
    return opened;
  }

  function read(from: Socket, part: string): void {
    received += part;
    const headEnd = received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = received.slice(0, headEnd).toLowerCase();
    const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
    if (received.length < headEnd + 4 + length) return;
    const body = received.slice(headEnd + 4, headEnd + 4 + length);
    if (head.includes('connection: close')) {
      socket = undefined;
      from.end();
    }
    finish(body);
  }

  function finish(body: string): void {
    received = '';
    const done = settle;
    settle = undefined;
    done?.(body);
  }

  return {
    ask: (request) =>
      new Promise((resolve) => {
        settle = resolve;
        (socket ??= open()).write(request);
      }),
    close: () => {
      const last = socket;
      socket = undefined;
      last?.destroy();
    },
  };
}
