import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { testSettings } from './world.ts';

type Options = { challenge: string; extensions: { prf: { eval: { first: string } } }; user?: { id: string } };

const relyingParty = createHash('sha256').update(new URL(testSettings.WEB_ORIGIN).hostname).digest();
const present = 0x01;
const verified = 0x04;
const hasCredential = 0x40;

/** A made-up phone with one passkey (ES256, Web Authentication level 3) and the PRF extension. */
export function anAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  const prfKey = randomBytes(32);
  let counter = 0;

  const head = (flags: number) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([relyingParty, Buffer.from([flags]), count]);
  };
  const clientOf = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const answer = (response: object) =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });

  return {
    /** What the page sends as the secret: the hash of what the PRF extension gave. */
    secretFor(options: string): string {
      const { first } = (JSON.parse(options) as Options).extensions.prf.eval;
      const given = createHmac('sha256', prfKey).update(Buffer.from(first, 'base64url')).digest();
      return createHash('sha256').update(given).digest('base64url');
    },

    /** Makes the passkey. */
    create(options: string): string {
      const { challenge } = JSON.parse(options) as Options;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const coordinate = (text: string | undefined) =>
        Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text!, 'base64url')]);
      // COSE, RFC 9053: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} in CBOR.
      const cose = Buffer.concat([
        Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
        coordinate(x),
        Buffer.from([0x22]),
        coordinate(y),
      ]);
      const data = Buffer.concat([
        head(present | verified | hasCredential),
        Buffer.alloc(16),
        length,
        id,
        cose,
      ]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3, 0x63]),
        Buffer.from('fmt'),
        Buffer.from([0x64]),
        Buffer.from('none'),
        Buffer.from([0x67]),
        Buffer.from('attStmt'),
        Buffer.from([0xa0, 0x68]),
        Buffer.from('authData'),
        Buffer.from([0x58, data.length]),
        data,
      ]);
      return answer({
        clientDataJSON: clientOf('webauthn.create', challenge, testSettings.WEB_ORIGIN).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      });
    },

    /** Signs a challenge; `given` makes the answer one that must be refused. */
    get(
      options: string,
      given: { origin?: string; isUnverified?: boolean; isReplayed?: boolean } = {},
    ): string {
      if (!given.isReplayed) counter += 1;
      const { challenge } = JSON.parse(options) as Options;
      const client = clientOf('webauthn.get', challenge, given.origin ?? testSettings.WEB_ORIGIN);
      const data = head(given.isUnverified ? present : present | verified);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      });
    },
  };
}
