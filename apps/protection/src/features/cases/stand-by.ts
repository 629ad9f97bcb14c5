import type { DeskRequest } from '../../request.ts';
import type { KeyPair } from '../../sealing/seal-item.ts';
import { type Candidate, isExcluded, supervisorsOf } from '../roster/index.ts';
import { type Case, CaseKey } from './case.entity.ts';
import { fromHex } from './case-seals.ts';
import { excludedFrom } from './find-case.ts';
import { giveKey } from './take-in.ts';

/** Supervisors of a case's area whom it may reach. */
export async function supervisorsFor(inside: DeskRequest, kase: Case): Promise<Candidate[]> {
  const excludedAccountIds = await excludedFrom(inside, kase.id);
  const all = await supervisorsOf(inside, kase.communeCode ?? null);
  return all.filter(
    (person) => !isExcluded(person, { excludedAffiliations: kase.excludedAffiliations, excludedAccountIds }),
  );
}

/** A supervisor who came to the desk after the case did stands by from the next opening on. */
export async function standByMissing(inside: DeskRequest, kase: Case, caseKeys: KeyPair): Promise<void> {
  const holders = await inside.em.find(CaseKey, { caseId: kase.id }, { fields: ['holderId'] });
  const known = new Set(holders.map(({ holderId }) => holderId));
  for (const { accountId, publicKey } of await supervisorsFor(inside, kase))
    if (!known.has(accountId))
      giveKey(inside, kase, caseKeys.privateKey, {
        holderId: accountId,
        publicKey: fromHex(publicKey),
        standing: 'STANDBY',
      });
}
