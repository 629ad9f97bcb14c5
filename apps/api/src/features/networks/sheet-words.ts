import { isIsoDay } from '@samleng/routing';
import { toLatinDigits } from '@samleng/text';
import type {
  ActivityKind,
  AgeBand,
  CountedAge,
  CountedDisability,
  CountedSex,
  SaidAnswer,
  Sex,
} from '@samleng/vocabulary';
import { dayOfSerial } from '../../spreadsheets/read-workbook.ts';

/** Words a list from outside may use, all in lower case without spaces and signs; the key itself always fits. */
type Words<Key extends string> = Readonly<Record<Key, readonly string[]>>;

export const memberColumns: Words<
  'alias' | 'ageBand' | 'sex' | 'disability' | 'isLeader' | 'assentOn' | 'guardianConsentOn'
> = {
  alias: ['alias', 'nickname', 'ឈ្មោះហៅក្រៅ'],
  ageBand: ['ageband', 'age', 'អាយុ'],
  sex: ['sex', 'gender', 'ភេទ'],
  disability: ['disability', 'ពិការភាព'],
  isLeader: ['isleader', 'leader', 'ប្រធាន', 'អ្នកដឹកនាំ'],
  assentOn: ['assenton', 'assent', 'ថ្ងៃកុមារយល់ព្រម'],
  guardianConsentOn: ['guardianconsenton', 'guardianconsent', 'ថ្ងៃអាណាព្យាបាលយល់ព្រម'],
};

export const sessionColumns: Words<'kind' | 'heldOn' | 'sex' | 'ageBand' | 'disability' | 'count'> = {
  kind: ['kind', 'activity', 'topic', 'ប្រធានបទ'],
  heldOn: ['heldon', 'date', 'ថ្ងៃ', 'កាលបរិច្ឆេទ'],
  sex: ['sex', 'gender', 'ភេទ'],
  ageBand: ['ageband', 'age', 'អាយុ'],
  disability: ['disability', 'ពិការភាព'],
  count: ['count', 'people', 'ចំនួន'],
};

const sexWords: Words<Sex> = {
  GIRL: ['girl', 'f', 'female', 'ស្រី'],
  BOY: ['boy', 'm', 'male', 'ប្រុស'],
  OTHER: ['other', 'ផ្សេងទៀត', 'ផ្សេងៗ'],
};
const saidWords: Words<SaidAnswer> = {
  YES: ['yes', 'y', '1', 'true', 'បាទ', 'ចាស', 'មាន', 'បាទ/ចាស'],
  NO: ['no', 'n', '0', 'false', 'ទេ', 'គ្មាន'],
};
const bandWords: Words<AgeBand> = {
  AGE_6_9: ['69'],
  AGE_10_13: ['1013'],
  AGE_14_17: ['1417'],
  AGE_18_24: ['1824'],
};
const countedSexWords: Words<CountedSex> = {
  FEMALE: ['female', 'f', 'girl', 'woman', 'ស្រី'],
  MALE: ['male', 'm', 'boy', 'man', 'ប្រុស'],
  UNSAID: ['unsaid', 'other', 'មិនបានប្រាប់'],
};
const countedAgeWords: Words<CountedAge> = {
  ...bandWords,
  ADULT: ['adult', '25+', 'មនុស្សពេញវ័យ'],
  UNSAID: ['unsaid', 'មិនបានប្រាប់'],
};
const countedDisabilityWords: Words<CountedDisability> = { ...saidWords, UNSAID: ['unsaid', 'មិនបានប្រាប់'] };
const activityWords: Words<ActivityKind> = {
  RIGHTS: ['childrights', 'សិទ្ធិកុមារ'],
  I4C: ['informationforcitizens'],
  POSITIVE_PARENTING: ['parenting'],
  ONLINE_SAFETY: ['online'],
  REPORTING_ABUSE: ['reporting'],
  EMERGENCIES: ['emergency'],
  PAGODA: ['វត្ត', 'នៅវត្ត'],
  BIRTH_REGISTRATION: ['birth'],
  HEALTH_HYGIENE: ['health', 'hygiene', 'អនាម័យ', 'សុខភាព'],
  CLUB_MEETING: ['club', 'meeting'],
  RESEARCH: ['ការស្រាវជ្រាវ'],
};

/** A word as it is compared: Latin digits, lower case, no spaces, lines or hyphens. */
function plain(text: string): string {
  return toLatinDigits(text)
    .toLowerCase()
    .replace(/[\s_\-–—.\u200B]/g, '');
}

/** Which key of a closed list a word from a file means; null for none. */
export function memberOf<Key extends string>(words: Words<Key>, text: string): Key | null {
  const wanted = plain(text);
  const keys = Object.keys(words) as Key[];
  return (
    keys.find((key) => plain(key) === wanted || words[key].some((word) => plain(word) === wanted)) ?? null
  );
}

/** Which column a heading names; null for one that is left out. */
export function columnOf<Key extends string>(columns: Words<Key>, heading: string): Key | null {
  return memberOf(columns, heading.replace(/\(.*\)/, ''));
}

export const readSex = (text: string): Sex | null => memberOf(sexWords, text);
export const readSaid = (text: string): SaidAnswer | null => memberOf(saidWords, text);
export const readCountedSex = (text: string): CountedSex | null => memberOf(countedSexWords, text);
export const readCountedDisability = (text: string): CountedDisability | null =>
  memberOf(countedDisabilityWords, text);
export const readActivity = (text: string): ActivityKind | null => memberOf(activityWords, text);
export const readCountedAge = (text: string): CountedAge | null =>
  memberOf(countedAgeWords, text) ?? readBand(text);

/** An age band by its key, its years (`10-13`) or an age in years (`12`). */
export function readBand(text: string): AgeBand | null {
  const years = /^\d{1,2}$/.test(plain(text)) ? Number(plain(text)) : null;
  if (years === null) return memberOf(bandWords, text);
  if (years >= 6 && years <= 9) return 'AGE_6_9';
  if (years >= 10 && years <= 13) return 'AGE_10_13';
  if (years >= 14 && years <= 17) return 'AGE_14_17';
  return years >= 18 && years <= 24 ? 'AGE_18_24' : null;
}

/** A day: `2026-11-23`, `23/11/2026` (day first, as in Cambodia), or a spreadsheet's own number. */
export function readDay(text: string): string | null {
  const given = toLatinDigits(text).trim();
  if (isIsoDay(given)) return given;
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(given);
  if (parts) {
    const day = `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}`;
    return isIsoDay(day) ? day : null;
  }
  return /^\d{5}(\.\d+)?$/.test(given) ? dayOfSerial(Number(given)) : null;
}

/** A whole number of people. */
export function readCount(text: string): number | null {
  const digits = toLatinDigits(text).trim();
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null;
}
