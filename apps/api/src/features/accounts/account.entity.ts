import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type { Role } from '@samleng/vocabulary';

export const accountStates = ['INVITED', 'ACTIVE', 'SUSPENDED'] as const;
export type AccountState = (typeof accountStates)[number];

/** A staff member. Children have no account. */
export const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    name: p.string().length(80),
    /** The name as it is compared at sign-in: normalised, lower case; unique. */
    nameKey: p.string().length(80).unique(),
    state: p.string().length(16).$type<AccountState>(),
    passphraseHash: p.text().nullable(),
    sealedTotpSecret: p.text().nullable(),
    /** The last time step whose code was used: a code works once. */
    lastTotpStep: p.bigint('number').nullable(),
    failedTries: p.integer().default(0),
    lastFailedAt: p.datetime().nullable(),
    /** Training finished and code of conduct agreed: without both an account does not open. */
    trainedOn: p.date().nullable(),
    agreedToConductAt: p.datetime().nullable(),
    lastSeenAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);

/** What an account may do and where: a role in a place (with all below it) or in one office. */
export const GrantSchema = defineEntity({
  name: 'Grant',
  tableName: 'grants',
  indexes: [{ properties: ['accountId'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    accountId: p.uuid(),
    role: p.string().length(24).$type<Role>(),
    placeCode: p.string().length(8).nullable(),
    officeId: p.uuid().nullable(),
  },
});
export class Grant extends GrantSchema.class {}
GrantSchema.setClass(Grant);

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

/** A staff member's session; only the hash of its token is kept. */
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
    purpose: p.string().length(16).$type<'SIGN_IN' | 'REGISTER_PASSKEY'>(),
    passkeyChallenge: p.string().length(128).nullable(),
    triesLeft: p.integer(),
    expiresAt: p.datetime(),
  },
});
export class SignInChallenge extends SignInChallengeSchema.class {}
SignInChallengeSchema.setClass(SignInChallenge);

/** A passkey registered by an account (WebAuthn). */
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
    createdAt: p.datetime(),
  },
});
export class Passkey extends PasskeySchema.class {}
PasskeySchema.setClass(Passkey);

/** A role somebody is to hold, as an administrator asks for it. */
export type GrantWish = {
  readonly role: Role;
  readonly placeCode?: string | null;
  readonly officeId?: string | null;
};
