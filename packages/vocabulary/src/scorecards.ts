import type { OfficeKind } from './office-kinds.ts';

/** Who scores a service: each group apart, so that children speak without grown-ups. Faces go from 1 to 5. */
export const scoreGroups = ['GIRLS', 'BOYS', 'YOUTH', 'WOMEN', 'MEN', 'DISABILITY', 'POOR'] as const;
export type ScoreGroup = (typeof scoreGroups)[number];
export const scoreFaces = 5;

/** How a group scores: each person on a tablet, or by hands and papers that somebody counts. */
export const scoreWays = ['ONLINE', 'PAPER'] as const;
export type ScoreWay = (typeof scoreWays)[number];

/** Where a scorecard stands: groups score it, then all can read it. */
export const scorecardStates = ['SCORING', 'PUBLISHED'] as const;
export type ScorecardState = (typeof scorecardStates)[number];

/** The actions after a scorecard: a criterion with a lower mean asks for one, and so many are to be done in a year. */
export const scorecardBenchmarks = { lowMean: 3, doneShare: 60, doneInMonths: 12 } as const;

/**
 * What a service is scored on, as versions: the newest of a kind is first and taken for new scorecards; a version that
 * was scored once is never changed. A criterion keeps its key only while it asks the same, so that years compare. Words
 * stand in `messages` under `scoreCriterion.<key>`. Drawn up for this product; to be held against the official list.
 */
export const criteriaSets = [
  {
    version: 'commune-1',
    officeKind: 'COMMUNE_COUNCIL',
    since: 2025,
    criteria: [
      'communePapers',
      'communePolite',
      'communeReplies',
      'communeInformation',
      'communeInvited',
      'communeSafety',
    ],
  },
  {
    version: 'school-1',
    officeKind: 'SCHOOL',
    since: 2025,
    criteria: [
      'schoolTeachers',
      'schoolToilets',
      'schoolWater',
      'schoolNoHitting',
      'schoolNoMoney',
      'schoolBooks',
      'schoolSafe',
      'schoolDisability',
    ],
  },
  {
    version: 'health-1',
    officeKind: 'HEALTH_CENTRE',
    since: 2025,
    criteria: [
      'healthHours',
      'healthFriendly',
      'healthClean',
      'healthMedicine',
      'healthPrices',
      'healthPrivate',
    ],
  },
] as const satisfies readonly {
  readonly version: string;
  readonly officeKind: OfficeKind;
  readonly since: number;
  readonly criteria: readonly string[];
}[];
export type ScoreCriterion = (typeof criteriaSets)[number]['criteria'][number];

/** The kinds of office that provide a service people can score. */
export const scoredOfficeKinds = [...new Set(criteriaSets.map(({ officeKind }) => officeKind))] as const;

/** The newest criteria of a kind of office, when it is one that is scored. */
export function newestCriteria(kind: OfficeKind): (typeof criteriaSets)[number] | null {
  return criteriaSets.find(({ officeKind }) => officeKind === kind) ?? null;
}

/** The criteria of a version, none for an unknown one. */
export function criteriaOf(version: string): readonly ScoreCriterion[] {
  return criteriaSets.find((set) => set.version === version)?.criteria ?? [];
}
