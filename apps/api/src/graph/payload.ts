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
export function payloadOf<Value, Payload extends { problems: readonly Problem[] }>(
  result: Result<Value, readonly Problem[]>,
  show: (value: Value) => Omit<Payload, 'problems'>,
  empty: Omit<Payload, 'problems'>,
): Payload {
  return (
    result.ok ? { ...show(result.value), problems: [] } : { ...empty, problems: result.problem }
  ) as Payload;
}
