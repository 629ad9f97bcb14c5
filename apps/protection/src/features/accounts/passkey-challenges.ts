import { hashToken, newSessionToken } from '@samleng/server';
import type { DeskRequest } from '../../request.ts';
import { Passkey, PasskeyChallenge, type PasskeyPurpose } from './account.entity.ts';
import { checkPasskeyAnswer, credentialIdOf, newPasskeyRequest } from './passkeys.ts';

const challengeMinutes = 5;

export type PasskeyAsked = { readonly challenge: string; readonly passkeyOptions: string };
export type PasskeyAnswer = {
  readonly challenge: string;
  readonly passkeyResponse: string;
  readonly secret: string;
};

/** Keeps for five minutes what a browser is to sign, and gives the token its answer comes back with. */
export async function keepChallenge(
  { em, clock }: DeskRequest,
  purpose: PasskeyPurpose,
  accountId: string | null,
  made: { challenge: string; options: string },
): Promise<PasskeyAsked> {
  const now = clock.now();
  const { token, hash } = newSessionToken();
  await em.nativeDelete(PasskeyChallenge, { expiresAt: { $lt: now } });
  await em.insert(PasskeyChallenge, {
    tokenHash: hash,
    accountId,
    purpose,
    challenge: made.challenge,
    expiresAt: new Date(now.getTime() + challengeMinutes * 60_000),
  });
  return { challenge: token, passkeyOptions: made.options };
}

/** What a browser was to sign, which is answered only once; null when it is over or was for something else. */
export async function takeChallenge(
  { em, clock }: DeskRequest,
  purpose: PasskeyPurpose,
  accountId: string | null,
  token: string,
): Promise<string | null> {
  const taken = await em.execute<{ challenge: string }[]>(
    `delete from passkey_challenges where token_hash = ? and purpose = ? and account_id is not distinct from ?::uuid
      and expires_at > ? returning challenge`,
    [hashToken(token), purpose, accountId, clock.now().toISOString()],
  );
  return taken[0]?.challenge ?? null;
}

/** Asks for any of somebody's passkeys; without an id, for any that the phone holds for the desk. */
export async function askForPasskey(
  request: DeskRequest,
  purpose: 'SIGN_IN' | 'AGAIN',
  accountId: string | null,
): Promise<PasskeyAsked> {
  const passkeys = accountId === null ? [] : await request.em.find(Passkey, { accountId });
  const made = await newPasskeyRequest(request.settings, passkeys);
  return keepChallenge(request, purpose, accountId, made);
}

/** The passkey that gave a right answer, its counter moved on; null for any other answer. */
export async function passkeyOfAnswer(
  request: DeskRequest,
  challenge: string,
  answer: string,
  accountId: string | null,
): Promise<Passkey | null> {
  const credentialId = credentialIdOf(answer);
  const passkey = await request.em.findOne(Passkey, {
    credentialId,
    ...(accountId !== null && { accountId }),
  });
  if (passkey === null) return null;
  const counter = await checkPasskeyAnswer(request.settings, passkey, challenge, answer);
  if (counter === null) return null;
  await request.em.nativeUpdate(Passkey, { credentialId }, { counter });
  return passkey;
}
