import { type Clock, newId } from '@samleng/kernel';
import type { DatabaseEntityManager } from '@samleng/server';
import { HelpNumber } from './office.entity.ts';

/** Gives a new installation the number of Child Helpline Cambodia: free, day and night, by call or SMS, to age 25. */
export async function ensureHelpNumbers(em: DatabaseEntityManager, clock: Clock): Promise<void> {
  if ((await em.count(HelpNumber, {})) > 0) return;
  await em.insert(HelpNumber, {
    id: newId(clock.now().getTime()),
    number: '1280',
    nameKm: 'ខ្សែទូរស័ព្ទជំនួយកុមារកម្ពុជា',
    nameEn: 'Child Helpline Cambodia',
    noteKm: 'ឥតគិតថ្លៃ សម្រាប់កុមារ និងយុវជនអាយុដល់ ២៥ ឆ្នាំ។',
    noteEn: 'Free, for children and young people up to the age of 25.',
    isFree: true,
    takesSms: true,
    hours: '24/7',
    placeCode: null,
    checkedOn: '2026-11-22',
    retiredAt: null,
    position: 0,
  });
}
