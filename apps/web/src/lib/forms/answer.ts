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
 * An amount of riel as people write it: digits of any script, with or without spaces, commas or dots between the
 * thousands. A mark anywhere else is refused: 1.5 could mean one and a half million as well as fifteen.
 *
 * @returns null when nothing was written, NaN when it is no amount
 */
export function parseRiel(text: string): number | null {
  const plain = toLatinDigits(text)
    .replace(/[\u200b៛]/g, '')
    .trim();
  if (plain === '') return null;
  const isAmount = /^\d{1,15}$|^\d{1,3}([.,\s])\d{3}(?:\1\d{3}){0,3}$/.test(plain);
  return isAmount ? Number(plain.replace(/\D/g, '')) : Number.NaN;
}
