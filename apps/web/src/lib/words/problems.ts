import { type ProblemCode, problemCodes } from '@samleng/vocabulary';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import { m } from './words.ts';

type DeskOnly = Exclude<ShownProblem['code'], ProblemCode>;

const shared: ReadonlySet<string> = new Set(problemCodes);

/** Why something was refused, in words. What only the protection desk refuses has words of its own. */
export function problemWords(code: ShownProblem['code']): string {
  return isShared(code) ? m[`problem.${code}`]() : m[`protect.problem.${code}`]();
}

function isShared(code: ProblemCode | DeskOnly): code is ProblemCode {
  return shared.has(code);
}
