import type { Result } from '@samleng/kernel';
import type { Problem } from '../problems.ts';

/** The payload of a mutation: what the deed gave, or why it was refused. */
export function payloadOf<Value, Payload extends { problems: readonly Problem[] }>(
  result: Result<Value, readonly Problem[]>,
  show: (value: Value) => Omit<Payload, 'problems'>,
  empty: Omit<Payload, 'problems'>,
): Payload {
  return (
    result.ok ? { ...show(result.value), problems: [] } : { ...empty, problems: result.problem }
  ) as Payload;
}
