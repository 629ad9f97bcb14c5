import { createHash } from 'node:crypto';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Settings } from '../../config.ts';
import { unwrapUnderPasskey } from '../../sealing/worker-keys.ts';
import type { KeyPair } from '../../sealing/seal-item.ts';
import type { Account, Passkey } from './account.entity.ts';

type Transport = 'ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb';

/** What every passkey of the desk is asked to work its secret from; each gives another answer. */
const prfInput = createHash('sha256').update('samleng protection desk worker key v1').digest('base64url');

/** What a browser needs to answer with a passkey, and the challenge it will sign. Without passkeys: any of the desk's. */
export async function newPasskeyRequest(
  settings: Settings,
  passkeys: readonly Passkey[],
): Promise<{ options: string; challenge: string }> {
  const options = await generateAuthenticationOptions({
    rpID: new URL(settings.WEB_ORIGIN).hostname,
    userVerification: 'required',
    allowCredentials: passkeys.map((passkey) => ({
      id: passkey.credentialId,
      transports: passkey.transports as Transport[],
    })),
  });
  return withPrf(options);
}

/** What a browser needs to make a passkey that signs in without a name, and the challenge it will answer. */
export async function newPasskeyRegistration(
  settings: Settings,
  account: Account,
  passkeys: readonly Passkey[],
): Promise<{ options: string; challenge: string }> {
  const options = await generateRegistrationOptions({
    rpName: 'Samleng',
    rpID: new URL(settings.WEB_ORIGIN).hostname,
    userName: account.name,
    userID: new TextEncoder().encode(account.id),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: passkeys.map((passkey) => ({ id: passkey.credentialId })),
  });
  return withPrf(options);
}

function withPrf(options: { challenge: string; extensions?: object }) {
  const extensions = { ...options.extensions, prf: { eval: { first: prfInput } } };
  return { options: JSON.stringify({ ...options, extensions }), challenge: options.challenge };
}

/** Whether a browser's answer was made by this passkey for this challenge; gives its new counter, or null. */
export async function checkPasskeyAnswer(
  settings: Settings,
  passkey: Passkey,
  challenge: string,
  answer: string,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: JSON.parse(answer) as never,
      expectedChallenge: challenge,
      expectedOrigin: settings.WEB_ORIGIN,
      expectedRPID: new URL(settings.WEB_ORIGIN).hostname,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: Buffer.from(passkey.publicKey, 'base64url'),
        counter: passkey.counter,
        transports: passkey.transports as Transport[],
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

/** The passkey a browser made for this challenge, or null. */
export async function checkNewPasskey(
  settings: Settings,
  challenge: string,
  answer: string,
): Promise<Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports'> | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: JSON.parse(answer) as never,
      expectedChallenge: challenge,
      expectedOrigin: settings.WEB_ORIGIN,
      expectedRPID: new URL(settings.WEB_ORIGIN).hostname,
      requireUserVerification: true,
    });
    if (!verified || registrationInfo === undefined) return null;
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: transports ?? [],
    };
  } catch {
    return null;
  }
}

/** The id of the credential a browser's answer speaks of; empty when it cannot be read. */
export function credentialIdOf(answer: string): string {
  try {
    const { id } = JSON.parse(answer) as { id?: unknown };
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}

/** The 32 bytes a passkey's secret is, or null when they are none. */
export function secretOf(text: string): Uint8Array | null {
  return /^[\w-]{43}$/.test(text) ? new Uint8Array(Buffer.from(text, 'base64url')) : null;
}

/** What the key wrapped under a passkey is bound to. */
export function passkeyOwner(accountId: string, credentialId: string): string {
  return `${accountId}\n${credentialId}`;
}

/** The private key that the secret of this passkey unlocks, or null when it is not the one. */
export function unlockWithPasskey(passkey: Passkey, secret: string): KeyPair | null {
  const bytes = secretOf(secret);
  if (bytes === null) return null;
  try {
    return unwrapUnderPasskey(
      passkey.wrappedKey,
      bytes,
      passkeyOwner(passkey.accountId, passkey.credentialId),
    );
  } catch {
    return null;
  }
}
