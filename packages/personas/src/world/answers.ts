import type { Decision, OfficeKind, Verdict } from '@samleng/vocabulary';
import type { DemoWords, IsoDay } from '../words.ts';

/** What an office answered, in its own words. */
export type DemoAnswer = {
  readonly issue: string;
  readonly byKind: OfficeKind;
  readonly answeredOn: IsoDay;
  readonly decision: Decision;
  readonly words: DemoWords;
  readonly reason: DemoWords | null;
  readonly nextStep: DemoWords | null;
  readonly question: DemoWords | null;
  readonly passedOnToKind: OfficeKind | null;
  readonly dueOn: IsoDay | null;
};

/** Answers in the order in which they were given. The Khmer waits for a native reader. */
export const demoAnswers: readonly DemoAnswer[] = [
  {
    issue: 'i057',
    byKind: 'COMMUNE_COUNCIL',
    answeredOn: '2026-10-20',
    decision: 'PASSED_ON',
    words: {
      km: 'គ.ក.ន.ក រៀបចំកិច្ចប្រជុំប្រចាំខែជាមួយក្លឹប ដូច្នេះ គ.ក.ន.ក នឹងឆ្លើយ។',
      en: 'The committee for women and children holds the monthly meeting with the club, so it will answer.',
    },
    reason: null,
    nextStep: null,
    question: null,
    passedOnToKind: 'CCWC',
    dueOn: null,
  },
  {
    issue: 'i010',
    byKind: 'SCHOOL',
    answeredOn: '2026-11-04',
    decision: 'PLANNED',
    words: {
      km: 'បង្គន់ពីរកន្លែងនឹងសាងសង់ដាច់ពីគ្នា បង្គន់ស្រីនៅខាងក្រោយបណ្ណាល័យ។ ឃុំបានដាក់ថវិកា ៦.០០០.០០០ រៀល ក្នុងផែនការឆ្នាំ២០២៧។',
      en: 'Two toilet blocks will be built apart, girls behind the library. The commune added 6,000,000 riel to the 2027 plan.',
    },
    reason: { km: 'សិស្សជាច្រើនបានស្នើ ហើយតម្លៃត្រូវបានពិនិត្យរួច', en: 'Many pupils asked; cost checked' },
    nextStep: { km: 'ជ្រើសរើសជាងសាងសង់នៅខែមីនា', en: 'Choose a builder in March' },
    question: null,
    passedOnToKind: null,
    dueOn: '2027-05-31',
  },
  {
    issue: 'i057',
    byKind: 'CCWC',
    answeredOn: '2026-11-10',
    decision: 'DONE',
    words: {
      km: 'ចាប់ពីពេលនេះ ក្លឹបនឹងទទួលបានចម្លើយចំពោះកង្វល់នីមួយៗក្នុងរយៈពេល ៣០ថ្ងៃ ហើយចម្លើយនឹងត្រូវអានក្នុងកិច្ចប្រជុំប្រចាំខែ។',
      en: 'From now on the club gets an answer to every concern within 30 days, read aloud in the monthly meeting.',
    },
    reason: { km: 'វិធានដែលបានព្រមព្រៀងក្នុងកិច្ចប្រជុំ', en: 'Rule agreed in meeting' },
    nextStep: null,
    question: null,
    passedOnToKind: null,
    dueOn: '2026-12-08',
  },
  {
    issue: 'i026',
    byKind: 'COMMUNE_COUNCIL',
    answeredOn: '2026-11-12',
    decision: 'NOT_NOW',
    words: {
      km: 'ភ្លើងបំភ្លឺផ្លូវថ្លៃជាងថវិការបស់យើងនៅឆ្នាំនេះ។ យើងនឹងស្នើម្តងទៀតនៅឆ្នាំ២០២៧ ហើយដាក់ចង្កៀងសូឡាពីរនៅជ្រុងសាលាជាមុនសិន។',
      en: 'Street lights cost more than our fund this year. We will ask again in 2027 and first put two solar lamps at the school corner.',
    },
    reason: {
      km: 'តម្លៃ ៤០លានរៀល ថវិកានៅសល់ ១២លានរៀល',
      en: 'Cost 40 million riel; fund left 12 million',
    },
    nextStep: { km: 'ដាក់ចង្កៀងសូឡាពីរនៅជ្រុងសាលា', en: 'Two solar lamps at the school corner' },
    question: null,
    passedOnToKind: null,
    dueOn: '2027-11-30',
  },
  {
    issue: 'i003',
    byKind: 'COMMUNE_COUNCIL',
    answeredOn: '2026-11-13',
    decision: 'NOT_POSSIBLE',
    words: {
      km: 'ឃុំមិនអាចសាងសង់អនុវិទ្យាល័យថ្មីបានទេ ក្រសួងជាអ្នកសម្រេច។ យើងអាចជួយរកកង់សម្រាប់សិស្សដែលនៅឆ្ងាយ។',
      en: 'The commune cannot build a new lower secondary school: the ministry decides that. We can help to find bicycles for pupils who live far away.',
    },
    reason: {
      km: 'ការសាងសង់អនុវិទ្យាល័យមិនស្ថិតក្នុងអំណាចឃុំទេ',
      en: 'Building a lower secondary school is not in the power of a commune',
    },
    nextStep: {
      km: 'បើមានសិស្សលើសពី ១២០នាក់ ស្រុកអាចស្នើក្រសួងបាន យើងនឹងរាប់ចំនួនសិស្សនៅខែមករា',
      en: 'With more than 120 pupils the district can ask the ministry; we count the pupils in January',
    },
    question: null,
    passedOnToKind: null,
    dueOn: null,
  },
  {
    issue: 'i038',
    byKind: 'SCHOOL',
    answeredOn: '2026-11-13',
    decision: 'PASSED_ON',
    words: {
      km: 'យើងបានបញ្ជូនរឿងនេះទៅប៉ុស្តិ៍នគរបាល ហើយនឹងប្រជុំជាមួយឪពុកម្តាយ។',
      en: 'We passed this to the police post and will hold a talk with parents.',
    },
    reason: { km: 'ជាការងាររួមគ្នា', en: 'Shared task' },
    nextStep: { km: 'ប្រជុំជាមួយឪពុកម្តាយ', en: 'A talk with parents' },
    question: null,
    passedOnToKind: 'COMMUNE_POLICE',
    dueOn: '2026-12-31',
  },
  {
    issue: 'i040',
    byKind: 'COMMUNE_COUNCIL',
    answeredOn: '2026-11-16',
    decision: 'DONE',
    words: {
      km: 'ស្មៀនឃុំបានចុះបញ្ជីកុមារ ១៤នាក់ក្នុងមួយថ្ងៃនៅវត្ត ដោយឥតគិតថ្លៃ។',
      en: 'The clerk registered 14 children in one day at the pagoda. It was free.',
    },
    reason: { km: 'ស្ថិតក្នុងអំណាចឃុំ', en: 'Within commune power' },
    nextStep: null,
    question: null,
    passedOnToKind: null,
    dueOn: '2026-11-15',
  },
  {
    issue: 'i049',
    byKind: 'COMMUNE_COUNCIL',
    answeredOn: '2026-11-17',
    decision: 'NEED_MORE',
    words: {
      km: 'យើងចង់ដាក់ធុងសំរាម ប៉ុន្តែត្រូវការជំនួយពីប្អូនៗដើម្បីជ្រើសរើសកន្លែង។',
      en: 'We want to put up bins, but need your help to choose the places.',
    },
    reason: null,
    nextStep: null,
    question: {
      km: 'តើកន្លែងណាដែលមានសំរាមច្រើនជាងគេ ហើយនៅថ្ងៃណា?',
      en: 'Where is most of the rubbish, and on which days?',
    },
    passedOnToKind: null,
    dueOn: null,
  },
  {
    issue: 'i023',
    byKind: 'COMMUNE_COUNCIL',
    answeredOn: '2026-11-18',
    decision: 'IN_PROGRESS',
    words: {
      km: 'ស្លាកសញ្ញានឹងត្រូវដាក់នៅខែមករា។ រនាំងបន្ថយល្បឿនត្រូវសុំស្រុក យើងបានស្នើនៅថ្ងៃទី១៧ វិច្ឆិកា។',
      en: 'Signs will be put up in January. Speed bumps need the district; we asked on 17 November.',
    },
    reason: { km: 'ផ្លូវនេះជារបស់ខេត្ត', en: 'Road belongs to the province' },
    nextStep: { km: 'ដាក់ស្លាកសញ្ញានៅខែមករា', en: 'Put up the signs in January' },
    question: null,
    passedOnToKind: null,
    dueOn: '2027-01-31',
  },
];

/** The children's own word on answered issues, said under the club's name. */
export const demoVerdicts: readonly {
  readonly issue: string;
  readonly verdict: Verdict;
  readonly saidOn: IsoDay;
  readonly words: DemoWords;
}[] = [
  {
    issue: 'i040',
    verdict: 'SOLVED',
    saidOn: '2026-11-19',
    words: { km: 'ប្អូនៗរបស់យើងបានចុះឈ្មោះចូលរៀនហើយ។', en: 'Our little brothers and sisters are enrolled now.' },
  },
];
