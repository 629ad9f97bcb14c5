import type { DemoWords } from '../words.ts';

export type DemoClub = {
  readonly key: string;
  readonly name: DemoWords;
  readonly kind: 'CHILDREN_CLUB' | 'YOUTH_GROUP';
  readonly communeCode: string;
  readonly members: { readonly girls: number; readonly boys: number };
  readonly foundedIn: number;
};

/** The movement the demo's clubs belong to. */
export const demoNetwork = {
  key: 'n5',
  name: { km: 'ចលនាកុមារ និងយុវជន (គំរូ)', en: 'National movement, demo federation' },
} as const satisfies { key: string; name: DemoWords };

/** The clubs; the numbers of members are invented. */
export const demoClubs: readonly DemoClub[] = [
  {
    key: 'n1',
    name: { km: 'ក្លឹបកុមារឃុំល្វា (គំរូ)', en: 'Lvea commune children’s club (demo)' },
    kind: 'CHILDREN_CLUB',
    communeCode: '140907',
    members: { girls: 34, boys: 26 },
    foundedIn: 2016,
  },
  {
    key: 'n2',
    name: { km: 'ក្រុមយុវជនឃុំកែវពណ៌ (គំរូ)', en: 'Kaev Poar youth reference group (demo)' },
    kind: 'YOUTH_GROUP',
    communeCode: '170704',
    members: { girls: 15, boys: 12 },
    foundedIn: 2019,
  },
  {
    key: 'n3',
    name: { km: 'បណ្តាញយុវជនឃុំអូរដំបង ១ (គំរូ)', en: 'Ou Dambang Muoy youth network (demo)' },
    kind: 'YOUTH_GROUP',
    communeCode: '020808',
    members: { girls: 13, boys: 16 },
    foundedIn: 2010,
  },
  {
    key: 'n4',
    name: { km: 'ក្រុមយុវជនជនជាតិដើមភាគតិចឃុំលំជ័រ (គំរូ)', en: 'Lum Choar indigenous youth group (demo)' },
    kind: 'YOUTH_GROUP',
    communeCode: '160702',
    members: { girls: 21, boys: 26 },
    foundedIn: 2021,
  },
];
