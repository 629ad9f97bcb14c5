import { newId } from '@samleng/kernel';
import { newSessionToken } from '@samleng/server';
import { Account, Session } from '../features/accounts/index.ts';
import { type OnCallHours, RosterEntry } from '../features/roster/index.ts';
import type { Affiliation, DeskRole } from '../lists.ts';
import type { KeyPair } from '../sealing/seal-item.ts';
import { newWorkerKeys } from '../sealing/worker-keys.ts';
import type { Caller, World } from './world.ts';

export type Person = Caller & {
  readonly session: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly keys: KeyPair;
};

export const lvea = { province: '14', district: '1409', commune: '140907', village: '14090706' } as const;
export const kaevPoar = { commune: '170704', village: '17070403' } as const;

/** Monday to Friday, eight to five. */
export const officeHours: readonly OnCallHours[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  from: '08:00',
  to: '17:00',
}));

/** Somebody of the desk, signed in just now, with the passphrase given and the private key unlocked. */
export async function aPerson(
  world: World,
  name: string,
  given: {
    role?: DeskRole;
    affiliation?: Affiliation;
    placeCode?: string;
    /** Where they are on the roster; without it they are not. */
    receivesIn?: string;
    hours?: readonly OnCallHours[];
  } = {},
): Promise<Person> {
  const now = world.clock.now();
  const em = world.em();
  const accountId = newId();
  const keys = newWorkerKeys();
  em.create(Account, {
    id: accountId,
    name,
    nameKey: `${name.toLowerCase()} ${accountId}`,
    role: given.role ?? 'WORKER',
    affiliation: given.affiliation ?? 'NGO',
    placeCode: given.placeCode ?? '',
    state: 'ACTIVE',
    failedTries: 0,
    trainedOn: '2026-09-01',
    publicKey: Buffer.from(keys.publicKey).toString('hex'),
    createdAt: now,
  });
  if (given.receivesIn !== undefined)
    em.create(RosterEntry, {
      id: newId(),
      accountId,
      placeCode: given.receivesIn,
      hours: given.hours ?? officeHours,
      worksOnHolidays: false,
    });
  await em.flush();
  return { accountId, name, keys, ...(await signedIn(world, accountId, keys)) };
}

async function signedIn(world: World, accountId: string, keys: KeyPair) {
  const now = world.clock.now();
  const em = world.em();
  const sessionId = newId();
  const { token, hash } = newSessionToken();
  em.create(Session, {
    id: sessionId,
    accountId,
    tokenHash: hash,
    createdAt: now,
    lastSeenAt: now,
    reauthenticatedAt: now,
  });
  await em.flush();
  unlock(world, sessionId, keys);
  return { session: token, sessionId };
}

/** The same people again after time has passed: sessions fresh, keys unlocked. */
export async function refresh(world: World, ...people: readonly Person[]): Promise<void> {
  const now = world.clock.now();
  for (const { sessionId, keys } of people) {
    await world
      .em()
      .nativeUpdate(Session, { id: sessionId }, { createdAt: now, lastSeenAt: now, reauthenticatedAt: now });
    unlock(world, sessionId, keys);
  }
}

/** What locks a session overwrites its key: each gets a copy. */
function unlock(world: World, sessionId: string, { publicKey, privateKey }: KeyPair): void {
  world.service.unlocked.keep(sessionId, { publicKey, privateKey: Uint8Array.from(privateKey) });
}
