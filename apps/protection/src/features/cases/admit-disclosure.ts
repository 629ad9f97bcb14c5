import { isId, ok, refused, type Result } from '@samleng/kernel';
import { admitOptionalText, admitText, findHarm, parseReceipt } from '@samleng/text';
import { type AgeBand, ageBandKeys, type Sex, sexes } from '@samleng/vocabulary';
import { type AccusedRole, accusedRoles, type SaidAnswer, saidAnswers, type Urgency } from '../../lists.ts';
import { type Problem, problem } from '../../problems.ts';
import type { Report } from './case-content.ts';
import { longestAlias, longestCallback, longestReport } from './case-limits.ts';

/** What a child's form sends. Only the key, the receipt and the words are always there. */
export type Disclosure = {
  readonly idempotencyKey: string;
  readonly receipt: string;
  readonly text: string;
  readonly dangerNow?: SaidAnswer | null;
  readonly aboutSomeoneInCharge?: SaidAnswer | null;
  readonly accusedRole?: AccusedRole | null;
  readonly communeCode?: string | null;
  readonly villageCode?: string | null;
  readonly alias?: string | null;
  readonly ageBand?: AgeBand | null;
  readonly sex?: Sex | null;
  readonly callback?: string | null;
  readonly notReadBy?: readonly string[] | null;
  /** A recording is sent after it: then words may be missing. */
  readonly voiceFollows?: boolean | null;
};

export type AdmittedDisclosure = {
  readonly idempotencyKey: string;
  readonly receipt: string;
  readonly report: Report;
  readonly notReadBy: readonly string[];
};

/**
 * Checks a form. Refused is only what cannot be kept: no key, no receipt, no words, or too many. Everything else that
 * does not fit is left out: a report is not lost for a wrong place code.
 */
export function admitDisclosure(sent: Disclosure): Result<AdmittedDisclosure, readonly Problem[]> {
  const problems: Problem[] = [];
  const idempotencyKey = sent.idempotencyKey.toLowerCase();
  if (!isId(idempotencyKey)) problems.push(problem('REQUIRED', 'idempotencyKey'));
  const receipt = parseReceipt(sent.receipt);
  if (!receipt.ok) problems.push(problem('RECEIPT_NOT_RIGHT', 'receipt'));
  const text = admitText(sent.text, { max: longestReport });
  const mayBeEmpty = sent.voiceFollows === true && !text.ok && text.problem.code === 'EMPTY';
  if (!text.ok && !mayBeEmpty)
    problems.push(problem(text.problem.code === 'EMPTY' ? 'REQUIRED' : 'TOO_LONG', 'text'));
  const alias = admitOptionalText(sent.alias, { max: longestAlias, oneLine: true });
  if (!alias.ok) problems.push(problem('TOO_LONG', 'alias'));
  const callback = admitOptionalText(sent.callback, { max: longestCallback });
  if (!callback.ok) problems.push(problem('TOO_LONG', 'callback'));
  if (problems.length > 0 || !receipt.ok || !alias.ok || !callback.ok) return refused(problems);
  return ok({
    idempotencyKey,
    receipt: receipt.value,
    notReadBy: (sent.notReadBy ?? []).filter(isId).slice(0, 20),
    report: {
      text: text.ok ? text.value : '',
      dangerNow: oneOf(saidAnswers, sent.dangerNow) ?? 'UNKNOWN',
      aboutSomeoneInCharge: oneOf(saidAnswers, sent.aboutSomeoneInCharge) ?? 'UNKNOWN',
      accusedRole: oneOf(accusedRoles, sent.accusedRole),
      ...placeOf(sent),
      alias: alias.value,
      ageBand: oneOf(ageBandKeys, sent.ageBand),
      sex: oneOf(sexes, sent.sex),
      callback: callback.value,
      tags: [],
    },
  });
}

/** Urgent: danger now, self-harm, sexual violence, trafficking. Words can only raise it. */
export function urgencyOf(said: { text: string; dangerNow: SaidAnswer }): Urgency {
  const { level } = findHarm(said.text);
  if (said.dangerNow === 'YES' || level === 'URGENT') return 'URGENT';
  return level === 'RAISED' ? 'HIGH' : 'NORMAL';
}

/** The higher of two. */
export function moreUrgent(one: Urgency, other: Urgency): Urgency {
  const order = ['NORMAL', 'HIGH', 'URGENT'] as const;
  return order[Math.max(order.indexOf(one), order.indexOf(other))]!;
}

/** Commune and village as far as their codes can be right. */
export function placeOf(said: { communeCode?: string | null; villageCode?: string | null }): {
  communeCode: string | null;
  villageCode: string | null;
} {
  const village = /^\d{8}$/.test(said.villageCode ?? '') ? said.villageCode! : null;
  const commune = /^\d{6}$/.test(said.communeCode ?? '') ? said.communeCode! : (village?.slice(0, 6) ?? null);
  return { communeCode: commune, villageCode: village?.slice(0, 6) === commune ? village : null };
}

// What a phone sealed was never checked by the schema.
function oneOf<Key extends string>(keys: readonly Key[], given: unknown): Key | null {
  return keys.find((key) => key === given) ?? null;
}
