import { isId, refused, type Result } from '@samleng/kernel';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { Account } from '../accounts/index.ts';
import { raiseAlarm } from '../alarms/index.ts';
import { isExcluded } from '../roster/index.ts';
import { type Case, CaseKey } from './case.entity.ts';
import { excludedFrom, type HeldCase } from './find-case.ts';
import { noteDeed } from './take-in.ts';
import { asHolder, heldOk } from './write-as-worker.ts';

/**
 * A worker puts somebody of the desk on a case's exclusion list: from then on the case does not exist for them, and
 * it will be sealed to a new key at its next opening. Nobody excludes themselves: they hand over.
 */
export async function excludePerson(
  request: DeskRequest,
  input: { caseId: string; accountId: string },
): Promise<Result<HeldCase, readonly Problem[]>> {
  return asHolder(request, input.caseId, async (inside, held) => {
    if (input.accountId === inside.viewer.accountId) return refused([problem('OWN_ACCOUNT', 'accountId')]);
    const account = isId(input.accountId) ? await inside.em.findOne(Account, { id: input.accountId }) : null;
    if (account === null) return refused([problem('NOT_FOUND', 'accountId')]);
    await inside.em.execute(
      'insert into case_exclusions (case_id, account_id) values (?, ?) on conflict do nothing',
      [held.kase.id, account.id],
    );
    await noteDeed(inside, held.kase, 'excludePerson', { accountId: account.id });
    await dropExcluded(inside, held.kase);
    return heldOk(held);
  });
}

/** Takes the key of a case from everybody whom it must not reach. */
export async function dropExcluded(inside: DeskRequest, kase: Case): Promise<void> {
  const { em } = inside;
  const rows = await em.find(CaseKey, { caseId: kase.id, standing: { $ne: 'BREAK_GLASS' } });
  const accounts = await em.find(Account, { id: { $in: rows.map(({ holderId }) => holderId) } });
  const facts = {
    excludedAffiliations: kase.excludedAffiliations,
    excludedAccountIds: await excludedFrom(inside, kase.id),
  };
  const dropped = new Set(
    accounts
      .filter(({ id, affiliation }) => isExcluded({ accountId: id, affiliation }, facts))
      .map(({ id }) => id),
  );
  await takeKeys(
    inside,
    kase,
    rows.filter(({ holderId }) => dropped.has(holderId)),
  );
}

/**
 * Takes the keys given from those who held them; the case is sealed anew at its next opening. When nobody is left
 * who may open it, the supervisors who stand by may, and an alarm tells.
 */
export async function takeKeys(inside: DeskRequest, kase: Case, rows: readonly CaseKey[]): Promise<void> {
  if (rows.length === 0) return;
  const { em, clock } = inside;
  for (const row of rows) em.remove(row);
  kase.isRekeyDue = true;
  if (rows.some(({ holderId }) => holderId === kase.assigneeId)) kase.assigneeId = null;
  await em.flush();
  const left = await em.find(CaseKey, { caseId: kase.id, standing: { $ne: 'BREAK_GLASS' } });
  if (left.some(({ standing }) => standing !== 'STANDBY' && standing !== 'OFFERED')) return;
  for (const row of left) if (row.standing === 'STANDBY') row.standing = 'ESCALATED';
  kase.escalatedAt = clock.now();
  await em.flush();
  await raiseAlarm(inside, 'NO_HOLDER', { caseId: kase.id, placeCode: kase.communeCode ?? null });
}
