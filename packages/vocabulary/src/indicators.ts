/**
 * What is watched of children's rights to be heard. Words (title, formula, source, what it is taken of) stand in
 * `messages` under `indicator.<KEY>`; the pages show all of them beside every figure.
 *
 * - `articles`: articles of the Convention on the Rights of the Child it speaks about.
 * - `benchmark`: what is asked for, in the unit, where something is.
 * - `smallCells`: `NONE` where issues and money are counted, which are public; `TEN` where children are: no figure
 *   under ten, and none from which one under ten can be worked out.
 */
export const indicators = {
  ANSWERED_RATE: { unit: 'PERCENT', articles: [12], benchmark: 100, smallCells: 'NONE' },
  MEDIAN_WORKING_DAYS: { unit: 'DAYS', articles: [12], benchmark: null, smallCells: 'NONE' },
  DONE_RATE: { unit: 'PERCENT', articles: [4, 12], benchmark: null, smallCells: 'NONE' },
  AGREE_RATE: { unit: 'PERCENT', articles: [12], benchmark: null, smallCells: 'TEN' },
  CHILDREN_HEARD: { unit: 'COUNT', articles: [2, 12], benchmark: null, smallCells: 'TEN' },
  PLAN_MONEY: { unit: 'RIEL', articles: [4], benchmark: null, smallCells: 'NONE' },
  REACH: { unit: 'COUNT', articles: [17, 42], benchmark: null, smallCells: 'TEN' },
} as const satisfies Record<
  string,
  {
    readonly unit: 'PERCENT' | 'DAYS' | 'COUNT' | 'RIEL';
    readonly articles: readonly number[];
    readonly benchmark: number | null;
    readonly smallCells: 'NONE' | 'TEN';
  }
>;
export type Indicator = keyof typeof indicators;
export const indicatorKeys = Object.keys(indicators) as readonly Indicator[];

/** The reports that are frozen from the indicators; `months` is how long a period each may cover. */
export const reportKinds = {
  ALTERNATIVE_REPORT: { months: 72 },
  UPR: { months: 60 },
  COMMUNE_QUARTER: { months: 3 },
  ISAF_YEAR: { months: 12 },
  DONOR: { months: 12 },
} as const;
export type ReportKind = keyof typeof reportKinds;
export const reportKindKeys = Object.keys(reportKinds) as readonly ReportKind[];

/** How a report is given out. */
export const reportFormats = ['PDF', 'XLSX', 'CSV'] as const;
export type ReportFormat = (typeof reportFormats)[number];
