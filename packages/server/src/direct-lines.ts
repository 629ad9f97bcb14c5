import { Socket } from 'node:net';
import pg from 'pg';
import { DatabaseClosed } from './database-closed.ts';
import { TooBusy } from './turns.ts';

export type Statement = { readonly name: string; readonly text: string };
export type DirectLines = {
  /** Runs one prepared statement, a transaction of its own. @throws TooBusy when too many wait already */
  query(statement: Statement, values: readonly unknown[]): Promise<Record<string, unknown>[]>;
  end(): Promise<void>;
};

type Line = {
  readonly client: pg.Client;
  readonly opened: Promise<unknown>;
  isOpen: boolean;
  waiting: number;
};

/** Statements under way on one line; more are refused, since their requests would be late anyway. */
const waitingMost = 100;

/**
 * Connections to a PostgreSQL server that take the next statement before the last one is answered, and send together
 * what one turn of the event loop asks for: with many small statements most of the time goes into handing bytes to the
 * system. Each statement is a transaction of its own, so that a failing one fails alone; one that is slow keeps those
 * behind it on its line waiting, and new ones go to the line with the fewest.
 *
 * @param most lines at most; the next one is opened when all have something under way
 */
export function openDirectLines(config: pg.ClientConfig, most: number): DirectLines {
  const lines: Line[] = [];
  let ending: Promise<void> | undefined;

  function open(): Line {
    const socket = new Socket();
    const client = new pg.Client({
      ...config,
      stream: () => gathering(socket),
      pipeline: true,
    } as pg.ClientConfig);
    const line: Line = {
      client,
      opened: client.connect().then(() => (line.isOpen = true)),
      isOpen: false,
      waiting: 0,
    };
    const forget = () => remove(line);
    // A line that breaks is replaced at the next statement; without a listener it would end the process.
    client.on('error', forget);
    client.on('end', forget);
    line.opened.catch(forget);
    lines.push(line);
    return line;
  }

  function remove(line: Line): void {
    if (lines.includes(line)) lines.splice(lines.indexOf(line), 1);
  }

  /** Gives new statements to other lines, and ends this one when what was sent on it is answered. */
  function leave(line: Line): void {
    remove(line);
    line.client.end().catch(() => undefined);
  }

  function choose(): Line {
    let least: Line | undefined;
    for (const line of lines) if (least === undefined || line.waiting < least.waiting) least = line;
    if (least === undefined || (least.waiting > 0 && lines.length < most)) return open();
    if (least.waiting >= waitingMost) throw new TooBusy();
    return least;
  }

  return {
    async query({ name, text }, values) {
      if (ending) throw new DatabaseClosed();
      const line = choose();
      line.waiting += 1;
      try {
        if (!line.isOpen) await line.opened;
        return (await line.client.query({ name, text, values: values as unknown[] })).rows as Record<
          string,
          unknown
        >[];
      } catch (error) {
        if (isForgotten(error)) leave(line);
        throw error;
      } finally {
        line.waiting -= 1;
      }
    },
    end: () => (ending ??= Promise.all(lines.map(({ client }) => client.end())).then(() => undefined)),
  };
}

/**
 * Whether the server's idea of the prepared statements is another than the line's: one was lost, is there twice, or was
 * prepared for tables that have changed since.
 */
function isForgotten(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === '26000' || code === '42P05' || code === '0A000';
}

/** A socket that sends what is written in one turn of the event loop at its end, at once. */
function gathering(socket: Socket): Socket {
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  let isGathering = false;
  const gatheringWrite = (...args: unknown[]): boolean => {
    if (!isGathering && !socket.connecting) {
      isGathering = true;
      socket.cork();
      setImmediate(() => {
        isGathering = false;
        socket.uncork();
      });
    }
    return write(...args);
  };
  socket.write = gatheringWrite as typeof socket.write;
  return socket;
}
