/** A WebM recording of so many bytes as phones stream it: for file fields, where nobody needs to hear it. */
export function aRecording(size = 400): { name: string; mimeType: string; buffer: Buffer } {
  const head = Buffer.from(
    '1a45dfa3844286810118538067' +
      '01ffffffffffffff' +
      '1549a966872ad7b1830f4240' +
      '1f43b675' +
      '01ffffffffffffff' +
      'e78400001388' +
      'a3868101f4800000',
    'hex',
  );
  const rest = Buffer.alloc(Math.max(16, size - head.length - 11), 7);
  const block = Buffer.from('a3100000008101f4800000', 'hex');
  block.writeUInt32BE(0x10000000 + rest.length + 6, 1);
  return { name: 'sound.webm', mimeType: 'audio/webm', buffer: Buffer.concat([head, block, rest]) };
}
