import { createServer, connect, type Server, type Socket } from 'node:net';

/** A line to the product that can be cut, as the network of a village is: for good, or in the middle of an answer. */
export interface CutLine {
  /** Where the pages answer over this line. */
  readonly pages: string;
  /** Nothing goes through any more, and what is under way ends. */
  cut(): Promise<void>;
  /** From now on requests arrive, but their answers are lost. */
  loseAnswers(): void;
  restore(): Promise<void>;
}

/** Lays the line to where the pages really answer. */
export async function layLine(pages: string): Promise<CutLine> {
  const target = Number(new URL(pages).port);
  const open = new Set<Socket>();
  let isLosing = false;
  const make = () =>
    createServer((here) => {
      const there = connect(target, '127.0.0.1');
      for (const socket of [here, there]) {
        open.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          open.delete(socket);
          here.destroy();
          there.destroy();
        });
      }
      here.pipe(there);
      there.on('data', (part) => {
        if (isLosing) here.destroy();
        else here.write(part);
      });
    });
  let server: Server | null = make();
  await listen(server, 0);
  const { port } = server.address() as { port: number };
  return {
    pages: `http://localhost:${port}`,
    async cut() {
      const ending = server;
      server = null;
      for (const socket of open) socket.destroy();
      if (ending) await new Promise((resolve) => ending.close(resolve));
    },
    loseAnswers() {
      isLosing = true;
    },
    async restore() {
      isLosing = false;
      if (server) return;
      server = make();
      await listen(server, port);
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}
