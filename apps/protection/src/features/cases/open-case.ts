import { ok, refused, type Result } from '@samleng/kernel';
import { inTransaction } from '@samleng/server';
import type { ReadingReason } from '../../lists.ts';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { sodium } from '../../sealing/sodium.ts';
import { watchOpenings } from '../alarms/index.ts';
import type { Message, Note, Report, Triage } from './case-content.ts';
import { readContent } from './case-content.ts';
import { findOpenableCase, type HeldCase, keysOf } from './find-case.ts';
import { guardDamage } from './guard-damage.ts';
import { type OpenedItem, readItems } from './read-items.ts';
import { rekeyCase } from './rekey-case.ts';
import { standByMissing } from './stand-by.ts';
import { noteDeed } from './take-in.ts';

/** A case opened for a worker. */
export type OpenedCase = {
  readonly held: HeldCase;
  readonly report: Report;
  readonly triage: (Triage & { readonly at: Date }) | null;
  readonly messages: readonly (Message & { id: string; authorId: string | null; sentAt: Date })[];
  readonly notes: readonly (Note & { id: string; authorId: string | null; writtenAt: Date })[];
  readonly voices: readonly { id: string; sentAt: Date }[];
};

/**
 * A named person who may open a case opens it, with a reason and the passphrase given again. That it was read is
 * written in the same transaction: without the entry nothing is shown. The timer stops; the child can see that one
 * more person has read it.
 */
export async function openCase(
  request: DeskRequest,
  input: { caseId: string; reason: ReadingReason },
): Promise<Result<OpenedCase, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  const opened = await guardDamage(request, () =>
    inTransaction(request, async (inside): Promise<Result<OpenedCase, readonly Problem[]>> => {
      const { em } = inside;
      const held = await findOpenableCase(inside, input.caseId);
      if (held === null) return refused([problem('NOT_FOUND', 'caseId')]);
      let caseKeys = keysOf(inside, held);
      if (caseKeys === null) return refused([problem('SIGN_IN_AGAIN')]);
      const { kase } = held;
      const items = await readItems(inside, kase, caseKeys);
      kase.lookDueAt = null;
      kase.hasNews = false;
      if (kase.state === 'RECEIVED') kase.state = 'READ';
      await em.execute(
        `insert into case_readers (case_id, account_id, first_read_at) values (?, ?, ?)
          on conflict (case_id, account_id) do nothing`,
        [kase.id, viewer.accountId, clock.now().toISOString()],
      );
      if (kase.isRekeyDue) caseKeys = await rekeyCase(inside, kase, caseKeys, items);
      await standByMissing(inside, kase, caseKeys);
      await noteDeed(inside, kase, 'openCase', { reason: input.reason, items: items.length });
      sodium.memzero(caseKeys.privateKey);
      return ok(layOut(held, items));
    }),
  );
  if (opened.ok) await watchOpenings(request);
  return opened;
}

/**
 * The content of a case for a deed that needs it; the deed writes itself into the audit.
 *
 * @throws CaseDamaged
 */
export async function readOpened(inside: DeskRequest, held: HeldCase): Promise<OpenedCase> {
  return layOut(held, await readItems(inside, held.kase, keysOf(inside, held)!));
}

/**
 * The sealed record of a referral.
 *
 * @throws CaseDamaged
 */
export async function readReferral<Record>(
  inside: DeskRequest,
  held: HeldCase,
  itemId: string,
): Promise<Record> {
  const items = await readItems(inside, held.kase, keysOf(inside, held)!);
  return readContent<Record>(items.find(({ id }) => id === itemId)!.bytes);
}

function layOut(held: HeldCase, items: readonly OpenedItem[]): OpenedCase {
  const of = (field: OpenedItem['field']) => items.filter((item) => item.field === field);
  const triage = of('TRIAGE').at(-1);
  return {
    held,
    report: readContent<Report>(of('REPORT')[0]!.bytes),
    triage: triage ? { ...readContent<Triage>(triage.bytes), at: triage.writtenAt } : null,
    messages: of('MESSAGE').map(({ id, authorId, writtenAt, bytes }) => ({
      id,
      authorId,
      sentAt: writtenAt,
      ...readContent<Message>(bytes),
    })),
    notes: of('NOTE').map(({ id, authorId, writtenAt, bytes }) => ({
      id,
      authorId,
      writtenAt,
      ...readContent<Note>(bytes),
    })),
    voices: of('VOICE').map(({ id, writtenAt }) => ({ id, sentAt: writtenAt })),
  };
}
