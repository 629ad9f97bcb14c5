/** What may be written down about an error: where it arose, never what it says. */
export type ErrorFacts = {
  type: string;
  code?: string;
  constraint?: string;
  table?: string;
  frames: string[];
  cause?: ErrorFacts;
  /** Only when asked for, outside production. */
  message?: string;
};

const frame = /^\s+at .+:\d+:\d+\)?$/;
const plainWord = /^[\w.-]{1,80}$/;

/**
 * Facts of an error without its message. Messages quote what people wrote: a failed statement carries the
 * row's values, a JSON error the text it could not read. Type, code, constraint and stack frames remain.
 */
export function errorFacts(error: unknown, options: { withMessage?: boolean } = {}, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, frames: [] };
  const facts: ErrorFacts = { type: wordOf(error.name) ?? 'Error', frames: framesOf(error) };
  const told = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const code = wordOf(told.code);
  const constraint = wordOf(told.constraint);
  const table = wordOf(told.table);
  if (code) facts.code = code;
  if (constraint) facts.constraint = constraint;
  if (table) facts.table = table;
  if (options.withMessage) facts.message = error.message;
  const cause = error.cause ?? (error as { originalError?: unknown }).originalError;
  if (cause instanceof Error && cause !== error && depth < 4) {
    facts.cause = errorFacts(cause, options, depth + 1);
  }
  return facts;
}

/** The message stands at the head of a stack and may itself look like frames: it is cut off by its length. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const at = error.message ? stack.indexOf(error.message) : -1;
  const rest = at < 0 ? stack : stack.slice(at + error.message.length);
  if (error.message && at < 0) return [];
  return rest
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, 10)
    .map((line) => line.trim());
}

function wordOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && plainWord.test(value) ? value : undefined;
}
