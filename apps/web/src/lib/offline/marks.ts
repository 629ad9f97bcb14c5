// What makes a concern one of its own, drawn on the phone. Small on purpose: it travels to every phone.

type Draw = (count: number) => Uint8Array;

function fromPlatform(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

/**
 * A receipt as the service makes it: 16 digits, each as likely as any other (bytes from 250 on are drawn again).
 *
 * @param draw gives so many random bytes
 */
export function drawReceipt(draw: Draw = fromPlatform): string {
  let digits = '';
  while (digits.length < 16) {
    for (const byte of draw(32)) if (byte < 250 && digits.length < 16) digits += String(byte % 10);
  }
  return digits;
}

/** A random UUID; the browsers of 2020 have no `randomUUID`. */
export function drawKey(draw: Draw = fromPlatform): string {
  const bytes = draw(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
