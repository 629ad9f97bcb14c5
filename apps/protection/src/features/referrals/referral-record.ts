import type { AgeBand, Sex } from '@samleng/vocabulary';
import type {
  AccusedRole,
  CaseKind,
  Channel,
  DutyReason,
  ReferralOutcome,
  ReferralReceiver,
  SaidAnswer,
  Urgency,
} from '../../lists.ts';

/**
 * The least a receiver needs to act, and no more. It holds no address, no photo, no name of whoever is accused, no
 * device and no internet address: they are not asked for, so they cannot be here.
 */
export type ReferralRecord = {
  readonly id: string;
  readonly receivedAt: string;
  readonly channel: Channel;
  /** The child's words, when the worker hands them on. */
  readonly words: string | null;
  /** What the worker says of it. */
  readonly summary: string;
  /** How and when it is safe to reach the child. */
  readonly callback: string | null;
  readonly childAlias: string | null;
  readonly ageBand: AgeBand | null;
  readonly sex: Sex | null;
  /** Village or commune, by its official code. */
  readonly placeCode: string | null;
  readonly dangerNow: SaidAnswer;
  readonly concernType: CaseKind;
  readonly allegedPersonRole: AccusedRole;
  readonly assent: { readonly isGiven: boolean; readonly reasonWithout: DutyReason | null };
  readonly triage: {
    readonly level: Urgency;
    readonly by: string;
    readonly at: string;
    readonly reason: string | null;
  };
  readonly referredTo: ReferralReceiver;
  readonly referredAt: string;
  readonly receiptRef: string | null;
  readonly outcomeCode: ReferralOutcome;
  /** Every reading of the case: who and when. */
  readonly accessLog: readonly { readonly by: string; readonly at: string }[];
  readonly deleteAfter: string | null;
};

/** The record as lines to print: label and text, in the order of a form. */
export function linesOf(record: ReferralRecord): { label: string; text: string }[] {
  const assent = record.assent.isGiven ? 'YES' : `NO, ${record.assent.reasonWithout ?? ''}`;
  const lines: [string, string | null][] = [
    ['id', record.id],
    ['receivedAt', record.receivedAt],
    ['channel', record.channel],
    ['referredTo', record.referredTo],
    ['referredAt', record.referredAt],
    ['triageLevel', record.triage.level],
    ['triagedBy', `${record.triage.by}, ${record.triage.at}`],
    ['triageReason', record.triage.reason],
    ['dangerNow', record.dangerNow],
    ['concernType', record.concernType],
    ['allegedPersonRole', record.allegedPersonRole],
    ['assent', assent],
    ['childAlias', record.childAlias],
    ['ageBand', record.ageBand],
    ['sex', record.sex],
    ['placeCode', record.placeCode],
    ['callback', record.callback],
    ['summary', record.summary],
    ['words', record.words],
    ['accessLog', record.accessLog.map(({ by, at }) => `${by}, ${at}`).join('; ')],
    ['deleteAfter', record.deleteAfter],
  ];
  return lines.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
