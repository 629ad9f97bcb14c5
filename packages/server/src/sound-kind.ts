/** What a recording is, by its content; and how long, as far as its container says. */
export type Sound = {
  readonly kind: 'audio/ogg' | 'audio/webm' | 'audio/mp4';
  /** Null where the container does not say: then the size is the only limit. */
  readonly seconds: number | null;
};

/**
 * Recognises what phones record: Opus in Ogg (RFC 7845) or WebM, AAC in MP4. The name and the type a sender gives are
 * not asked. Anything else is null.
 */
export function soundKind(bytes: Uint8Array): Sound | null {
  if (startsWith(bytes, 'OggS', 0)) return { kind: 'audio/ogg', seconds: oggSeconds(bytes) };
  if (bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3)
    return { kind: 'audio/webm', seconds: webmSeconds(bytes) };
  if (startsWith(bytes, 'ftyp', 4)) return { kind: 'audio/mp4', seconds: mp4Seconds(bytes) };
  return null;
}

function startsWith(bytes: Uint8Array, text: string, at: number): boolean {
  return [...text].every((sign, index) => bytes[at + index] === sign.charCodeAt(0));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The last page's position, in 48 kHz samples, less what is skipped at the beginning (RFC 7845, section 4). */
function oggSeconds(bytes: Uint8Array): number | null {
  const view = viewOf(bytes);
  const head = bytes.findIndex((_, at) => startsWith(bytes, 'OpusHead', at));
  if (head < 0 || head + 12 > bytes.length) return null;
  for (let at = bytes.length - 14; at >= 0; at -= 1)
    if (startsWith(bytes, 'OggS', at))
      return Math.max(0, Number(view.getBigInt64(at + 6, true)) - view.getUint16(head + 10, true)) / 48_000;
  return null;
}

/** The elements of WebM that matter: those that hold others, and those with times. */
const webm = {
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  cluster: 0x1f43b675,
  time: 0xe7,
} as const;
const block = { simple: 0xa3, group: 0xa0, inGroup: 0xa1 } as const;

/** The latest time of a block: recorders that stream write no duration. */
function webmSeconds(bytes: Uint8Array): number | null {
  const view = viewOf(bytes);
  let scale = 1_000_000;
  let clusterAt = 0;
  let last: number | null = null;
  let at = 0;
  while (at + 2 < bytes.length) {
    const id = readVarint(bytes, at, false);
    const size = id && readVarint(bytes, id.next, true);
    if (!id || !size) break;
    const content = size.next;
    if (id.value === webm.scale) scale = readNumber(bytes, content, size.value);
    if (id.value === webm.time) clusterAt = readNumber(bytes, content, size.value);
    if (id.value === block.simple || id.value === block.inGroup) {
      const track = readVarint(bytes, content, true);
      if (track && track.next + 2 <= bytes.length) last = clusterAt + view.getInt16(track.next);
    }
    const holdsOthers =
      id.value === webm.segment ||
      id.value === webm.info ||
      id.value === webm.cluster ||
      id.value === block.group;
    at = holdsOthers ? content : content + size.value;
  }
  return last === null ? null : (last * scale) / 1_000_000_000;
}

/** A number whose first byte says its length (RFC 8794, section 4); ids keep the mark, sizes do not. */
function readVarint(bytes: Uint8Array, at: number, isSize: boolean): { value: number; next: number } | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return null;
  let value = isSize ? first & (0xff >> length) : first;
  for (let index = 1; index < length; index += 1) value = value * 256 + bytes[at + index]!;
  return { value, next: at + length };
}

function readNumber(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = 0; index < Math.min(length, 8); index += 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

/** The duration of the header of the movie, where it is written (ISO/IEC 14496-12, section 8.2.2). */
function mp4Seconds(bytes: Uint8Array): number | null {
  const view = viewOf(bytes);
  const at = bytes.findIndex((_, index) => startsWith(bytes, 'mvhd', index));
  if (at < 0 || at + 32 > bytes.length) return null;
  const isLong = bytes[at + 4] === 1;
  const scale = view.getUint32(at + (isLong ? 24 : 16));
  const duration = isLong ? Number(view.getBigUint64(at + 28)) : view.getUint32(at + 20);
  return scale > 0 && duration > 0 ? duration / scale : null;
}
