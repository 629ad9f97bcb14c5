import { describe, expect, it } from 'vitest';
import { EnvelopeBroken, envelopeKeys, openEnvelope, sealEnvelope } from './sealed-envelopes.ts';

const keys = envelopeKeys(new Uint8Array(32).fill(7), 'tests');
const words = new TextEncoder().encode('ឃ្លាំង: a few words');

/** Seals as a phone does, with Web Crypto alone. */
async function sealOnPhone(bytes: Uint8Array, publicKey: Uint8Array, purpose: string): Promise<Uint8Array> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const receiver = await crypto.subtle.importKey('raw', publicKey, curve, false, []);
  const mine = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const oneTime = new Uint8Array(await crypto.subtle.exportKey('raw', mine.publicKey));
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: receiver }, mine.privateKey, 256);
  const salt = new Uint8Array([...oneTime, ...publicKey]);
  const info = new TextEncoder().encode(`samleng envelope v1 ${purpose}`);
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const drawn = new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, base, 44 * 8),
  );
  const key = await crypto.subtle.importKey('raw', drawn.slice(0, 32), 'AES-GCM', false, ['encrypt']);
  const head = new Uint8Array([1, ...oneTime]);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: drawn.slice(32), additionalData: head },
    key,
    bytes,
  );
  return new Uint8Array([...head, ...new Uint8Array(sealed)]);
}

describe('sealed envelopes', () => {
  it('open for the receiver, whoever sealed them', async () => {
    expect(openEnvelope(sealEnvelope(words, keys.publicKey, 'a'), keys, 'a')).toEqual(words);
    expect(openEnvelope(await sealOnPhone(words, keys.publicKey, 'a'), keys, 'a')).toEqual(words);
  });

  it('have keys that follow from the secret and the purpose', () => {
    expect(envelopeKeys(new Uint8Array(32).fill(7), 'tests')).toEqual(keys);
    expect(envelopeKeys(new Uint8Array(32).fill(7), 'other').publicKey).not.toEqual(keys.publicKey);
    expect(keys.publicKey).toHaveLength(65);
    expect(keys.publicKey[0]).toBe(4);
  });

  it('differ each time and never show the words', () => {
    const [one, other] = [0, 1].map(() => Buffer.from(sealEnvelope(words, keys.publicKey, 'a')));
    expect(one!.equals(other!)).toBe(false);
    expect(one!.includes(Buffer.from('few words'))).toBe(false);
  });

  it('are refused when a byte is turned, another key or purpose is used, or they are cut', () => {
    const sealed = sealEnvelope(words, keys.publicKey, 'a');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Uint8Array.from(sealed);
      changed[at]! ^= 1;
      expect(() => openEnvelope(changed, keys, 'a')).toThrow(EnvelopeBroken);
    }
    expect(() => openEnvelope(sealed, keys, 'b')).toThrow(EnvelopeBroken);
    expect(() => openEnvelope(sealed, envelopeKeys(new Uint8Array(32), 'x'), 'a')).toThrow(EnvelopeBroken);
    expect(() => openEnvelope(sealed.subarray(0, 60), keys, 'a')).toThrow(EnvelopeBroken);
  });
});
