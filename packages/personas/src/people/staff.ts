import type { Role } from '@samleng/vocabulary';
import type { DemoWords } from '../words.ts';

/**
 * How a person signs in to the demo. For the demo and for tests only: these words stand in a public place, and a live
 * installation never seeds them.
 */
export type DemoSignIn = {
  readonly login: string;
  readonly passphrase: string;
  /** Base32, for the six digits that change every 30 seconds (RFC 6238, SHA-1). */
  readonly totpSecret: string;
};

/** Somebody with an account. An official has an office; everybody else a place ('' is the whole country). */
export type StaffPersona = {
  readonly key: string;
  readonly name: DemoWords;
  readonly title: DemoWords;
  readonly role: Role;
  readonly placeCode: string | null;
  readonly officeKey: string | null;
  readonly clubKey: string | null;
  readonly signIn: DemoSignIn;
};

export const staff: readonly StaffPersona[] = [
  {
    key: 'sokha',
    name: { km: 'សុខា', en: 'Sokha' },
    title: { km: 'អ្នកសម្របសម្រួលក្លឹបកុមារឃុំល្វា', en: 'Facilitator of the Lvea children’s club' },
    role: 'FACILITATOR',
    placeCode: '140907',
    officeKey: null,
    clubKey: 'n1',
    signIn: {
      login: 'sokha',
      passphrase: 'Sokha opens the green gate at dawn',
      totpSecret: '3DA2SRQSBFMHMHU3HZCAIHI5KQNTNDHA',
    },
  },
  {
    key: 'vanna',
    name: { km: 'វណ្ណា', en: 'Vanna' },
    title: { km: 'អ្នកសម្របសម្រួលក្រុមយុវជនឃុំកែវពណ៌', en: 'Facilitator of the Kaev Poar youth group' },
    role: 'FACILITATOR',
    placeCode: '170704',
    officeKey: null,
    clubKey: 'n2',
    signIn: {
      login: 'vanna',
      passphrase: 'Vanna waters the young mango tree',
      totpSecret: 'C2AA4FNVVTWZCSH5FQOBZHQJLSOXXNKT',
    },
  },
  {
    key: 'piseth',
    name: { km: 'ពិសិដ្ឋ', en: 'Piseth' },
    title: { km: 'អ្នកសម្របសម្រួលបណ្តាញយុវជនឃុំអូរដំបង ១', en: 'Facilitator of the Ou Dambang Muoy youth network' },
    role: 'FACILITATOR',
    placeCode: '020808',
    officeKey: null,
    clubKey: 'n3',
    signIn: {
      login: 'piseth',
      passphrase: 'Piseth counts the boats on the river',
      totpSecret: 'U5TFYYGAHVB3IMGPIGG4KGW3HOBC6XIU',
    },
  },
  {
    key: 'romam',
    name: { km: 'រ៉ម៉ាំ', en: 'Romam' },
    title: { km: 'អ្នកសម្របសម្រួលក្រុមយុវជនឃុំលំជ័រ', en: 'Facilitator of the Lum Choar youth group' },
    role: 'FACILITATOR',
    placeCode: '160702',
    officeKey: null,
    clubKey: 'n4',
    signIn: {
      login: 'romam',
      passphrase: 'Romam hears the drum on the hill',
      totpSecret: '37RT3R7V7N5F6EXCOCST5TQ5TAEZEY4L',
    },
  },
  {
    key: 'chan',
    name: { km: 'ចាន់', en: 'Chan' },
    title: { km: 'ស្មៀនឃុំល្វា', en: 'Commune clerk of Lvea' },
    role: 'OFFICIAL',
    placeCode: null,
    officeKey: '140907.COMMUNE_COUNCIL',
    clubKey: null,
    signIn: {
      login: 'chan',
      passphrase: 'Chan keeps the book of the commune',
      totpSecret: '4SMIYVPHGCP77KP5J56NSGBKNVV346AM',
    },
  },
  {
    key: 'sophal',
    name: { km: 'សុផល', en: 'Sophal' },
    title: { km: 'នាយកសាលា', en: 'School principal' },
    role: 'OFFICIAL',
    placeCode: null,
    officeKey: '140907.SCHOOL',
    clubKey: null,
    signIn: {
      login: 'sophal',
      passphrase: 'Sophal rings the bell before the rain',
      totpSecret: 'GVKOPDGNWCNRSGXU4NQE7T3MZ6NW7NMN',
    },
  },
  {
    key: 'sreyneang',
    name: { km: 'ស្រីនាង', en: 'Sreyneang' },
    title: { km: 'ប្រធានមណ្ឌលសុខភាព', en: 'Health centre chief' },
    role: 'OFFICIAL',
    placeCode: null,
    officeKey: '140907.HEALTH_CENTRE',
    clubKey: null,
    signIn: {
      login: 'sreyneang',
      passphrase: 'Sreyneang measures rice for the new year',
      totpSecret: 'TV2EAGRMP3YI4OK36TAWQWACNGIJKZJG',
    },
  },
  {
    key: 'maly',
    name: { km: 'ម៉ាលី', en: 'Maly' },
    title: { km: 'សមាជិក គ.ក.ន.ក', en: 'Member of the committee for women and children' },
    role: 'OFFICIAL',
    placeCode: null,
    officeKey: '140907.CCWC',
    clubKey: null,
    signIn: {
      login: 'maly',
      passphrase: 'Maly writes the minutes by lamplight',
      totpSecret: '3P2LNVF425LGHQEZ35GWOWPVOK4ENOEE',
    },
  },
  {
    key: 'bunthoeun',
    name: { km: 'ប៊ុនធឿន', en: 'Bunthoeun' },
    title: { km: 'នាយប៉ុស្តិ៍នគរបាលឃុំ', en: 'Chief of the police post' },
    role: 'OFFICIAL',
    placeCode: null,
    officeKey: '140907.COMMUNE_POLICE',
    clubKey: null,
    signIn: {
      login: 'bunthoeun',
      passphrase: 'Bunthoeun walks the dyke with the dog',
      totpSecret: 'EP2TZJHDK56ZJHVWDGVB7FEQXGOBDRCU',
    },
  },
  {
    key: 'samnang',
    name: { km: 'សំណាង', en: 'Samnang' },
    title: { km: 'មន្ត្រីរដ្ឋបាលស្រុកព្រះស្ដេច', en: 'Official of the Preah Sdach district administration' },
    role: 'OFFICIAL',
    placeCode: null,
    officeKey: '1409.DISTRICT_ADMINISTRATION',
    clubKey: null,
    signIn: {
      login: 'samnang',
      passphrase: 'Samnang drives the long road to Lvea',
      totpSecret: '6OVNMYQMUZHZLXLHXU3HPREHERW5IRDT',
    },
  },
  {
    key: 'chantha',
    name: { km: 'ចន្ថា', en: 'Chantha' },
    title: {
      km: 'សមាជិកគណៈកម្មាធិការពិគ្រោះយោបល់កិច្ចការស្ត្រី និងកុមារ',
      en: 'Member of the women and children consultative committee',
    },
    role: 'OFFICIAL',
    placeCode: null,
    officeKey: '1409.WCCC',
    clubKey: null,
    signIn: {
      login: 'chantha',
      passphrase: 'Chantha brings three chairs to the hall',
      totpSecret: 'L4FSXL4LFNFY2XIBWKXGO5ZZ3GYV5WVZ',
    },
  },
  {
    key: 'vuthea',
    name: { km: 'វុទ្ធា', en: 'Vuthea' },
    title: { km: 'មន្ត្រីរដ្ឋបាលខេត្តព្រៃវែង', en: 'Official of the Prey Veng provincial administration' },
    role: 'OFFICIAL',
    placeCode: null,
    officeKey: '14.PROVINCE_ADMINISTRATION',
    clubKey: null,
    signIn: {
      login: 'vuthea',
      passphrase: 'Vuthea crosses the Mekong on Mondays',
      totpSecret: '3UGIC4L5ZLL462NSDXIZMZ7SI6GNJVAO',
    },
  },
  {
    key: 'nimol',
    name: { km: 'និមល', en: 'Nimol' },
    title: { km: 'អ្នកវិភាគនៃក្រុមប្រឹក្សាជាតិ', en: 'Analyst of the national council for children' },
    role: 'ANALYST',
    placeCode: '',
    officeKey: null,
    clubKey: null,
    signIn: {
      login: 'nimol',
      passphrase: 'Nimol draws the map with blue chalk',
      totpSecret: '6QVAGMZLXFPYAV2PQAP7JE2VMI4FPYL3',
    },
  },
  {
    key: 'rotha',
    name: { km: 'រដ្ឋា', en: 'Rotha' },
    title: { km: 'អ្នកគ្រប់គ្រងប្រព័ន្ធ', en: 'Administrator' },
    role: 'ADMINISTRATOR',
    placeCode: '',
    officeKey: null,
    clubKey: null,
    signIn: {
      login: 'rotha',
      passphrase: 'Rotha mends the roof of the old house',
      totpSecret: 'KK7X223BKE5KAJPX7ZAJFD3BPMLIC27Q',
    },
  },
];
