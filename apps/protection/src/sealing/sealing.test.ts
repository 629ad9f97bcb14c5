import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCaseKeys, openKeyUnder, openSealedKey, sealKeyTo, sealKeyUnder } from './case-keys.ts';
import { chainItem, emptyChain, headOfItems } from './item-chain.ts';
import { type ItemPlace, openItem, SealDamaged, sealItem } from './seal-item.ts';
import { sodium } from './sodium.ts';
import { newWorkerKeys, unwrapWorkerKey, wrapWorkerKey } from './worker-keys.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const hex = (digits: string) => new Uint8Array(Buffer.from(digits, 'hex'));
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const place: ItemPlace = {
  caseId: '01900000-0000-7000-8000-000000000001',
  itemId: '01900000-0000-7000-8000-0000000000aa',
  sequence: 1,
  field: 'REPORT',
};
const words = bytesOf('ពូរបស់ខ្ញុំ: invented words of a test');

describe('known answers', () => {
  it('XChaCha20-Poly1305 is the one of draft-irtf-cfrg-xchacha-03, appendix A.3.1', () => {
    const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
      hex('50515253c0c1c2c3c4c5c6c7'),
      null,
      hex('404142434445464748494a4b4c4d4e4f5051525354555657'),
      hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f'),
    );
    expect(hexOf(sealed)).toBe(
      'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb' +
        '731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452' +
        '2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9' +
        '21f9664c97637da9768812f615c68b13b52e' +
        'c0875924c1c7987947deafd8780acf49',
    );
  });

  it('X25519 is the one of RFC 7748, section 6.1', () => {
    const alice = hex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a');
    expect(hexOf(sodium.crypto_scalarmult_base(alice))).toBe(
      '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
    );
  });

  it('a case key pair is one for OpenSSL too', () => {
    const one = newCaseKeys();
    const other = newCaseKeys();
    const shared = diffieHellman({
      privateKey: createPrivateKey({
        key: Buffer.concat([hex('302e020100300506032b656e04220420'), one.privateKey]),
        format: 'der',
        type: 'pkcs8',
      }),
      publicKey: createPublicKey({
        key: Buffer.concat([hex('302a300506032b656e032100'), other.publicKey]),
        format: 'der',
        type: 'spki',
      }),
    });
    expect(hexOf(sodium.crypto_scalarmult(other.privateKey, one.publicKey))).toBe(shared.toString('hex'));
  });

  it('an item opens by another implementation from the layout alone', () => {
    const contentKey = hex('00112233445566778899aabbccddeeff'.repeat(2));
    const nonce = hex('404142434445464748494a4b4c4d4e4f5051525354555657');
    const sealed = sealItem(words, place, newCaseKeys().publicKey, { contentKey, nonce });
    expect(sealed[0]).toBe(1);
    expect(hexOf(sealed.subarray(81, 105))).toBe(hexOf(nonce));
    const decipher = createDecipheriv(
      'chacha20-poly1305',
      hChaCha20(contentKey, nonce.subarray(0, 16)),
      Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]),
      { authTagLength: 16 },
    )
      .setAAD(
        bytesOf(
          'samleng protection item v1\n01900000-0000-7000-8000-000000000001\n01900000-0000-7000-8000-0000000000aa\n1\nREPORT',
        ),
        { plaintextLength: 1_024 },
      )
      .setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([decipher.update(sealed.subarray(105, -16)), decipher.final()]);
    expect(padded).toHaveLength(1_024);
    expect(hexOf(padded.subarray(0, words.length))).toBe(hexOf(words));
    // ISO/IEC 7816-4: 0x80, then zeros
    expect(padded[words.length]).toBe(0x80);
    expect(padded.subarray(words.length + 1).every((byte) => byte === 0)).toBe(true);
  });
});

describe('a sealed item', () => {
  const keys = newCaseKeys();
  const sealed = sealItem(words, place, keys.publicKey);

  it('opens where it was sealed, whatever its length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
        const item = sealItem(bytes, place, keys.publicKey);
        expect(hexOf(openItem(item, place, keys))).toBe(hexOf(bytes));
        expect((item.length - 105 - 16) % 1_024).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it('is refused with any byte turned, or cut', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Uint8Array.from(sealed);
      changed[at]! ^= 0x10;
      expect(() => openItem(changed, place, keys)).toThrow(SealDamaged);
    }
    expect(() => openItem(sealed.subarray(0, -1), place, keys)).toThrow(SealDamaged);
    expect(() => openItem(sealed.subarray(0, 40), place, keys)).toThrow(SealDamaged);
  });

  it.each([
    ['case', { caseId: '01900000-0000-7000-8000-000000000002' }],
    ['item', { itemId: '01900000-0000-7000-8000-0000000000ab' }],
    ['number', { sequence: 2 }],
    ['field', { field: 'NOTE' }],
  ])('is refused in the place of another %s', (_, other) => {
    expect(() => openItem(sealed, { ...place, ...other }, keys)).toThrow(SealDamaged);
  });

  it('is refused with another case’s key', () => {
    expect(() => openItem(sealed, place, newCaseKeys())).toThrow(SealDamaged);
  });
});

describe('the chain of a case’s items', () => {
  const items = [1, 2, 3].map((sequence) => ({
    id: `01900000-0000-7000-8000-00000000000${sequence}`,
    sequence,
    field: 'MESSAGE',
    sealed: bytesOf(`sealed ${sequence}`),
  }));
  const head = headOfItems(items);

  it('grows with each item', () => {
    expect(headOfItems([])).toBe(emptyChain);
    expect(items.reduce(chainItem, emptyChain)).toBe(head);
  });

  it('is another when an item is taken out, put back, changed or swapped', () => {
    const [first, second, third] = items as [
      (typeof items)[number],
      (typeof items)[number],
      (typeof items)[number],
    ];
    expect(headOfItems([first, third])).toBeNull();
    expect(headOfItems([first, second])).not.toBe(head);
    expect(headOfItems([first, second, { ...third, sealed: second.sealed }])).not.toBe(head);
    expect(headOfItems([{ ...second, sequence: 1 }, { ...first, sequence: 2 }, third])).not.toBe(head);
    expect(headOfItems([...items, { ...third, sequence: 4 }])).not.toBe(head);
  });
});

describe('a case’s private key', () => {
  const keys = newCaseKeys();
  const worker = newWorkerKeys();
  const receiptKey = new Uint8Array(32).fill(9);
  const at = { caseId: place.caseId, lookupId: 'ab'.repeat(16) };

  it('reaches a worker sealed, and no other worker', () => {
    const sealed = sealKeyTo(keys.privateKey, worker.publicKey);
    expect(openSealedKey(sealed, worker, keys.publicKey)).toEqual(keys);
    expect(() => openSealedKey(sealed, newWorkerKeys(), keys.publicKey)).toThrow(SealDamaged);
  });

  it('reaches the receipt, for its own case and lookup id only', () => {
    const sealed = sealKeyUnder(keys.privateKey, receiptKey, at);
    expect(openKeyUnder(sealed, receiptKey, at, keys.publicKey)).toEqual(keys);
    const other = { ...at, caseId: '01900000-0000-7000-8000-000000000002' };
    expect(() => openKeyUnder(sealed, receiptKey, other, keys.publicKey)).toThrow(SealDamaged);
    expect(() => openKeyUnder(sealed, new Uint8Array(32), at, keys.publicKey)).toThrow(SealDamaged);
  });

  it('is refused when it is the key of another case, put in its row', () => {
    const other = newCaseKeys();
    const swapped = sealKeyTo(other.privateKey, worker.publicKey);
    expect(() => openSealedKey(swapped, worker, keys.publicKey)).toThrow(SealDamaged);
  });
});

describe('a worker’s private key', () => {
  const cost = { memory: 1_024, passes: 1, parallelism: 1 };

  it('is wrapped under the passphrase and opens with it, in its own row', async () => {
    const keys = newWorkerKeys();
    const wrapped = await wrapWorkerKey(keys.privateKey, 'a lamp on the long table', 'account 1', cost);
    expect(wrapped).toMatch(/^v1\.m=1024,t=1,p=1\.[\w-]{22}\.[\w-]{32}\.[\w-]{64}$/);
    expect(await unwrapWorkerKey(wrapped, 'a lamp on the long table', 'account 1')).toEqual(keys);
    await expect(unwrapWorkerKey(wrapped, 'a lamp on the long Table', 'account 1')).rejects.toThrow(
      SealDamaged,
    );
    await expect(unwrapWorkerKey(wrapped, 'a lamp on the long table', 'account 2')).rejects.toThrow(
      SealDamaged,
    );
    await expect(unwrapWorkerKey('v1.nothing', 'a lamp on the long table', 'account 1')).rejects.toThrow(
      SealDamaged,
    );
  });
});

/** HChaCha20 (draft-irtf-cfrg-xchacha-03, section 2.2), written apart from the library to check it. */
function hChaCha20(key: Uint8Array, input: Uint8Array): Uint8Array {
  const state = new Uint32Array([
    0x61707865,
    0x3320646e,
    0x79622d32,
    0x6b206574,
    ...new Uint32Array(Uint8Array.from(key).buffer),
    ...new Uint32Array(Uint8Array.from(input).buffer),
  ]);
  const turn = (value: number, by: number) => (value << by) | (value >>> (32 - by));
  const mix = (a: number, b: number, c: number, d: number) => {
    for (const [by, other] of [
      [16, 12],
      [8, 7],
    ] as const) {
      state[a]! += state[b]!;
      state[d] = turn(state[d]! ^ state[a]!, by);
      state[c]! += state[d]!;
      state[b] = turn(state[b]! ^ state[c]!, other);
    }
  };
  for (let round = 0; round < 10; round += 1) {
    for (let at = 0; at < 4; at += 1) mix(at, at + 4, at + 8, at + 12);
    for (let at = 0; at < 4; at += 1) mix(at, 4 + ((at + 1) % 4), 8 + ((at + 2) % 4), 12 + ((at + 3) % 4));
  }
  return new Uint8Array(new Uint32Array([...state.subarray(0, 4), ...state.subarray(12)]).buffer);
}
