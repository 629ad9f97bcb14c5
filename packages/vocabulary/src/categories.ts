import type { OfficeKind } from './office-kinds.ts';

/**
 * What a concern can be about. One entry here is a new category everywhere: the form, the filter, the rights it
 * touches, the first office, the help shown. Words stand in `messages` under `category.<KEY>`.
 *
 * - `articles`: articles of the Convention on the Rights of the Child the category touches.
 * - `firstOffice`: the kind of office a concern of a commune goes to first, unless its topic says otherwise.
 * - `topics`: what a moderator may say more exactly; `office` where that leads elsewhere than `firstOffice`.
 * - `isSensitive`: help is shown beside it, and text is looked at first.
 */
export const categories = {
  EDUCATION: {
    articles: [28, 29],
    firstOffice: 'SCHOOL',
    isSensitive: false,
    topics: {
      TEACHING: {},
      FEES: {},
      BUILDING: {},
      BOOKS: {},
      CATCHING_UP: {},
      ABSENCE: {},
      DISTANCE: { office: 'COMMUNE_COUNCIL' },
      PRESCHOOL: { office: 'COMMUNE_COUNCIL' },
    },
  },
  WATER_SANITATION: {
    articles: [24],
    firstOffice: 'SCHOOL',
    isSensitive: false,
    topics: {
      SCHOOL_TOILET: {},
      HAND_WASHING: {},
      DRINKING_WATER: {},
      WELL: { office: 'COMMUNE_COUNCIL' },
      HOME_TOILET: { office: 'COMMUNE_COUNCIL' },
    },
  },
  HEALTH: {
    articles: [24],
    firstOffice: 'HEALTH_CENTRE',
    isSensitive: false,
    topics: {
      HEALTH_CENTRE_SERVICE: {},
      DISEASE: {},
      SCHOOL_FOOD: { office: 'SCHOOL' },
      PERIODS: { office: 'SCHOOL' },
      WORRY: { office: 'CCWC' },
    },
  },
  ROAD_SAFETY: {
    articles: [6, 24],
    firstOffice: 'COMMUNE_COUNCIL',
    isSensitive: false,
    topics: {
      ROAD: {},
      TRAFFIC: {},
      LIGHT: {},
      WATER_DANGER: {},
      HELMET: { office: 'COMMUNE_POLICE' },
    },
  },
  VIOLENCE: {
    articles: [19],
    firstOffice: 'CCWC',
    isSensitive: true,
    topics: {
      HOME: {},
      TEACHER_VIOLENCE: {},
      REPORTING: {},
      BULLYING: { office: 'SCHOOL' },
      GANG: { office: 'COMMUNE_POLICE' },
    },
  },
  ALCOHOL_DRUGS: {
    articles: [24, 33],
    firstOffice: 'COMMUNE_COUNCIL',
    isSensitive: false,
    topics: {
      SHOPS: {},
      ADVERTISING: {},
      PRESSURE_TO_DRINK: { office: 'CCWC' },
      DRUGS: { office: 'COMMUNE_POLICE' },
      SMOKING_AT_SCHOOL: { office: 'SCHOOL' },
    },
  },
  BIRTH_REGISTRATION: {
    articles: [7],
    firstOffice: 'COMMUNE_COUNCIL',
    isSensitive: false,
    topics: { CERTIFICATE: {}, FEES_FOR_PAPERS: {}, MOVED_FAMILIES: {} },
  },
  CHILD_LABOUR: {
    articles: [32],
    firstOffice: 'CCWC',
    isSensitive: true,
    topics: {
      MISSING_SCHOOL_FOR_WORK: {},
      SCRAP: {},
      HAZARDOUS_WORK: { office: 'SOCIAL_AFFAIRS' },
      BORDER: { office: 'SOCIAL_AFFAIRS' },
    },
  },
  CHILD_MARRIAGE: {
    articles: [24, 19],
    firstOffice: 'CCWC',
    isSensitive: true,
    topics: { EARLY_MARRIAGE: {}, BACK_TO_SCHOOL: { office: 'SCHOOL' } },
  },
  ENVIRONMENT: {
    articles: [24],
    firstOffice: 'COMMUNE_COUNCIL',
    isSensitive: false,
    topics: {
      RUBBISH: {},
      CHEMICALS: {},
      SMOKE: { office: 'VILLAGE_CHIEF' },
      HEAT_AT_SCHOOL: { office: 'SCHOOL' },
    },
  },
  ONLINE_SAFETY: {
    articles: [16, 34, 17],
    firstOffice: 'CCWC',
    isSensitive: true,
    topics: { STRANGERS: {}, GAMES_MONEY: {}, FAKE_ACCOUNTS: { office: 'SCHOOL' } },
  },
  PARTICIPATION: {
    articles: [12, 13],
    firstOffice: 'COMMUNE_COUNCIL',
    isSensitive: false,
    topics: { MEETINGS: {}, FEEDBACK: {}, BUDGET: {}, KNOWING_THE_COUNCIL: {} },
  },
  PLAY_CULTURE: {
    articles: [31],
    firstOffice: 'COMMUNE_COUNCIL',
    isSensitive: false,
    topics: { PLACE_TO_PLAY: {}, GIRLS_IN_SPORT: { office: 'VILLAGE_CHIEF' } },
  },
  FAMILY_POVERTY: {
    articles: [27, 18],
    firstOffice: 'CCWC',
    isSensitive: true,
    topics: { PARENTS_AWAY: {}, DEBT: {}, ORPHANAGE: { office: 'SOCIAL_AFFAIRS' } },
  },
  INCLUSION: {
    articles: [2, 23, 30],
    firstOffice: 'SCHOOL',
    isSensitive: false,
    topics: {
      TEASING: {},
      LANGUAGE_AT_SCHOOL: {},
      DISABILITY_AT_HOME: { office: 'CCWC' },
    },
  },
  DISASTER: {
    articles: [6, 24],
    firstOffice: 'DISASTER_COMMITTEE',
    isSensitive: false,
    topics: { FLOOD: {}, SCHOOL_AS_SHELTER: {}, DROUGHT: { office: 'COMMUNE_COUNCIL' } },
  },
  OTHER: {
    articles: [12],
    firstOffice: 'COMMUNE_COUNCIL',
    isSensitive: false,
    topics: {},
  },
} as const satisfies Record<string, CategoryEntry>;

type CategoryEntry = {
  readonly articles: readonly number[];
  readonly firstOffice: OfficeKind;
  readonly isSensitive: boolean;
  readonly topics: Readonly<Record<string, { readonly office?: OfficeKind }>>;
};

export type Category = keyof typeof categories;
type TopicOf<C extends Category> = Extract<keyof (typeof categories)[C]['topics'], string>;
export type Topic = { [C in Category]: TopicOf<C> }[Category];

export const categoryKeys = Object.keys(categories) as readonly Category[];
export const topicKeys = [
  ...new Set(Object.values(categories).flatMap((entry) => Object.keys(entry.topics))),
] as readonly string[] as readonly Topic[];

/** The topics of one category, in the order in which they are offered. */
export function topicsOf(category: Category): readonly Topic[] {
  return Object.keys(categories[category].topics) as Topic[];
}

/**
 * The kind of office a category and topic lead to before the administrator's table is asked.
 * A topic that is not of the category is passed over.
 */
export function usualOffice(category: Category, topic: Topic | null): OfficeKind {
  const topics: Readonly<Record<string, { readonly office?: OfficeKind }>> = categories[category].topics;
  return (topic === null ? undefined : topics[topic]?.office) ?? categories[category].firstOffice;
}
