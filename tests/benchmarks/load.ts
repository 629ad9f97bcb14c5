import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export type Shot = { readonly path: string; readonly headers: Record<string, string>; readonly body: string };
export type Measured = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly errors: number;
};

/**
 * Sends shots to a service on this machine from so many connections for so many seconds, each connection one after
 * the other. Figures in milliseconds.
 *
 * @param isRight whether an answer is what it should be; what is not counts as an error
 */
export async function measure(
  port: number,
  shot: (turn: number) => Shot,
  isRight: (body: string) => boolean,
  options: { connections: number; seconds: number },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const times: number[] = [];
  let errors = 0;
  let turn = 0;
  const begun = performance.now();
  const end = begun + options.seconds * 1000;
  async function work(): Promise<void> {
    while (performance.now() < end) {
      const start = performance.now();
      const answer = await send(agent, port, shot((turn += 1)));
      times.push(performance.now() - start);
      if (!isRight(answer)) errors += 1;
    }
  }
  await Promise.all(Array.from({ length: options.connections }, work));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), errors };
}

function send(agent: Agent, port: number, { path, headers, body }: Shot): Promise<string> {
  return new Promise((resolve) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve(text));
      },
    );
    sent.on('error', (error) => resolve(String(error)));
    sent.end(body);
  });
}
