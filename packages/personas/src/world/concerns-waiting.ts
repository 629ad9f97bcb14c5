import type { WaitingConcern } from './concern.ts';

/**
 * Concerns in the moderator's queue besides those of the seventy that wait there: with telephone numbers in three
 * scripts, names, a number of an identity card, and one like an issue that is already published. Every person and
 * number is invented.
 */
export const extraWaitingConcerns: readonly WaitingConcern[] = [
  {
    key: 'q01',
    category: 'ROAD_SAFETY',
    placeCode: '14090704',
    km: 'គ្មានភ្លើងបំភ្លឺនៅផ្លូវទៅវត្តទេ។ សូមទូរស័ព្ទមកពូខ្ញុំ ០១០ ០០០ ០០០ គាត់អាចបង្ហាញផ្លូវបាន។',
    en: 'There is no light on the road to the pagoda. Please call my uncle, 010 000 000, he can show you.',
    kmConfidence: 'medium',
    raisedIn: 'km',
    raisedOn: '2026-11-22',
    child: { ageBand: 'AGE_14_17', sex: 'GIRL', disability: 'NO', inSchool: 'YES' },
    urgency: 'NORMAL',
    identifiers: ['០១០ ០០០ ០០០', '010 000 000'],
    similarTo: 'i026',
  },
  {
    key: 'q02',
    category: 'EDUCATION',
    placeCode: '14090706',
    km: 'លោកគ្រូវុទ្ធី មិនមកបង្រៀនរៀងរាល់ថ្ងៃច័ន្ទ។',
    en: 'Teacher Vuthy does not come to class on Mondays.',
    kmConfidence: 'medium',
    raisedIn: 'km',
    raisedOn: '2026-11-21',
    child: { ageBand: 'AGE_10_13', sex: 'BOY', disability: 'NO', inSchool: 'YES' },
    urgency: 'NORMAL',
    identifiers: ['វុទ្ធី', 'Vuthy'],
    similarTo: 'i001',
  },
  {
    key: 'q03',
    category: 'BIRTH_REGISTRATION',
    placeCode: '14090710',
    km: 'ប្អូនស្រីខ្ញុំគ្មានសំបុត្រកំណើតទេ។ លេខអត្តសញ្ញាណប័ណ្ណម្តាយខ្ញុំ ០០០០០០០០១ ហើយលេខទូរស័ព្ទ ០១០-០០០-០០១។',
    en: 'My little sister has no birth certificate. My mother’s identity card is 000000001, her phone 010-000-001.',
    kmConfidence: 'medium',
    raisedIn: 'km',
    raisedOn: '2026-11-20',
    child: { ageBand: 'AGE_14_17', sex: 'GIRL', disability: null, inSchool: 'YES' },
    urgency: 'NORMAL',
    identifiers: ['០០០០០០០០១', '០១០-០០០-០០១', '000000001', '010-000-001'],
    similarTo: 'i040',
  },
  {
    key: 'q04',
    category: 'WATER_SANITATION',
    placeCode: '14090702',
    km: 'បង្គន់សាលាគ្មានទឹកសម្រាប់លាងសម្អាតទេ នៅរដូវប្រាំង។',
    en: 'The school toilets have no water to clean them in the dry season.',
    kmConfidence: 'medium',
    raisedIn: 'km',
    raisedOn: '2026-11-22',
    child: { ageBand: 'AGE_10_13', sex: 'GIRL', disability: 'NO', inSchool: 'YES' },
    urgency: 'NORMAL',
    identifiers: [],
    similarTo: 'i009',
  },
  {
    key: 'q05',
    category: 'ENVIRONMENT',
    placeCode: '14090709',
    km: 'គេចាក់សំរាមក្បែរតូបអ៊ំស្រីចាន់ថន។ បើចង់ដឹង ទាក់ទង ០១０ ０００ ００２។',
    en: 'People throw rubbish beside the shop of aunt Chanthorn. To know more, write to dara.lvea@example.org.',
    kmConfidence: 'medium',
    raisedIn: 'km',
    raisedOn: '2026-11-19',
    child: { ageBand: 'AGE_14_17', sex: 'BOY', disability: 'NO', inSchool: 'YES' },
    urgency: 'NORMAL',
    identifiers: ['ចាន់ថន', '០១０ ０００ ００２', 'Chanthorn', 'dara.lvea@example.org'],
    similarTo: 'i049',
  },
  {
    key: 'q06',
    category: 'PLAY_CULTURE',
    placeCode: '14090703',
    km: 'យើងចង់បានទីលានបាល់ទាត់នៅភូមិពានី។',
    en: 'We would like a football field in Peani village.',
    kmConfidence: 'medium',
    raisedIn: 'km',
    raisedOn: '2026-11-22',
    child: { ageBand: 'AGE_6_9', sex: 'BOY', disability: null, inSchool: 'YES' },
    urgency: 'NORMAL',
    identifiers: [],
    similarTo: null,
  },
];

/**
 * Those of the seventy that no moderator has decided on yet, and how soon they are to be looked at. They speak of one
 * child or one family, or came only these days.
 */
export const waitingOfTheSeventy: Readonly<Record<string, WaitingConcern['urgency']>> = {
  c013: 'NORMAL',
  c020: 'RAISED',
  c022: 'NORMAL',
  c053: 'RAISED',
  c055: 'RAISED',
  c062: 'NORMAL',
  c063: 'RAISED',
  c064: 'RAISED',
};
