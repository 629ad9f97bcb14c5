import { isId, ok, refused, type Result } from '@samleng/kernel';
import { type AnswerField, type Decision, decisions, type Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { fieldsWithIdentifiers } from './fields-with-identifiers.ts';

export type AnswerInput = {
  readonly issueId: string;
  readonly decision: Decision;
  readonly words: string;
  readonly reason?: string | null;
  readonly nextStep?: string | null;
  readonly question?: string | null;
  readonly dueOn?: string | null;
  readonly amountRiel?: number | null;
  readonly passedOnToOfficeId?: string | null;
  readonly idempotencyKey: string;
  /** A recording given before by the same official. */
  readonly voiceId?: string | null;
};

/** An answer as it is kept: what its decision does not speak of is left out. */
export type CheckedAnswer = {
  readonly decision: Decision;
  readonly words: string;
  readonly reason: string | null;
  readonly nextStep: string | null;
  readonly question: string | null;
  readonly dueOn: string | null;
  readonly amountRiel: number | null;
  readonly passedOnToOfficeId: string | null;
  readonly voiceId: string | null;
};

/** A thousand times the yearly budget of a large commune: above it somebody slipped. */
export const riel = { most: 1_000_000_000_000 };

/**
 * Reads what an official typed: texts through the door for texts, what the decision needs, a day that is not over (the
 * day on which something was done may be), whole riel, and nobody's phone or identity number.
 *
 * @param today the day it is in Cambodia
 */
export function checkAnswer(input: AnswerInput, today: string): Result<CheckedAnswer, readonly Problem[]> {
  const { decision } = input;
  const texts = admitTexts(
    { words: input.words, reason: input.reason, nextStep: input.nextStep, question: input.question },
    {
      words: { max: 4000 },
      reason: { max: 1000, optional: true },
      nextStep: { max: 1000, optional: true },
      question: { max: 1000, optional: true },
    },
  );
  if (!texts.ok) return texts;
  const answer = {
    decision,
    ...texts.value,
    dueOn: input.dueOn ?? null,
    amountRiel: input.amountRiel ?? null,
    passedOnToOfficeId: decision === 'PASSED_ON' ? (input.passedOnToOfficeId ?? null) : null,
    voiceId: input.voiceId?.toLowerCase() ?? null,
  };
  const problems = [
    ...missingIn(answer),
    ...fieldsWithIdentifiers(texts.value).map((field) => problem('IDENTIFIERS_LEFT', field)),
  ];
  if (!isId(input.idempotencyKey)) problems.push(problem('REQUIRED', 'idempotencyKey'));
  if (answer.dueOn !== null && answer.dueOn < today && decision !== 'DONE')
    problems.push(problem('DATE_IN_PAST', 'dueOn'));
  if (answer.amountRiel !== null && !isRiel(answer.amountRiel))
    problems.push(problem('OUT_OF_RANGE', 'amountRiel'));
  return problems.length > 0 ? refused(problems) : ok(answer);
}

/** Whether a number is an amount of money: whole riel, none or more. */
export function isRiel(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0 && amount <= riel.most;
}

const fieldOf = {
  reason: 'reason',
  nextStep: 'nextStep',
  dueOn: 'dueOn',
  question: 'question',
  passedOnTo: 'passedOnToOfficeId',
} as const satisfies Record<AnswerField, keyof CheckedAnswer>;

function missingIn(answer: CheckedAnswer): Problem[] {
  const needed: readonly AnswerField[] = decisions[answer.decision].needs;
  return needed
    .map((need) => fieldOf[need])
    .filter((field) => answer[field] === null)
    .map((field) => problem('REQUIRED', field));
}
