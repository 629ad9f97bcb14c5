import type { DatabaseEntityManager } from '@samleng/server';
import type { Asked } from './asked.ts';

/**
 * A field that a feature adds to a type of a feature to its left, and that a list of that type can read in its own
 * statement. Features are joined in `server.ts`; the list does not know who adds what.
 */
export type Along = {
  /** The field of the listed type. */
  readonly field: string;
  plan(em: DatabaseEntityManager, asked: Asked): AlongPlan;
};

export type AlongPlan = {
  /** Columns with names of their own, for the select list. */
  readonly columns: string;
  /** Joins of at most one row to the listed one, whose alias is `i`. */
  readonly join: string;
  read(row: Record<string, unknown>): object | null;
};

const brought = Symbol('brought along');
type Bearing = { [brought]?: Record<string, unknown> };

/** Keeps with a row what came along for one of its fields; only for rows that one list alone shows. */
export function bringAlong(row: object, field: string, value: unknown): void {
  const bearing = row as Bearing;
  (bearing[brought] ??= {})[field] = value;
}

/** What came along with the row for this field; undefined when it must be loaded. */
export function broughtAlong<Value>(row: object, field: string): Value | undefined {
  return (row as Bearing)[brought]?.[field] as Value | undefined;
}
