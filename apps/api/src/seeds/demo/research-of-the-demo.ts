import type { Category, Decision, ResearchMethod, Verdict } from '@samleng/vocabulary';

type Both = readonly [km: string, en: string];
/** A row of the survey sheet: type, name, words. */
type Asked = readonly [
  type: string,
  name: string,
  km: string,
  en: string,
  more?: { readonly range?: string },
];
type Listed = readonly [list: string, name: string, km: string, en: string];

/** What a topic of the demo asks, finds and gets; its title and rules stand in the demo's world. All figures are made up. */
export type DemoResearch = {
  readonly key: 'par1' | 'par2' | 'par3';
  readonly category: Category;
  readonly method: ResearchMethod;
  readonly question: string;
  readonly team: readonly [girls: number, boys: number, adults: number];
  readonly asked: readonly Asked[];
  readonly lists: readonly Listed[];
  /** Of a sensitive topic: groups with how many chose what (`question choice`, or `question` for a number). */
  readonly groups: readonly {
    readonly people: number;
    readonly counts: Readonly<Record<string, number>>;
  }[];
  readonly findings: readonly { readonly words: Both; readonly base: number }[];
  readonly asks: readonly {
    readonly officeKey: string;
    readonly by: string;
    readonly words: Both;
    readonly decision: Decision;
    readonly answer: string;
    readonly verdict: Verdict;
  }[];
};

export const demoResearch: readonly DemoResearch[] = [
  {
    key: 'par1',
    category: 'VIOLENCE',
    method: 'GROUP_TALK',
    question: 'តើកុមារក្នុងភូមិយើងឃើញជម្លោះអ្វីខ្លះ (មិនមែនក្នុងផ្ទះខ្លួន)? តើវាចាប់ផ្ដើមពីអ្វី? តើកុមារទៅរកអ្នកណា?',
    team: [4, 3, 2],
    asked: [
      ['note', 'start', 'អ្នកអាចឈប់ពេលណាក៏បាន។ លេខ 1280 ជួយបាន។', 'You may stop at any time. 1280 helps.'],
      ['select_multiple seen', 'seen', 'តើកុមារក្នុងភូមិយើងឃើញអ្វី?', 'What do children in our village see?'],
      ['select_multiple begins', 'begins', 'តើជម្លោះចាប់ផ្ដើមពីអ្វី?', 'What makes a quarrel start?'],
      ['select_multiple whom', 'whom', 'តើកុមារទៅរកអ្នកណា?', 'Whom do children go to?'],
    ],
    lists: [
      ['seen', 'quarrel', 'ឈ្លោះគ្នា', 'Quarrels'],
      ['seen', 'shout', 'ស្រែកគំហក', 'Shouting'],
      ['seen', 'throw', 'គប់របស់របរ', 'Throwing things'],
      ['begins', 'drink', 'ស្រា', 'Drink'],
      ['begins', 'debt', 'បំណុល', 'Debt'],
      ['begins', 'gambling', 'ល្បែង', 'Gambling'],
      ['whom', 'family', 'សាច់ញាតិ', 'Family'],
      ['whom', 'teacher', 'គ្រូ', 'A teacher'],
      ['whom', 'committee', 'គ.ក.ន.ក', 'The committee for women and children'],
      ['whom', 'nobody', 'មិនទៅរកអ្នកណា', 'Nobody'],
    ],
    groups: [
      {
        people: 12,
        counts: {
          'seen quarrel': 11,
          'seen shout': 9,
          'seen throw': 4,
          'begins drink': 9,
          'begins debt': 5,
          'begins gambling': 6,
          'whom family': 6,
          'whom teacher': 3,
          'whom committee': 1,
          'whom nobody': 5,
        },
      },
      {
        people: 14,
        counts: {
          'seen quarrel': 12,
          'seen shout': 10,
          'seen throw': 5,
          'begins drink': 10,
          'begins debt': 6,
          'begins gambling': 8,
          'whom family': 7,
          'whom teacher': 4,
          'whom committee': 2,
          'whom nobody': 6,
        },
      },
      {
        people: 11,
        counts: {
          'seen quarrel': 9,
          'seen shout': 8,
          'seen throw': 3,
          'begins drink': 8,
          'begins debt': 4,
          'begins gambling': 3,
          'whom family': 6,
          'whom teacher': 4,
          'whom committee': 1,
          'whom nobody': 4,
        },
      },
      {
        people: 13,
        counts: {
          'seen quarrel': 12,
          'seen shout': 9,
          'seen throw': 4,
          'begins drink': 11,
          'begins debt': 5,
          'begins gambling': 7,
          'whom family': 7,
          'whom teacher': 3,
          'whom committee': 1,
          'whom nobody': 5,
        },
      },
    ],
    findings: [
      {
        words: [
          '៣៨ ក្នុងចំណោម ៥០ នាក់ប្រាប់ថា ជម្លោះក្នុងភូមិចាប់ផ្ដើមពីស្រា។',
          '38 of 50 say that quarrels in the village start with drink.',
        ],
        base: 50,
      },
      {
        words: ['២០ ក្នុងចំណោម ៥០ នាក់ប្រាប់ថា កុមារមិនទៅរកអ្នកណាឡើយ។', '20 of 50 say that children go to nobody.'],
        base: 50,
      },
    ],
    asks: [
      {
        officeKey: '140907.CCWC',
        by: 'chan',
        words: [
          'សូមបើកពេលស្ដាប់កុមារម្ដងក្នុងមួយខែ នៅសាលាឃុំ។',
          'Please keep an hour each month to listen to children, at the commune hall.',
        ],
        decision: 'DONE',
        answer: 'យើងស្ដាប់កុមាររៀងរាល់ថ្ងៃសៅរ៍ទីមួយនៃខែ ចាប់ពីម៉ោង ២ រសៀល។',
        verdict: 'PARTLY',
      },
      {
        officeKey: '140907.COMMUNE_COUNCIL',
        by: 'chan',
        words: [
          'សូមរៀបចំវគ្គចិញ្ចឹមកូនបែបវិជ្ជមានក្នុងភូមិនីមួយៗ។',
          'Please hold sessions on positive parenting in every village.',
        ],
        decision: 'PLANNED',
        answer: 'វគ្គនេះមានក្នុងផែនការឃុំឆ្នាំក្រោយ សម្រាប់ភូមិទាំងអស់។',
        verdict: 'PARTLY',
      },
    ],
  },
  {
    key: 'par2',
    category: 'ALCOHOL_DRUGS',
    method: 'COUNTING',
    question: 'តើហាងប៉ុន្មានក្នុងឃុំលក់ស្រាឱ្យកុមារ? តើកុមារភ្លក់ស្រាលើកដំបូងនៅអាយុប៉ុន្មាន ហើយនៅពិធីអ្វី?',
    team: [3, 4, 2],
    asked: [
      ['note', 'start', 'គ្មានកុមារណាទិញ ឬភ្លក់ស្រាឡើយ។', 'No child buys or tastes alcohol for this.'],
      ['integer', 'outlets', 'តើមានកន្លែងលក់ស្រាប៉ុន្មានក្នុងភូមិ?', 'How many places in the village sell alcohol?'],
      ['select_one sell', 'sell', 'តើកន្លែងទាំងនោះលក់ឱ្យកុមារទេ?', 'Do they sell to children?'],
      [
        'select_one first',
        'first',
        'តើកុមារនៅទីនេះភ្លក់លើកដំបូងនៅអាយុប៉ុន្មាន?',
        'How old are children here when they first taste it?',
      ],
      ['select_multiple feast', 'feast', 'តើកុមារផឹកនៅពិធីអ្វី?', 'At which ceremonies do children drink?'],
    ],
    lists: [
      ['sell', 'yes', 'លក់', 'Yes'],
      ['sell', 'no', 'មិនលក់', 'No'],
      ['sell', 'unknown', 'មិនដឹង', 'Do not know'],
      ['first', 'under_12', 'ក្រោម ១២ ឆ្នាំ', 'Under 12'],
      ['first', 'from_12', '១២ ឆ្នាំឡើងទៅ', '12 and older'],
      ['feast', 'wedding', 'ពិធីមង្គលការ', 'Weddings'],
      ['feast', 'new_year', 'ចូលឆ្នាំខ្មែរ', 'Khmer New Year'],
      ['feast', 'pchum', 'ភ្ជុំបិណ្ឌ', 'Pchum Ben'],
    ],
    groups: [
      {
        people: 15,
        counts: {
          outlets: 4,
          'sell yes': 12,
          'sell no': 2,
          'sell unknown': 1,
          'first under_12': 5,
          'first from_12': 10,
          'feast wedding': 11,
          'feast new_year': 12,
          'feast pchum': 6,
        },
      },
      {
        people: 15,
        counts: {
          outlets: 6,
          'sell yes': 11,
          'sell no': 3,
          'sell unknown': 1,
          'first under_12': 6,
          'first from_12': 9,
          'feast wedding': 10,
          'feast new_year': 13,
          'feast pchum': 5,
        },
      },
      {
        people: 16,
        counts: {
          outlets: 5,
          'sell yes': 13,
          'sell no': 2,
          'sell unknown': 1,
          'first under_12': 4,
          'first from_12': 12,
          'feast wedding': 12,
          'feast new_year': 14,
          'feast pchum': 7,
        },
      },
    ],
    findings: [
      {
        words: [
          '៣៦ ក្នុងចំណោម ៤៦ នាក់ប្រាប់ថា ហាងលក់ស្រាឱ្យកុមារ។',
          '36 of 46 say that shops sell alcohol to children.',
        ],
        base: 46,
      },
      {
        words: ['ក្នុងភូមិបី មានកន្លែងលក់ស្រា ១៥ កន្លែង។', 'In three villages there are 15 places that sell alcohol.'],
        base: 46,
      },
    ],
    asks: [
      {
        officeKey: '140907.COMMUNE_COUNCIL',
        by: 'chan',
        words: [
          'សូមចេញដីកាឃុំ ហាមលក់ស្រាឱ្យកុមារ។',
          'Please give out a commune notice that nobody sells alcohol to children.',
        ],
        decision: 'IN_PROGRESS',
        answer: 'សេចក្តីព្រាងដីកាត្រូវបានរៀបចំ ហើយនឹងពិភាក្សាក្នុងកិច្ចប្រជុំក្រុមប្រឹក្សា។',
        verdict: 'PARTLY',
      },
      {
        officeKey: '140907.COMMUNE_POLICE',
        by: 'chan',
        words: ['សូមប្រាប់ម្ចាស់ហាងទាំងអស់អំពីច្បាប់។', 'Please tell every shopkeeper what the law says.'],
        decision: 'DONE',
        answer: 'មន្ត្រីបានទៅជួបម្ចាស់ហាងគ្រប់ភូមិ ហើយបានប្រាប់អំពីច្បាប់។',
        verdict: 'SOLVED',
      },
    ],
  },
  {
    key: 'par3',
    category: 'WATER_SANITATION',
    method: 'CHECK_LIST',
    question: 'តើបង្គន់សាលាប្រើបានទេ? តើបង្គន់ស្រី និងប្រុសដាច់ពីគ្នា មានសោ មានទឹក មានសាប៊ូទេ? តើវាធ្វើឱ្យកុមារខកខានរៀនទេ?',
    team: [5, 3, 2],
    asked: [
      ['select_one sex', 'sex', 'ភេទ', 'Sex'],
      ['select_one yes_no', 'apart', 'បង្គន់ស្រី និងប្រុសដាច់ពីគ្នាទេ?', "Are girls' and boys' toilets apart?"],
      ['select_one yes_no', 'lock', 'ទ្វារមានសោទេ?', 'Can the door be locked?'],
      ['select_one days', 'water', 'មានទឹកនៅពេលណា?', 'When is there water?'],
      ['range', 'clean', 'ស្អាតប៉ុណ្ណា?', 'How clean is it?', { range: 'start=1 end=5 step=1' }],
      ['text', 'why', 'អ្វីដែលត្រូវកែ?', 'What should change?'],
    ],
    lists: [
      ['sex', 'girl', 'ស្រី', 'Girl'],
      ['sex', 'boy', 'ប្រុស', 'Boy'],
      ['yes_no', 'yes', 'បាទ/ចាស', 'Yes'],
      ['yes_no', 'no', 'ទេ', 'No'],
      ['days', 'always', 'រាល់ថ្ងៃ', 'Every day'],
      ['days', 'some', 'ថ្ងៃខ្លះ', 'On some days'],
    ],
    groups: [],
    findings: [
      {
        words: [
          '៣៦ ក្នុងចំណោម ៤៨ នាក់ប្រាប់ថា បង្គន់ស្រី និងប្រុសមិនដាច់ពីគ្នា។',
          "36 of 48 say that girls' and boys' toilets are not apart.",
        ],
        base: 48,
      },
      {
        words: [
          '២៤ ក្នុងចំណោម ៤៨ នាក់ប្រាប់ថា មានទឹកតែថ្ងៃខ្លះ។',
          '24 of 48 say that there is water on some days only.',
        ],
        base: 48,
      },
    ],
    asks: [
      {
        officeKey: '140907.COMMUNE_COUNCIL',
        by: 'chan',
        words: ['សូមសង់បង្គន់ដាច់ដោយឡែកសម្រាប់ក្មេងស្រី។', 'Please build separate toilets for girls.'],
        decision: 'PLANNED',
        answer: 'បង្គន់នេះមានក្នុងកម្មវិធីវិនិយោគឃុំ ១២ លានរៀល។',
        verdict: 'PARTLY',
      },
      {
        officeKey: '140907.SCHOOL',
        by: 'sophal',
        words: ['សូមដាក់សោ និងសាប៊ូ។', 'Please put locks and soap.'],
        decision: 'DONE',
        answer: 'សោ និងសាប៊ូត្រូវបានដាក់ហើយ ដោយថវិកាសាលា។',
        verdict: 'SOLVED',
      },
    ],
  },
];

/** Words given to the open question on toilets, in turn, with the code each bears. */
export const demoOpenAnswers = [
  { code: 'lamp', text: 'ត្រូវមានភ្លើង ព្រោះខាងក្នុងងងឹត។', name: ['ត្រូវការភ្លើង', 'Needs light'] },
  { code: 'near', text: 'ត្រូវនៅជិតថ្នាក់រៀនជាងនេះ។', name: ['ឆ្ងាយពីថ្នាក់', 'Far from the class'] },
] as const;
