import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type { AccountState, Affiliation, DeskRole } from '../../lists.ts';

/** What a passkey is asked for. */
export type PasskeyPurpose = 'REGISTER' | 'SIGN_IN' | 'AGAIN';

/** Somebody of the desk. These accounts have nothing to do with those of the participation service. */
export const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    name: p.string().length(80),
    /** The name as it is compared at sign-in; unique. */
    nameKey: p.string().length(80).unique(),
    role: p.string().length(16).$type<DeskRole>(),
    affiliation: p.string().length(32).$type<Affiliation>(),
    /** The area of a supervisor, and where a worker belongs; empty: the whole country. */
    placeCode: p.string().length(8),
    state: p.string().length(16).$type<AccountState>(),
    passphraseHash: p.text().nullable(),
    sealedTotpSecret: p.text().nullable(),
    /** The last time step whose code was used: a code works once. */
    lastTotpStep: p.bigint('number').nullable(),
    failedTries: p.integer().default(0),
    lastFailedAt: p.datetime().nullable(),
    trainedOn: p.date().nullable(),
    agreedToConductAt: p.datetime().nullable(),
    /** To it cases are sealed: 64 hexadecimal digits, from the day the account opens until it ends. */
    publicKey: p.string().length(64).nullable(),
    /** The private key under the passphrase. */
    wrappedKey: p.text().nullable(),
    lastSeenAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);

/** A one-time link to an account that waits for its owner. */
export const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitations',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    accountId: p.uuid(),
    tokenHash: p.string().length(64).unique(),
    sealedTotpSecret: p.text(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});
export class Invitation extends InvitationSchema.class {}
InvitationSchema.setClass(Invitation);

/** A session; only the hash of its token is kept. */
export const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  indexes: [{ properties: ['accountId'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    accountId: p.uuid(),
    tokenHash: p.string().length(64).unique(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    reauthenticatedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);

/** The moment between passphrase and second step; lives five minutes. */
export const SignInChallengeSchema = defineEntity({
  name: 'SignInChallenge',
  tableName: 'sign_in_challenges',
  properties: {
    tokenHash: p.string().length(64).primary(),
    accountId: p.uuid(),
    triesLeft: p.integer(),
    expiresAt: p.datetime(),
  },
});
export class SignInChallenge extends SignInChallengeSchema.class {}
SignInChallengeSchema.setClass(SignInChallenge);

/** A passkey that signs somebody in and unlocks the private key, which is wrapped once more under its secret. */
export const PasskeySchema = defineEntity({
  name: 'Passkey',
  tableName: 'passkeys',
  indexes: [{ properties: ['accountId'] }],
  properties: {
    credentialId: p.string().length(512).primary(),
    accountId: p.uuid(),
    publicKey: p.text(),
    counter: p.bigint('number'),
    transports: p.json<string[]>(),
    wrappedKey: p.text(),
    createdAt: p.datetime(),
  },
});
export class Passkey extends PasskeySchema.class {}
PasskeySchema.setClass(Passkey);

/** What a browser is to sign with a passkey; lives five minutes and is answered once. */
export const PasskeyChallengeSchema = defineEntity({
  name: 'PasskeyChallenge',
  tableName: 'passkey_challenges',
  properties: {
    tokenHash: p.string().length(64).primary(),
    /** Whose passkey it is for; nobody's yet when somebody signs in. */
    accountId: p.uuid().nullable(),
    purpose: p.string().length(16).$type<PasskeyPurpose>(),
    challenge: p.text(),
    expiresAt: p.datetime(),
  },
});
export class PasskeyChallenge extends PasskeyChallengeSchema.class {}
PasskeyChallengeSchema.setClass(PasskeyChallenge);
