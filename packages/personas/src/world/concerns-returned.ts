import type { ReturnedConcern } from './concern.ts';

/** Concerns that came back, each with words the child can read under the receipt. */
export const returnedConcerns: readonly ReturnedConcern[] = [
  {
    key: 'r01',
    category: 'OTHER',
    placeCode: '14090706',
    km: 'មិនល្អទេ!!',
    en: 'Not good!!',
    kmConfidence: 'medium',
    raisedIn: 'km',
    raisedOn: '2026-11-10',
    child: { ageBand: 'AGE_10_13', sex: 'BOY', disability: null, inSchool: 'YES' },
    returned: {
      reason: 'NOT_CLEAR',
      on: '2026-11-11',
      words: {
        km: 'អរគុណដែលបានសរសេរមក។ យើងមិនទាន់យល់ទេថា អ្វីដែលមិនល្អ។ សូមសរសេរម្តងទៀត៖ អ្វី នៅកន្លែងណា និងនៅពេលណា។',
        en: 'Thank you for writing. We do not understand yet what is not good. Please write again: what, where and when.',
      },
    },
  },
  {
    key: 'r02',
    category: 'ROAD_SAFETY',
    placeCode: '14090701',
    km: 'ផ្លូវក្បែរផ្សារនៅភ្នំពេញស្ទះរាល់ព្រឹក។',
    en: 'The street by the market in Phnom Penh is jammed every morning.',
    kmConfidence: 'medium',
    raisedIn: 'km',
    raisedOn: '2026-11-12',
    child: { ageBand: 'AGE_14_17', sex: 'BOY', disability: 'NO', inSchool: 'YES' },
    returned: {
      reason: 'OTHER_PLACE',
      on: '2026-11-13',
      words: {
        km: 'កង្វល់នេះជារឿងនៅភ្នំពេញ មិនមែននៅឃុំល្វាទេ។ សូមសរសេរម្តងទៀត ហើយជ្រើសរើសសង្កាត់នៅទីនោះ។',
        en: 'This is about Phnom Penh, not Lvea commune. Please raise it again and choose the sangkat there.',
      },
    },
  },
  {
    key: 'r03',
    category: 'OTHER',
    placeCode: '14090708',
    km: 'សុភាពលួចប៊ិចខ្ញុំ។ សូមប្រាប់គេទាំងអស់គ្នា។',
    en: 'Sopheap stole my pen. Please tell everybody.',
    kmConfidence: 'medium',
    raisedIn: 'km',
    raisedOn: '2026-11-16',
    child: { ageBand: 'AGE_10_13', sex: 'GIRL', disability: 'NO', inSchool: 'YES' },
    returned: {
      reason: 'NAMES_SOMEONE',
      on: '2026-11-17',
      words: {
        km: 'យើងមិនបង្ហាញឈ្មោះអ្នកដទៃជាសាធារណៈទេ។ រឿងនេះ សូមនិយាយជាមួយគ្រូ ឬអ្នកសម្របសម្រួលក្លឹប គាត់អាចជួយបាន។',
        en: 'We never show other people’s names. Please talk to your teacher or the club’s facilitator: they can help.',
      },
    },
  },
  {
    key: 'r04',
    category: 'OTHER',
    placeCode: '14090704',
    km: 'សួស្តី! តើមានហ្គេមលេងនៅទីនេះទេ?',
    en: 'Hello! Are there games here?',
    kmConfidence: 'high',
    raisedIn: 'km',
    raisedOn: '2026-11-18',
    child: { ageBand: 'AGE_6_9', sex: 'BOY', disability: null, inSchool: 'YES' },
    returned: {
      reason: 'NOT_A_CONCERN',
      on: '2026-11-18',
      words: {
        km: 'សួស្តី! នៅទីនេះគ្មានហ្គេមទេ។ ប្អូនអាចប្រាប់យើងអំពីអ្វីដែលប្អូនចង់ឱ្យផ្លាស់ប្តូរនៅក្នុងភូមិ។',
        en: 'Hello! There are no games here. You can tell us what you would like to change in your village.',
      },
    },
  },
];
