import { openSecret, sealSecret } from '@samleng/server';
import type { Settings } from '../../config.ts';

/** Seals the secret of an account's second step for keeping in the database. */
export function sealTotpSecret(
  settings: Pick<Settings, 'SECRETS_KEY'>,
  accountId: string,
  secret: string,
): string {
  return sealSecret(secret, Buffer.from(settings.SECRETS_KEY, 'hex'), accountId);
}

/** The secret of an account's second step. */
export function openTotpSecret(
  settings: Pick<Settings, 'SECRETS_KEY'>,
  accountId: string,
  sealed: string,
): string {
  return openSecret(sealed, Buffer.from(settings.SECRETS_KEY, 'hex'), accountId);
}
