import { type AgeBand, ageBandKeys, type Sex, sexes } from '@samleng/vocabulary';
import { memberOf } from '#lib/forms/read.ts';
import { m } from './words.ts';

/**
 * A group of children as the ranking names it (`GIRL`, `AGE_10_13`, with or without what it is a group by before a
 * colon or dot) in words; null for one that has none here, which is then left out rather than shown as a code.
 */
export function groupName(key: string): string | null {
  const last = key.split(/[:.]/).at(-1) ?? key;
  const sex = memberOf<Sex>(sexes, last);
  if (sex) return m[`sex.${sex}`]();
  const ageBand = memberOf<AgeBand>(ageBandKeys, last);
  if (ageBand) return m[`ageBand.${ageBand}`]();
  if (/DISAB/i.test(key)) return m['group.disability']();
  return null;
}
