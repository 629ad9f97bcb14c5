import { newId } from '@samleng/kernel';
import { appendAudit, hashPassphrase, inTransaction } from '@samleng/server';
import { Account, nameKeyOf, sealTotpSecret } from '../features/accounts/index.ts';
import { type OnCallHours, RosterEntry } from '../features/roster/index.ts';
import type { DeskRequest } from '../request.ts';
import { newWorkerKeys, wrapWorkerKey } from '../sealing/worker-keys.ts';
import type { DemoPerson } from './demo-people.ts';

/**
 * Puts a person on the desk without an invitation: the people of the demo, and the first person of a real desk, who
 * sits at its terminal.
 *
 * @returns the account's id
 */
export async function addPerson(
  request: DeskRequest,
  secretsKey: string,
  person: DemoPerson,
  duty: { trainedOn: string; hours: readonly OnCallHours[]; worksOnHolidays: boolean },
): Promise<string> {
  const now = request.clock.now();
  const accountId = newId(now.getTime());
  const keys = newWorkerKeys();
  const passphraseHash = await hashPassphrase(person.passphrase);
  const wrappedKey = await wrapWorkerKey(keys.privateKey, person.passphrase, accountId);
  const publicKey = Buffer.from(keys.publicKey).toString('hex');
  await inTransaction(request, async ({ em }) => {
    em.create(Account, {
      id: accountId,
      name: person.name,
      nameKey: nameKeyOf(person.name),
      role: person.role,
      affiliation: person.affiliation,
      placeCode: person.placeCode,
      state: 'ACTIVE',
      passphraseHash,
      sealedTotpSecret: sealTotpSecret(secretsKey, accountId, person.totpSecret),
      failedTries: 0,
      trainedOn: duty.trainedOn,
      agreedToConductAt: now,
      publicKey,
      wrappedKey,
      createdAt: now,
    });
    for (const placeCode of person.receivesIn)
      em.create(RosterEntry, {
        id: newId(now.getTime()),
        accountId,
        placeCode,
        hours: duty.hours,
        worksOnHolidays: duty.worksOnHolidays,
      });
    await em.flush();
    await appendAudit(em, {
      occurredAt: now,
      actorId: null,
      deed: 'addPerson',
      subjectType: 'Account',
      subjectId: accountId,
      detail: { role: person.role, publicKey },
    });
  });
  return accountId;
}
