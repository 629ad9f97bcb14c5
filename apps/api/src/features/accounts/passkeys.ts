import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Settings } from '../../config.ts';
import type { Account, Passkey } from './account.entity.ts';

type Transport = 'ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb';

/** What a browser needs to sign in with one of these passkeys, and the challenge it will answer. */
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
  return { options: JSON.stringify(options), challenge: options.challenge };
}

/** What a browser needs to make a passkey for an account, and the challenge it will answer. */
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
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    excludeCredentials: passkeys.map((passkey) => ({ id: passkey.credentialId })),
  });
  return { options: JSON.stringify(options), challenge: options.challenge };
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
): Promise<{ credentialId: string; publicKey: string; counter: number; transports: string[] } | null> {
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
