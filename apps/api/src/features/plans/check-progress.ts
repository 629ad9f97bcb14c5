import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { PlanState, Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { fieldsWithIdentifiers } from '../assignments/index.ts';

export type ProgressInput = {
  readonly planItemId: string;
  readonly percentDone: number;
  readonly state: PlanState;
  readonly note?: string | null;
  readonly evidenceLink?: string | null;
  readonly idempotencyKey: string;
};

/** A report as it is kept. */
export type CheckedProgress = {
  readonly percentDone: number;
  readonly state: PlanState;
  readonly note: string | null;
  readonly evidenceLink: string | null;
};

const longestLink = 500;

/**
 * Reads what an official typed: whole percent, 100 for what is done; a note for what is given up; evidence as a link
 * that everybody can open safely.
 */
export function checkProgress(input: ProgressInput): Result<CheckedProgress, readonly Problem[]> {
  const texts = admitTexts(
    { note: input.note, evidenceLink: input.evidenceLink },
    {
      note: { max: 1000, optional: true },
      evidenceLink: { max: longestLink, oneLine: true, optional: true },
    },
  );
  if (!texts.ok) return texts;
  const { note, evidenceLink } = texts.value;
  const { percentDone, state } = input;
  const problems = fieldsWithIdentifiers({ note }).map((field) => problem('IDENTIFIERS_LEFT', field));
  if (!isId(input.idempotencyKey)) problems.push(problem('REQUIRED', 'idempotencyKey'));
  if (!isPercent(percentDone, state)) problems.push(problem('OUT_OF_RANGE', 'percentDone'));
  if (state === 'REJECTED' && note === null) problems.push(problem('REQUIRED', 'note'));
  if (evidenceLink !== null && !isSafeLink(evidenceLink))
    problems.push(problem('UNREADABLE_TEXT', 'evidenceLink'));
  return problems.length > 0 ? refused(problems) : ok({ percentDone, state, note, evidenceLink });
}

function isPercent(percent: number, state: PlanState): boolean {
  return Number.isInteger(percent) && percent >= 0 && percent <= 100 && (state !== 'DONE' || percent === 100);
}

/** An https address of a site, without a name and password in it. */
function isSafeLink(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, username, password, hostname } = new URL(link);
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.');
}
