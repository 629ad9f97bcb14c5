/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one text of a JSON value (RFC 8785): keys sorted by UTF-16 units, no spaces, numbers and strings as
 * ECMAScript writes them. So a value read back from a database that reorders keys has the same text again.
 *
 * @throws RangeError on what JSON or PostgreSQL cannot keep: NaN, infinities, NUL, lone surrogates
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('A number that JSON cannot hold.');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return canonicalText(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value as { readonly [key: string]: Json });
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${canonicalText(key)}:${canonicalJson(inner)}`)
    .join(',')}}`;
}

function canonicalText(text: string): string {
  if (text.includes('\u0000') || !text.isWellFormed()) {
    throw new RangeError('A text that a database cannot keep.');
  }
  return JSON.stringify(text);
}
