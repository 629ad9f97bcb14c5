import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit, inTransaction } from '@samleng/server';
import type { DeskRequest } from '../../request.ts';
import { joinBreakGlass, type ShareProblem } from '../../sealing/break-glass.ts';
import { sealKeyTo } from '../../sealing/case-keys.ts';
import type { KeyPair } from '../../sealing/seal-item.ts';
import { sodium } from '../../sealing/sodium.ts';
import { Account, nameKeyOf } from '../accounts/index.ts';
import { raiseAlarm } from '../alarms/index.ts';
import { breakGlassId, Case, CaseKey, fromHex, openForHolder, stored } from '../cases/index.ts';

type Context = Pick<DeskRequest, 'em' | 'clock' | 'batches' | 'log'>;

/**
 * The yearly drill: two people show that their shares would open every case. Keys are tried and thrown away, no item
 * is opened; the audit notes the drill and how many cases would have opened.
 */
export async function drillBreakGlass(
  context: Context,
  publicKey: Uint8Array,
  lines: readonly string[],
): Promise<Result<{ cases: number; opened: number }, ShareProblem>> {
  const joined = joinBreakGlass(lines, publicKey);
  if (!joined.ok) return joined;
  const { em, clock } = context;
  const cases = await em.find(Case, {});
  let opened = 0;
  for (const kase of cases) if ((await tryOpen(context, kase, joined.value)) !== null) opened += 1;
  sodium.memzero(joined.value.privateKey);
  await inTransaction(context, (inside) =>
    appendAudit(inside.em, {
      occurredAt: clock.now(),
      actorId: null,
      deed: 'drillBreakGlass',
      subjectType: 'Desk',
      subjectId: null,
      detail: { cases: cases.length, opened },
    }).then(() => undefined),
  );
  return ok({ cases: cases.length, opened });
}

/**
 * Two people give a case to somebody of the desk whom it could not reach otherwise. Nothing is read here: the person
 * opens it at the desk with a reason. An alarm tells everybody that glass was broken.
 */
export async function giveByBreakGlass(
  context: Context,
  publicKey: Uint8Array,
  lines: readonly string[],
  to: { caseId: string; name: string },
): Promise<Result<null, ShareProblem | 'NO_SUCH_CASE' | 'NO_SUCH_PERSON' | 'CASE_DAMAGED'>> {
  const joined = joinBreakGlass(lines, publicKey);
  if (!joined.ok) return joined;
  const kase = await context.em.findOne(Case, { id: to.caseId });
  if (kase === null) return refused('NO_SUCH_CASE');
  const account = await context.em.findOne(Account, { nameKey: nameKeyOf(to.name), state: 'ACTIVE' });
  if (!account?.publicKey || (account.role !== 'WORKER' && account.role !== 'SUPERVISOR'))
    return refused('NO_SUCH_PERSON');
  const caseKeys = await tryOpen(context, kase, joined.value);
  sodium.memzero(joined.value.privateKey);
  if (caseKeys === null) return refused('CASE_DAMAGED');
  const sealedKey = stored(sealKeyTo(caseKeys.privateKey, fromHex(account.publicKey)));
  await inTransaction(context, async (inside) => {
    const { em, clock } = inside;
    await em.nativeDelete(CaseKey, { caseId: kase.id, holderId: account.id });
    em.create(CaseKey, {
      caseId: kase.id,
      holderId: account.id,
      standing: 'ESCALATED',
      sealedKey,
      sealedAt: clock.now(),
    });
    await em.flush();
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: null,
      deed: 'giveByBreakGlass',
      subjectType: 'Case',
      subjectId: kase.id,
      detail: { accountId: account.id },
    });
    await raiseAlarm(inside, 'BREAK_GLASS_USED', { caseId: kase.id, placeCode: kase.communeCode ?? null });
  });
  return ok(null);
}

async function tryOpen({ em }: Context, kase: Case, keys: KeyPair): Promise<KeyPair | null> {
  const row = await em.findOne(CaseKey, { caseId: kase.id, holderId: breakGlassId });
  try {
    return row && openForHolder(kase, row, keys);
  } catch {
    return null;
  }
}
