import {
  argon2Sync,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deriveReceipt } from './receipts.ts';
import { createTurns, TooBusy } from './turns.ts';

const pepper = new Uint8Array(32).fill(7);

describe('a receipt', () => {
  it('gives the same keys each time, as the description says', async () => {
    const receipt = await deriveReceipt('1234567890123456', pepper);
    const salt = createHash('sha256').update('samleng receipt v1').digest().subarray(0, 16);
    const root = argon2Sync('argon2id', {
      message: '1234567890123456',
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: 65_536,
      passes: 3,
      secret: pepper,
      associatedData: Buffer.from('samleng receipt v1'),
    });
    expect(receipt.lookupId).toBe(
      Buffer.from(hkdfSync('sha256', root, salt, 'samleng receipt v1 lookup', 16)).toString('hex'),
    );
    expect(receipt.key).toEqual(new Uint8Array(hkdfSync('sha256', root, salt, 'samleng receipt v1 key', 32)));
    expect(receipt).toEqual(await deriveReceipt('1234567890123456', pepper));
    // Kept forever: a change here would close every receipt that was given.
    expect(receipt.lookupId).toBe('4a0178d9e15bc231ae90f7cbc54d7b28');
  });

  it('gives another with another digit or pepper', async () => {
    const ids = await Promise.all([
      deriveReceipt('1234567890123456', pepper),
      deriveReceipt('1234567890123457', pepper),
      deriveReceipt('1234567890123456', new Uint8Array(32).fill(8)),
    ]);
    expect(new Set(ids.map(({ lookupId }) => lookupId)).size).toBe(3);
    expect(new Set(ids.map(({ key }) => Buffer.from(key).toString('hex'))).size).toBe(3);
  });

  it('has a key pair: what is agreed with its public key is agreed with its key', async () => {
    const { key, publicKey } = await deriveReceipt('0000000000000000', pepper);
    const other = generateKeyPairSync('x25519');
    const head = Buffer.from('302e020100300506032b656e04220420', 'hex');
    const privateKey = createPrivateKey({ key: Buffer.concat([head, key]), format: 'der', type: 'pkcs8' });
    const jwk = { kty: 'OKP', crv: 'X25519', x: Buffer.from(publicKey).toString('base64url') };
    expect(diffieHellman({ privateKey, publicKey: other.publicKey })).toEqual(
      diffieHellman({
        privateKey: other.privateKey,
        publicKey: createPublicKey({ key: jwk, format: 'jwk' }),
      }),
    );
  });

  it.each(['', '123456789012345', '១២៣៤៥៦៧៨៩០១២៣៤៥៦', '1234 5678 9012 3456'])('is not %j', async (digits) => {
    await expect(deriveReceipt(digits, pepper)).rejects.toThrow(RangeError);
  });

  it('needs a pepper', async () => {
    await expect(deriveReceipt('1234567890123456', new Uint8Array(16))).rejects.toThrow(RangeError);
  });
});

describe('turns', () => {
  it('let so many work, so many wait in order, and refuse the rest', async () => {
    const turns = createTurns(2, 2);
    const began: number[] = [];
    const ends: Array<() => void> = [];
    const work = (number: number) =>
      turns(async () => {
        began.push(number);
        await new Promise<void>((resolve) => ends.push(resolve));
        return number;
      });
    const all = [1, 2, 3, 4].map(work);
    await expect(work(5)).rejects.toThrow(TooBusy);
    expect(began).toEqual([1, 2]);
    ends[1]!();
    expect(await all[1]).toBe(2);
    await expect.poll(() => began).toEqual([1, 2, 3]);
    const sixth = work(6);
    ends[0]!();
    await all[0];
    await expect.poll(() => began).toEqual([1, 2, 3, 4]);
    ends[2]!();
    await expect.poll(() => began).toEqual([1, 2, 3, 4, 6]);
    ends[3]!();
    ends[4]!();
    expect(await Promise.all([...all, sixth])).toEqual([1, 2, 3, 4, 6]);
  });

  it('refuse whoever has waited too long, and let the next one in', async () => {
    const turns = createTurns(1, 10, 20);
    let end = () => {};
    const first = turns(() => new Promise<void>((resolve) => (end = resolve)));
    await expect(turns(async () => 'late')).rejects.toThrow(TooBusy);
    const next = turns(async () => 'in time');
    end();
    await first;
    expect(await next).toBe('in time');
  });

  it('hand over also after work that failed', async () => {
    const turns = createTurns(1, 1);
    const failed = turns(() => Promise.reject(new Error('no')));
    const next = turns(async () => 'next');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('next');
  });
});
