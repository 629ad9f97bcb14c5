import { levelOfCode, type Level, officeKinds, type OfficeKind, officeKindKeys } from '@samleng/vocabulary';
import type { DemoWords } from '../words.ts';
import { type DemoPlace, demoPlaces } from './places.ts';

export type DemoOffice = {
  /** Place code and kind: `140907.SCHOOL`; the ministry is `.MINISTRY`. */
  readonly key: string;
  readonly kind: OfficeKind;
  /** '' is the whole country. */
  readonly placeCode: string;
  readonly name: DemoWords;
};

/** What an office is called; `{place}` stands for its place. */
const names: Readonly<Record<OfficeKind, DemoWords>> = {
  SCHOOL: { km: 'សាលារៀន{place}', en: '{place} school' },
  HEALTH_CENTRE: { km: 'មណ្ឌលសុខភាព{place}', en: '{place} health centre' },
  VILLAGE_CHIEF: { km: 'មេភូមិ{place}', en: 'Village chief of {place}' },
  COMMUNE_COUNCIL: { km: 'ក្រុមប្រឹក្សាឃុំ{place}', en: '{place} commune council' },
  CCWC: {
    km: 'គណៈកម្មាធិការទទួលបន្ទុកកិច្ចការនារី និងកុមារ ឃុំ{place}',
    en: '{place} committee for women and children',
  },
  COMMUNE_POLICE: { km: 'ប៉ុស្តិ៍នគរបាលឃុំ{place}', en: '{place} police post' },
  DISASTER_COMMITTEE: {
    km: 'គណៈកម្មាធិការឃុំគ្រប់គ្រងគ្រោះមហន្តរាយ ឃុំ{place}',
    en: '{place} disaster committee',
  },
  SOCIAL_AFFAIRS: {
    km: 'ការិយាល័យសង្គមកិច្ច និងសុខុមាលភាពសង្គម ស្រុក{place}',
    en: '{place} social affairs office',
  },
  WCCC: {
    km: 'គណៈកម្មាធិការពិគ្រោះយោបល់កិច្ចការស្ត្រី និងកុមារ ស្រុក{place}',
    en: '{place} women and children consultative committee',
  },
  DISTRICT_ADMINISTRATION: { km: 'រដ្ឋបាលស្រុក{place}', en: '{place} district administration' },
  EDUCATION_OFFICE: { km: 'ការិយាល័យអប់រំស្រុក{place}', en: '{place} education office' },
  HEALTH_OFFICE: { km: 'ស្រុកប្រតិបត្តិសុខាភិបាល{place}', en: '{place} operational health district' },
  DISTRICT_POLICE: { km: 'អធិការដ្ឋាននគរបាលស្រុក{place}', en: '{place} police inspectorate' },
  CITIZENS_OFFICE: { km: 'ការិយាល័យប្រជាពលរដ្ឋស្រុក{place}', en: '{place} citizens’ office' },
  PROVINCE_SOCIAL_AFFAIRS: { km: 'មន្ទីរសង្គមកិច្ចខេត្ត{place}', en: '{place} department of social affairs' },
  PROVINCE_ADMINISTRATION: { km: 'រដ្ឋបាលខេត្ត{place}', en: '{place} provincial administration' },
  MINISTRY: { km: 'ក្រសួងមហាផ្ទៃ', en: 'Ministry of Interior' },
};

const nation: Pick<DemoPlace, 'code' | 'km' | 'en'> = { code: '', km: 'កម្ពុជា', en: 'Cambodia' };

/** One office of every kind for every demo place of its level. */
export const demoOffices: readonly DemoOffice[] = [nation, ...demoPlaces].flatMap((place) =>
  kindsOf(levelOfCode(place.code)).map((kind) => ({
    key: `${place.code}.${kind}`,
    kind,
    placeCode: place.code,
    name: {
      km: names[kind].km.replace('{place}', place.km),
      en: names[kind].en.replace('{place}', place.en),
    },
  })),
);

function kindsOf(level: Level): OfficeKind[] {
  return officeKindKeys.filter((kind) => officeKinds[kind].level === level);
}
