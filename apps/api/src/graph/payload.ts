import type { Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';

/** A refusal that names one field, or none. */
export function problem(code: Problem['code'], field: string | null = null): Problem {
  return { code, field };
}

/**
 * The payload of a mutation: what the deed gave, or why it was refused.
 *
 * @example payloadOf(await supportIssue(request, input), (issue) => ({ issue }), { issue: null })
 */
export function payloadOf<Value, Shown extends object, Empty extends { [Key in keyof Shown]: unknown }>(
  result: Result<Value, readonly Problem[]>,
  show: (value: Value) => Shown,
  empty: Empty,
): (Shown | Empty) & { problems: readonly Problem[] } {
  if (result.ok) return { ...show(result.value), problems: [] };
  return { ...empty, problems: result.problem };
}
