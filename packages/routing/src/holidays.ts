import type { IsoDay } from './days.ts';

/**
 * A public holiday. `isConfirmed` is true for days that stand on the same date every year; the days of the lunar
 * calendar were computed (Visakha Bochea: full moon of Pisakh; Royal Ploughing: 4th day of its waning moon; Pchum
 * Ben: 14th and 15th day of the waning moon of Phatrabot and the day after; Water Festival: from the eve of the full
 * moon of Kadeuk to the day after) and wait for the yearly sub-decree. An administrator edits them.
 */
export type Holiday = {
  readonly on: IsoDay;
  readonly km: string;
  readonly en: string;
  readonly isConfirmed: boolean;
};

type Named = readonly [km: string, en: string];

const everyYear: readonly (readonly [monthAndDay: string, ...Named])[] = [
  ['01-01', 'ទិវាចូលឆ្នាំសកល', 'International New Year'],
  ['01-07', 'ទិវាជ័យជម្នះលើរបបប្រល័យពូជសាសន៍', 'Victory over Genocide Day'],
  ['03-08', 'ទិវាអន្តរជាតិនារី', 'International Women’s Day'],
  ['04-14', 'ពិធីបុណ្យចូលឆ្នាំថ្មីប្រពៃណីជាតិ', 'Khmer New Year'],
  ['04-15', 'ពិធីបុណ្យចូលឆ្នាំថ្មីប្រពៃណីជាតិ', 'Khmer New Year'],
  ['04-16', 'ពិធីបុណ្យចូលឆ្នាំថ្មីប្រពៃណីជាតិ', 'Khmer New Year'],
  ['05-01', 'ទិវាពលកម្មអន្តរជាតិ', 'International Labour Day'],
  ['05-14', 'ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្មព្រះមហាក្សត្រ', 'The King’s Birthday'],
  ['06-18', 'ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្មសម្តេចព្រះវររាជមាតា', 'The King’s Mother’s Birthday'],
  ['09-24', 'ទិវាប្រកាសរដ្ឋធម្មនុញ្ញ', 'Constitution Day'],
  ['10-15', 'ទិវាគោរពព្រះវិញ្ញាណក្ខន្ធព្រះបរមរតនកោដ្ឋ', 'Commemoration Day of the King’s Father'],
  ['10-29', 'ព្រះរាជពិធីគ្រងព្រះបរមរាជសម្បត្តិ', 'Coronation Day'],
  ['11-09', 'ពិធីបុណ្យឯករាជ្យជាតិ', 'Independence Day'],
  ['12-29', 'ទិវាសន្តិភាពនៅកម្ពុជា', 'Peace Day in Cambodia'],
];

const visakhaBochea: Named = ['ពិធីបុណ្យវិសាខបូជា', 'Visakha Bochea'];
const royalPloughing: Named = ['ព្រះរាជពិធីច្រត់ព្រះនង្គ័ល', 'Royal Ploughing Ceremony'];
const pchumBen: Named = ['ពិធីបុណ្យភ្ជុំបិណ្ឌ', 'Pchum Ben'];
const waterFestival: Named = ['ព្រះរាជពិធីបុណ្យអុំទូក បណ្តែតប្រទីប', 'Water Festival'];

const byTheMoon: readonly (readonly [IsoDay, Named])[] = [
  ['2026-05-01', visakhaBochea],
  ['2026-05-05', royalPloughing],
  ['2026-10-10', pchumBen],
  ['2026-10-11', pchumBen],
  ['2026-10-12', pchumBen],
  ['2026-11-23', waterFestival],
  ['2026-11-24', waterFestival],
  ['2026-11-25', waterFestival],
  ['2027-05-20', visakhaBochea],
  ['2027-05-24', royalPloughing],
  ['2027-09-29', pchumBen],
  ['2027-09-30', pchumBen],
  ['2027-10-01', pchumBen],
  ['2027-11-12', waterFestival],
  ['2027-11-13', waterFestival],
  ['2027-11-14', waterFestival],
];

/** Cambodia's public holidays of 2026 and 2027, by date; two may fall on one day. */
export const holidays: readonly Holiday[] = [
  ...['2026', '2027'].flatMap((year) =>
    everyYear.map(([monthAndDay, km, en]) => ({ on: `${year}-${monthAndDay}`, km, en, isConfirmed: true })),
  ),
  ...byTheMoon.map(([on, [km, en]]) => ({ on, km, en, isConfirmed: false })),
].toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));

/** The days alone, as the clock takes them. */
export function holidayDays(list: readonly Pick<Holiday, 'on'>[]): ReadonlySet<IsoDay> {
  return new Set(list.map((holiday) => holiday.on));
}
