import { createHash } from 'node:crypto';

/** The id of a thing of the demo world: the same for the same key everywhere (a UUID of version 8). */
export function demoId(kind: string, key: string): string {
  const bytes = createHash('sha256').update(`samleng demo ${kind} ${key}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
