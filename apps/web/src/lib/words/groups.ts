import { type AgeBand, ageBandKeys, type Sex, sexes } from '@samleng/vocabulary';
import { memberOf } from '#lib/forms/read.ts';
import { type NamedPlace, placeTitle } from './places.ts';
import { m } from './words.ts';

/**
 * A group of children as the ranking names it (`sex:GIRL`, `age:AGE_10_13`, `disability:YES`, `village:14090709`) in
 * words; null for one that has none here, which is then left out rather than shown as a code.
 *
 * @param villages the villages of the commune by code
 */
export function groupName(key: string, villages: ReadonlyMap<string, NamedPlace>): string | null {
  const [kind = '', value = ''] = key.split(':');
  switch (kind) {
    case 'sex': {
      const sex = memberOf<Sex>(sexes, value);
      return sex && m[`sex.${sex}`]();
    }
    case 'age': {
      const ageBand = memberOf<AgeBand>(ageBandKeys, value);
      return ageBand && m[`ageBand.${ageBand}`]();
    }
    case 'disability':
      return value === 'YES' ? m['group.disability']() : null;
    case 'village': {
      const village = villages.get(value);
      return village ? placeTitle(village) : null;
    }
    default:
      return null;
  }
}
