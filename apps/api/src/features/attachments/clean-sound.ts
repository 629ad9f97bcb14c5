import { type Sound, soundKind } from '@samleng/server';

/** A recording as it is kept and played. */
export type CleanSound = { readonly mediaType: Sound['kind']; readonly bytes: Uint8Array };

/**
 * A recording without what a recorder wrote beside the sound: place, time, names. The sound itself is not touched; the
 * places where something stood are blanked, so that nothing moves. Null when it is no recording, or not one that can be
 * cleaned.
 */
export function cleanSound(bytes: Uint8Array): CleanSound | null {
  const sound = soundKind(bytes);
  if (sound === null) return null;
  const copy = Uint8Array.from(bytes);
  const isClean = { 'audio/mp4': blankMp4, 'audio/webm': blankWebm, 'audio/ogg': blankOgg }[sound.kind](copy);
  return isClean ? { mediaType: sound.kind, bytes: copy } : null;
}

const holders = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'moof', 'traf']);
const told = new Set(['udta', 'meta', 'uuid']);

/** Boxes of user data and metadata become free space (ISO/IEC 14496-12, sections 8.1.2 and 8.10). */
function blankMp4(bytes: Uint8Array): boolean {
  return eachBox(bytes, 0, bytes.length, 0);
}

function eachBox(bytes: Uint8Array, from: number, to: number, depth: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = from;
  while (at + 8 <= to) {
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    const short = view.getUint32(at);
    if (short === 1 && at + 16 > to) return false;
    const size = short === 0 ? to - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    const head = short === 1 ? 16 : 8;
    if (size < head || at + size > to) return false;
    if (told.has(type)) {
      bytes.set(Buffer.from('free'), at + 4);
      bytes.fill(0, at + head, at + size);
    } else if (holders.has(type) && (depth > 8 || !eachBox(bytes, at + head, at + size, depth + 1)))
      return false;
    at += size;
  }
  return true;
}

const webm = { segment: 0x18538067, tags: 0x1254c367, attachments: 0x1941a469, info: 0x1549a966 } as const;
/** Title, file name, date and the like within the info; its scale and duration stay. */
const toldInInfo = new Set([0x7ba9, 0x7384, 0x4461, 0x73a4, 0x3c83ab, 0x3eb923]);

/** Tags, attachments and names become void elements (RFC 8794, section 11.3.2; RFC 9559, section 5). */
function blankWebm(bytes: Uint8Array): boolean {
  return eachElement(bytes, 0, bytes.length, false);
}

function eachElement(bytes: Uint8Array, from: number, to: number, isInInfo: boolean): boolean {
  let at = from;
  while (at < to) {
    const id = readVarint(bytes, at, false);
    const size = id && readVarint(bytes, id.next, true);
    if (!id || !size) return false;
    // Recorders that stream do not know how long a segment or cluster will be: it holds all that follows.
    const end = size.isUnknown ? to : size.next + size.value;
    if (end > to) return false;
    if (id.value === webm.tags || id.value === webm.attachments || (isInInfo && toldInInfo.has(id.value))) {
      if (size.isUnknown || !writeVoid(bytes, at, size.next, end)) return false;
    } else if (id.value === webm.segment || id.value === webm.info) {
      if (!eachElement(bytes, size.next, end, id.value === webm.info)) return false;
    } else if (size.isUnknown) {
      // A cluster of unknown length: its blocks and the next clusters follow one another on this level.
      at = size.next;
      continue;
    }
    at = end;
  }
  return true;
}

function writeVoid(bytes: Uint8Array, at: number, content: number, end: number): boolean {
  const length = content - at - 1;
  if (length < 1 || length > 8) return false;
  bytes[at] = 0xec;
  let rest = end - content;
  for (let place = content - 1; place > at; place -= 1) {
    bytes[place] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[at + 1]! |= 1 << (8 - length);
  bytes.fill(0, content, end);
  return true;
}

/** A number whose first byte says its length; sizes drop that mark, and all ones say that a size is unknown. */
function readVarint(bytes: Uint8Array, at: number, isSize: boolean) {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return null;
  let value = isSize ? first & (0xff >> length) : first;
  let isUnknown = isSize && value === 0xff >> length;
  for (let index = 1; index < length; index += 1) {
    value = value * 256 + bytes[at + index]!;
    isUnknown &&= bytes[at + index] === 0xff;
  }
  return { value, next: at + length, isUnknown };
}

/** The list of comments is emptied and its page summed anew (RFC 7845, section 5.2; RFC 3533, section 6). */
function blankOgg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('OpusTags');
  if (at < 0) return false;
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, at).lastIndexOf('OggS');
  if (page < 0 || page + 27 > at) return false;
  const lacing = bytes.subarray(page + 27, page + 27 + bytes[page + 26]!);
  const end = page + 27 + lacing.length + lacing.reduce((sum, length) => sum + length, 0);
  // A list that goes on in the next page holds a picture: nothing a phone records has that.
  if (lacing.at(-1) === 255 || end > bytes.length || at + 16 > end) return false;
  bytes.fill(0, at + 8, end);
  view.setUint32(page + 22, 0, true);
  view.setUint32(page + 22, oggSum(bytes.subarray(page, end)), true);
  return true;
}

function oggSum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0);
  }
  return sum >>> 0;
}
