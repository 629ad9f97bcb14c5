import { newId, ok, refused, type Result } from '@samleng/kernel';
import { admitText } from '@samleng/text';
import type { DutyReason, ReferralReceiver } from '../../lists.ts';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { Account } from '../accounts/index.ts';
import { asHolder, contentOf, readOpened, writeItem } from '../cases/index.ts';
import { encryptReferral, type EncryptedFile } from './encrypted-file.ts';
import { Referral } from './referral.entity.ts';
import type { ReferralRecord } from './referral-record.ts';

export type ReferInput = {
  readonly caseId: string;
  readonly receiver: ReferralReceiver;
  readonly summary: string;
  readonly handsOnWords: boolean;
  readonly hasAssent: boolean;
  readonly reasonWithoutAssent?: DutyReason | null;
};

export type Referred = {
  readonly referral: Referral;
  readonly record: ReferralRecord;
  readonly file: EncryptedFile;
};

const longestSummary = 2_000;

/**
 * A worker, with the passphrase given again, refers a case: with the child's assent, or with a recorded reason why it
 * cannot wait for one. The record holds the least a receiver needs; it is sealed in the case, shown once for printing
 * and as a file under a code. Nothing is sent anywhere by this.
 */
export async function referCase(
  request: DeskRequest,
  input: ReferInput,
): Promise<Result<Referred, readonly Problem[]>> {
  if (!request.viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  const summary = admitText(input.summary, { max: longestSummary });
  if (!summary.ok)
    return refused([problem(summary.problem.code === 'EMPTY' ? 'REQUIRED' : 'TOO_LONG', 'summary')]);
  if (!input.hasAssent && !input.reasonWithoutAssent)
    return refused([problem('REASON_NEEDED', 'reasonWithoutAssent')]);
  const made = await asHolder(request, input.caseId, async (inside, held) => {
    const { kase } = held;
    if (kase.state === 'CLOSED') return refused([problem('WRONG_STATE')]);
    const opened = await readOpened(inside, held);
    if (opened.triage === null) return refused([problem('WRONG_STATE')]);
    const { em, clock, viewer } = inside;
    const now = clock.now();
    const id = newId(now.getTime());
    const record: ReferralRecord = {
      id,
      receivedAt: kase.receivedAt.toISOString(),
      channel: kase.channel,
      words: input.handsOnWords ? opened.report.text : null,
      summary: summary.value,
      callback: opened.report.callback,
      childAlias: opened.report.alias,
      ageBand: opened.report.ageBand,
      sex: opened.report.sex,
      placeCode: opened.report.villageCode ?? opened.report.communeCode,
      dangerNow: opened.triage.danger,
      concernType: opened.triage.kind,
      allegedPersonRole: opened.triage.accusedRole ?? 'UNKNOWN',
      assent: {
        isGiven: input.hasAssent,
        reasonWithout: input.hasAssent ? null : input.reasonWithoutAssent!,
      },
      triage: {
        level: kase.urgency,
        by: (await em.findOneOrFail(Account, { id: viewer.accountId! })).name,
        at: opened.triage.at.toISOString(),
        reason: opened.triage.note,
      },
      referredTo: input.receiver,
      referredAt: now.toISOString(),
      receiptRef: null,
      outcomeCode: 'SENT',
      accessLog: await readersOf(inside, kase.id),
      deleteAfter: kase.eraseAfter?.toISOString() ?? null,
    };
    kase.state = 'REFERRED';
    const item = await writeItem(inside, kase, {
      field: 'REFERRAL',
      content: contentOf(record),
      authorId: viewer.accountId,
      deed: 'referCase',
      detail: { receiver: input.receiver, hasAssent: input.hasAssent, reason: record.assent.reasonWithout },
    });
    const referral = em.create(Referral, {
      id,
      caseId: kase.id,
      itemId: item.id,
      receiver: input.receiver,
      hasAssent: input.hasAssent,
      madeBy: viewer.accountId!,
      madeAt: now,
      outcome: 'SENT',
      outcomeAt: now,
      system: null,
    });
    await em.flush();
    return ok({ referral, record });
  });
  if (!made.ok) return made;
  return ok({ ...made.value, file: await encryptReferral(made.value.record) });
}

async function readersOf({ em }: DeskRequest, caseId: string): Promise<{ by: string; at: string }[]> {
  const rows = await em.execute<{ name: string; occurred_at: Date | string }[]>(
    `select a.name, e.occurred_at from audit_entries e join accounts a on a.id::text = e.actor_id
      where e.subject_type = 'Case' and e.subject_id = ? and e.deed in ('openCase', 'openVoice')
      order by e.sequence`,
    [caseId],
  );
  return rows.map(({ name, occurred_at }) => ({ by: name, at: new Date(occurred_at).toISOString() }));
}
