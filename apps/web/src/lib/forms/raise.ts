import { type Category, categoryKeys, type OfficeKind, officeKindKeys } from '@samleng/vocabulary';
import { type AboutMe, readAboutMe } from './about-me.ts';
import { recordingIdOf } from './recording.ts';
import { communeCodeOf, memberOf, placeCodeOf, textOf } from './read.ts';

/** What the three screens have gathered. It travels in hidden fields: never in an address, never in a draft. */
export interface RaiseValues {
  /** 16 digits made before anything is sent, so that a lost reply never orphans a concern. */
  readonly receipt: string;
  /** The same for every try of one concern. */
  readonly key: string;
  readonly category: Category | null;
  readonly commune: string | null;
  readonly village: string | null;
  readonly text: string;
  /** A recording that has come already, by its id. */
  readonly voice: string | null;
  readonly about: AboutMe;
  readonly aboutOffice: OfficeKind | null;
  readonly isRemembered: boolean;
  /** The similar issues have been shown once. */
  readonly hasSeenSimilar: boolean;
}

/** The offices a child can say a concern is about; the others no child has met. */
export const officesToBeAbout = [
  'SCHOOL',
  'HEALTH_CENTRE',
  'VILLAGE_CHIEF',
  'COMMUNE_COUNCIL',
  'CCWC',
  'COMMUNE_POLICE',
] as const satisfies readonly OfficeKind[];

/** The longest concern, in characters; the service holds to the same. */
export const longestConcern = 4_000;

export function newRaiseValues(
  receipt: string,
  key: string,
  commune: string | null,
  about: AboutMe,
): RaiseValues {
  return {
    receipt,
    key,
    category: null,
    commune,
    village: null,
    text: '',
    voice: null,
    about,
    aboutOffice: null,
    isRemembered: false,
    hasSeenSimilar: false,
  };
}

/**
 * Reads the fields of the three screens.
 *
 * @returns null when the hidden fields are not as we made them: then one starts again
 */
export function readRaise(form: FormData): RaiseValues | null {
  const receipt = textOf(form, 'receipt', 20);
  const key = textOf(form, 'key', 40);
  if (!/^\d{16}$/.test(receipt) || !/^[0-9a-f-]{36}$/.test(key)) return null;
  const commune = communeCodeOf(form.get('commune'));
  const village = placeCodeOf(form.get('village'));
  return {
    receipt,
    key,
    category: memberOf(categoryKeys, form.get('category')),
    commune,
    // A village left over from a commune chosen before is dropped.
    village: commune !== null && village?.length === 8 && village.startsWith(commune) ? village : null,
    text: textOf(form, 'text', 200_000),
    voice: form.get('dropVoice') === 'yes' ? null : recordingIdOf(form.get('voice')),
    about: readAboutMe((name) => form.get(name)),
    aboutOffice: memberOf(officeKindKeys, form.get('aboutOffice')),
    isRemembered: form.get('remember') === 'yes',
    hasSeenSimilar: form.get('seenSimilar') === 'yes',
  };
}
