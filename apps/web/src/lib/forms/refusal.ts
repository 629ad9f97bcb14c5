import type { ProblemCode } from '@samleng/vocabulary';
import type { ProblemCode as DeskProblemCode } from '#lib/server/generated/protection/graphql.ts';
import type { FoundPlace } from '#lib/server/choose-place.ts';
import type { OfficeShownFragment } from '#lib/server/generated/graphql.ts';

/** Why a form was refused: shown beside the field it names, or above the form. */
export interface ShownProblem {
  readonly code: ProblemCode | DeskProblemCode;
  readonly field?: string | null;
}

/** What was typed, by field; a field of ticks may have several. Passphrases, codes and tokens are never among it. */
export type Kept = Readonly<Record<string, readonly string[]>>;

/** What a refused form shows again. */
export interface Refusal {
  readonly problems: readonly ShownProblem[];
  readonly kept: Kept;
  /** Nothing is wrong with what was typed: the service did not answer. */
  readonly isAway: boolean;
  /** Places of a name that several have, to choose one. */
  readonly found?: readonly FoundPlace[];
  /** Offices of the place that was named, to choose one. */
  readonly offices?: readonly OfficeShownFragment[];
}

const secrets = new Set([
  'passphrase',
  'repeated',
  'passphraseAgain',
  'code',
  'challenge',
  'token',
  'passkeyResponse',
]);

/** Keeps what was typed, so that a refusal loses none of it. */
export function keep(form: FormData): Kept {
  const kept: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || secrets.has(name)) continue;
    (kept[name] ??= []).push(value);
  }
  return kept;
}

/** One kept value, or what stood in the field before anything was typed. */
export function keptOr(
  kept: Kept | null | undefined,
  name: string,
  before: string | null | undefined,
): string {
  return kept ? (kept[name]?.[0] ?? '') : (before ?? '');
}

/**
 * The key a form is sent with: the same until what it stands for is done, so that sending twice does it once. After
 * other words were refused for a used key, the next try has its own.
 */
export function keyFor(form: Pick<Refusal, 'problems' | 'kept'> | null | undefined, fresh: string): string {
  const isUsed = form?.problems.some(({ code }) => code === 'SAME_KEY_OTHER_CONTENT') ?? false;
  return isUsed ? fresh : (form?.kept['key']?.[0] ?? fresh);
}

/** Whether a tick is set: as it was left, or as it stood before. */
export function isTicked(
  kept: Kept | null | undefined,
  name: string,
  value: string,
  before = false,
): boolean {
  return kept ? (kept[name]?.includes(value) ?? false) : before;
}
