import type { MoneySource, OfficeKind, PlanKind, PlanSector, PlanState } from '@samleng/vocabulary';
import type { Confidence, IsoDay } from '../words.ts';

export type DemoPlanItem = {
  readonly key: string;
  readonly plan: PlanKind;
  readonly period: string;
  readonly sector: PlanSector;
  readonly responsibleKind: OfficeKind;
  readonly titleKm: string;
  readonly titleEn: string;
  readonly kmConfidence: Confidence;
  /** Riel. */
  readonly cost: number;
  /** Riel by source; their sum is the cost. */
  readonly sources: readonly { readonly source: MoneySource; readonly amount: number }[];
  readonly state: PlanState;
  readonly percentDone: number;
  readonly dueOn: IsoDay;
  readonly reason: { readonly km: string; readonly en: string } | null;
  readonly issues: readonly string[];
};

/** What the offices of Lvea promised. Cost and sources are invented. */
export const demoPlanItems: readonly DemoPlanItem[] = [
  {
    key: 'pi1',
    plan: 'CIP',
    period: '2027-2029',
    sector: 'SOCIAL',
    responsibleKind: 'SCHOOL',
    titleKm: 'បង្គន់សាលាដាច់ពីគ្នា និងមានទឹក',
    titleEn: 'Separate school toilets with water',
    kmConfidence: 'medium',
    cost: 12_000_000,
    sources: [
      { source: 'COMMUNE_FUND', amount: 6_000_000 },
      { source: 'SCHOOL_GRANT', amount: 3_000_000 },
      { source: 'NGO', amount: 3_000_000 },
    ],
    state: 'PLANNED',
    percentDone: 0,
    dueOn: '2027-05-31',
    reason: null,
    issues: ['i010', 'i009'],
  },
  {
    key: 'pi2',
    plan: 'CIP',
    period: '2027-2029',
    sector: 'ADMINISTRATION_SECURITY',
    responsibleKind: 'COMMUNE_COUNCIL',
    titleKm: 'ថ្ងៃចុះបញ្ជីកំណើតចល័តនៅ ៩ភូមិ',
    titleEn: 'Mobile birth registration day in 9 villages',
    kmConfidence: 'medium',
    cost: 1_800_000,
    sources: [{ source: 'COMMUNE_FUND', amount: 1_800_000 }],
    state: 'IN_PROGRESS',
    percentDone: 40,
    dueOn: '2027-06-30',
    reason: null,
    issues: ['i040', 'i042'],
  },
  {
    key: 'pi3',
    plan: 'JAAP',
    period: '2027',
    sector: 'SOCIAL',
    responsibleKind: 'SCHOOL',
    titleKm: 'បិទផ្សាយវត្តមានគ្រូរៀងរាល់សប្តាហ៍',
    titleEn: 'Post teacher attendance each week',
    kmConfidence: 'medium',
    cost: 0,
    sources: [],
    state: 'PLANNED',
    percentDone: 0,
    dueOn: '2027-01-31',
    reason: null,
    issues: ['i001'],
  },
  {
    key: 'pi4',
    plan: 'JAAP',
    period: '2027',
    sector: 'SOCIAL',
    responsibleKind: 'HEALTH_CENTRE',
    titleKm: 'បិទផ្សាយម៉ោងបើក តម្លៃ និងលេខទូរស័ព្ទបុគ្គលិក និងបើករហូតដល់ម៉ោង ១៧',
    titleEn: 'Post hours, prices and staff phone; open until 17:00',
    kmConfidence: 'medium',
    cost: 200_000,
    sources: [{ source: 'HEALTH_CENTRE', amount: 200_000 }],
    state: 'PLANNED',
    percentDone: 0,
    dueOn: '2027-02-28',
    reason: null,
    issues: ['i016'],
  },
  {
    key: 'pi5',
    plan: 'JAAP',
    period: '2027',
    sector: 'ADMINISTRATION_SECURITY',
    responsibleKind: 'CCWC',
    titleKm: 'ឆ្លើយតបកង្វល់កុមារក្នុង ៣០ថ្ងៃ ហើយអានក្នុងកិច្ចប្រជុំ គ.ក.ន.ក',
    titleEn: 'Answer children’s concerns within 30 days; read in CCWC meeting',
    kmConfidence: 'medium',
    cost: 0,
    sources: [],
    state: 'DONE',
    percentDone: 100,
    dueOn: '2026-12-08',
    reason: null,
    issues: ['i057'],
  },
  {
    key: 'pi6',
    plan: 'CIP',
    period: '2027-2029',
    sector: 'SOCIAL',
    responsibleKind: 'COMMUNE_COUNCIL',
    titleKm: 'របងជុំវិញស្រះសាលា និងថ្ងៃរៀនហែលទឹក',
    titleEn: 'Fence around school pond and swimming lesson day',
    kmConfidence: 'medium',
    cost: 5_000_000,
    sources: [
      { source: 'COMMUNE_FUND', amount: 2_000_000 },
      { source: 'NGO', amount: 3_000_000 },
    ],
    state: 'REJECTED',
    percentDone: 0,
    dueOn: '2027-12-31',
    reason: { km: 'គ្មានថវិកានៅសល់ក្នុងឆ្នាំ២០២៧', en: 'No money left in 2027' },
    issues: ['i027'],
  },
];
