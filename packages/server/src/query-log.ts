import type { LogContext, Logger } from '@mikro-orm/core';

export type QueryListener = (sql: string) => void;

/**
 * What the database layer would print is dropped: its texts carry values of rows. Only those who ask get the
 * text of queries, with placeholders in place of values.
 */
export function quietQueryLog(): {
  logger: Logger;
  /** Tells the listeners of a query that went another way. */
  tell(sql: string): void;
  listen(listener: QueryListener): () => void;
} {
  const listeners = new Set<QueryListener>();
  const nothing = () => undefined;
  const logger: Logger = {
    log: nothing,
    error: nothing,
    warn: nothing,
    setDebugMode: nothing,
    isEnabled: (namespace) => namespace === 'query' && listeners.size > 0,
    logQuery: (context: LogContext) => {
      if (context.query) tell(context.query);
    },
  };
  function tell(sql: string): void {
    if (listeners.size === 0) return;
    const oneLine = sql.replace(/\s+/g, ' ').trim();
    if (oneLine) for (const listener of listeners) listener(oneLine);
  }
  return {
    logger,
    tell,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
