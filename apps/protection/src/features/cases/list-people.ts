import type { Standing } from '../../lists.ts';
import type { DeskRequest } from '../../request.ts';
import { Account } from '../accounts/index.ts';
import { isExcluded, rosterOf } from '../roster/index.ts';
import { Case, CaseKey, CaseReader } from './case.entity.ts';
import { excludedFrom } from './find-case.ts';
import { supervisorsFor } from './stand-by.ts';

export type CaseHolder = { readonly person: Account; readonly standing: Standing };

/** Who holds a key of a case, by name; break-glass is nobody. */
export async function listHolders({ em }: DeskRequest, caseId: string): Promise<CaseHolder[]> {
  const keys = await em.find(CaseKey, { caseId, standing: { $ne: 'BREAK_GLASS' } });
  const people = await peopleOf(
    em,
    keys.map(({ holderId }) => holderId),
  );
  const standingOf = new Map(keys.map(({ holderId, standing }) => [holderId, standing as Standing]));
  return people.map((person) => ({ person, standing: standingOf.get(person.id)! }));
}

/** Who has opened a case, the first one first. */
export async function listReaders(
  { em }: DeskRequest,
  caseId: string,
): Promise<{ person: Account; firstReadAt: Date }[]> {
  const readers = await em.find(CaseReader, { caseId }, { orderBy: { firstReadAt: 'asc' } });
  const people = await peopleOf(
    em,
    readers.map(({ accountId }) => accountId),
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  return readers.flatMap(({ accountId, firstReadAt }) => {
    const person = byId.get(accountId);
    return person ? [{ person, firstReadAt }] : [];
  });
}

/** To whom a case can be assigned or handed over: named people of its area, and supervisors, not excluded. */
export async function listPossibleReceivers(request: DeskRequest, caseId: string): Promise<Account[]> {
  const kase = await request.em.findOneOrFail(Case, { id: caseId });
  const facts = {
    excludedAffiliations: kase.excludedAffiliations,
    excludedAccountIds: await excludedFrom(request, caseId),
  };
  const named = (await rosterOf(request, kase.communeCode ?? null)).filter(
    (each) => !isExcluded(each, facts),
  );
  const people = [...named, ...(await supervisorsFor(request, kase))];
  return peopleOf(
    request.em,
    people.map(({ accountId }) => accountId),
  );
}

function peopleOf(em: DeskRequest['em'], ids: readonly string[]): Promise<Account[]> {
  return em.find(Account, { id: { $in: [...ids] } }, { orderBy: { nameKey: 'asc' } });
}
