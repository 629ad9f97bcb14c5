import type { OptionId } from '../profile/profile.ts';

/** A number for each option, by id. */
export type ByOption = Readonly<Record<string, number>>;

/** Numbers by position as numbers by id. */
export function byOption(options: readonly OptionId[], numbers: ArrayLike<number>): ByOption {
  const named: Record<string, number> = {};
  options.forEach((id, position) => (named[id] = numbers[position]!));
  return named;
}
