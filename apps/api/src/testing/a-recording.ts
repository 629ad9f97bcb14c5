import { randomBytes, randomUUID } from 'node:crypto';
import type { Caller, World } from './world.ts';

/** A WebM recording as phones stream it: sizes unknown, one cluster, a block at so many seconds, padded to a size. */
export function aRecording(seconds: number, size = 200): Buffer {
  const unknown = Buffer.from('01ffffffffffffff', 'hex');
  const time = Buffer.alloc(4);
  time.writeUInt32BE(seconds * 1_000 - 500);
  const head = Buffer.concat([
    Buffer.from('1a45dfa384', 'hex'),
    Buffer.from('42868101', 'hex'),
    Buffer.from('18538067', 'hex'),
    unknown,
    Buffer.from('1549a966872ad7b1830f4240', 'hex'),
    Buffer.from('1f43b675', 'hex'),
    unknown,
    Buffer.from('e784', 'hex'),
    time,
    Buffer.from('a3868101f4800000', 'hex'),
  ]);
  // The rest is sound: another block at the same time, its length in four bytes.
  const rest = randomBytes(Math.max(16, size - head.length - 13));
  const block = Buffer.from('a3100000008101f4800000', 'hex');
  block.writeUInt32BE(0x10000000 + rest.length + 6, 1);
  return Buffer.concat([head, block, rest]);
}

export type Sent = {
  status: number;
  attachment: { id: string; missing: number[] } | null;
  problems: { code: string; field: string | null }[];
};

/** Sends one part of a recording, as a phone's outbox does. */
export async function sendPart(
  world: World,
  as: Caller,
  part: { id: string; bytes: Buffer; number: number; purpose?: string; size?: number },
): Promise<Sent> {
  const { id, bytes, number, purpose = 'CONCERN', size = bytes.length } = part;
  const response = await fetch(
    `${world.address}/attachments/${id}?for=${purpose}&size=${size}&part=${number}`,
    {
      method: 'POST',
      headers: {
        ...(as.device && { 'x-device': as.device }),
        ...(as.session && { authorization: `Session ${as.session}` }),
      },
      body: new Uint8Array(bytes.subarray(number * 32_768, (number + 1) * 32_768)),
    },
  );
  return { status: response.status, ...((await response.json()) as Omit<Sent, 'status'>) };
}

/** Sends a whole recording of this many seconds, and gives its id. */
export async function aSentRecording(
  world: World,
  as: Caller,
  { seconds = 20, size = 200, purpose = 'CONCERN' } = {},
): Promise<string> {
  const id = randomUUID();
  const bytes = aRecording(seconds, size);
  for (let number = 0; number * 32_768 < bytes.length; number += 1) {
    const { problems } = await sendPart(world, as, { id, bytes, number, purpose });
    if (problems.length > 0) throw new Error(`The recording was refused: ${JSON.stringify(problems)}`);
  }
  return id;
}
