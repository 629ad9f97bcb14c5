import { toLatinDigits } from '@samleng/text';
import { type Decision, decisions } from '@samleng/vocabulary';

/** The parts of an answer beside its words. */
export const answerParts = [
  'reason',
  'nextStep',
  'question',
  'dueOn',
  'amountRiel',
  'passedOnToOfficeId',
] as const;
export type AnswerPart = (typeof answerParts)[number];

/** What each decision speaks of. What it needs comes from the vocabulary; the rest may be left out. */
const spokenOf = {
  DONE: ['dueOn', 'amountRiel'],
  PLANNED: ['dueOn', 'amountRiel', 'nextStep'],
  IN_PROGRESS: ['nextStep', 'dueOn', 'amountRiel'],
  PASSED_ON: ['passedOnToOfficeId', 'reason'],
  NOT_NOW: ['reason', 'nextStep'],
  NOT_POSSIBLE: ['reason', 'nextStep'],
  NEED_MORE: ['question'],
} as const satisfies Record<Decision, readonly AnswerPart[]>;

/** Whether a decision speaks of a part: what it does not speak of is neither shown nor sent. */
export function speaksOf(decision: Decision, part: AnswerPart): boolean {
  return (spokenOf[decision] as readonly AnswerPart[]).includes(part);
}

/** Whether a decision cannot do without a part. */
export function needs(decision: Decision, part: AnswerPart): boolean {
  const name = part === 'passedOnToOfficeId' ? 'passedOnTo' : part;
  return (decisions[decision].needs as readonly string[]).includes(name);
}

/**
 * An amount of riel as people write it: digits of any script, with spaces, commas or dots between.
 *
 * @returns null when nothing was written, NaN when it is no amount
 */
export function parseRiel(text: string): number | null {
  const plain = toLatinDigits(text).replace(/[\s,.\u00a0]/g, '');
  if (plain === '') return null;
  return /^\d{1,15}$/.test(plain) ? Number(plain) : Number.NaN;
}
