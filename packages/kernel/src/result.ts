/**
 * What a deed that may be refused gives back. A refusal is expected (bad input, not allowed, too late);
 * a bug is thrown.
 *
 * @example
 *   const parsed = parseReceipt(text);
 *   if (!parsed.ok) return parsed.problem;
 */
export type Result<Value, Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refused<Problem>(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}

export function isOk<Value, Problem>(
  result: Result<Value, Problem>,
): result is { readonly ok: true; readonly value: Value } {
  return result.ok;
}
