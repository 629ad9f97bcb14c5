import { type ProblemCode, problemCodes } from '@samleng/vocabulary';
import type { ProblemCode as DeskProblemCode } from '#lib/server/generated/protection/graphql.ts';
import { m } from './words.ts';

const own = [
  'INTAKE_CLOSED',
  'CASE_DAMAGED',
  'DUTY_TO_PROTECT',
] as const satisfies readonly DeskProblemCode[];

/** Why the protection desk refused something, for a child: never in the words staff are given. */
export function childsProblem({ code, field }: { code: DeskProblemCode; field?: string | null }): string {
  if (code === 'REQUIRED' && field === 'text') return m['safe.problem.noWords']();
  const shared = problemCodes.find((each: ProblemCode) => each === code);
  if (shared) return m[`problem.${shared}`]();
  const ofDesk = own.find((each) => each === code);
  return ofDesk ? m[`safe.problem.${ofDesk}`]() : m['error.unexpected']();
}
