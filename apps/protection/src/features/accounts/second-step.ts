import { openSecret, sealSecret, verifyTotp } from '@samleng/server';
import type { DeskRequest } from '../../request.ts';
import type { Account } from './account.entity.ts';

/** Seals the secret of an account's second step for keeping in the database. */
export function sealTotpSecret(key: string, accountId: string, secret: string): string {
  return sealSecret(secret, Buffer.from(key, 'hex'), `desk totp ${accountId}`);
}

/** The secret of an account's second step. */
export function openTotpSecret(key: string, accountId: string, sealed: string): string {
  return openSecret(sealed, Buffer.from(key, 'hex'), `desk totp ${accountId}`);
}

/** Whether the code belongs to this moment and was not used before; marks it as used. */
export function codeIsRight({ clock, settings }: DeskRequest, account: Account, code: string): boolean {
  if (!account.sealedTotpSecret) return false;
  const secret = openTotpSecret(settings.PROTECTION_SECRETS_KEY, account.id, account.sealedTotpSecret);
  const checked = verifyTotp(secret, code, {
    now: clock.now().getTime(),
    lastUsedStep: account.lastTotpStep,
  });
  if (!checked.ok) return false;
  account.lastTotpStep = checked.step;
  return true;
}
