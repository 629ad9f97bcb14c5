import type { BallotTypeName } from '@samleng/ballots';
import type { Electorate } from '@samleng/vocabulary';

/** A poll that has been thought through, for facilitators to start from. */
export type PollTemplate = {
  readonly key: string;
  readonly questionKm: string;
  readonly questionEn: string;
  readonly ballotType: BallotTypeName;
  readonly settings: Readonly<Record<string, number>>;
  readonly electorate: Electorate;
  readonly isSensitive: boolean;
  readonly options: readonly {
    readonly titleKm: string;
    readonly titleEn: string;
    readonly pictureKey: string | null;
  }[];
};

type Row = readonly [titleKm: string, titleEn: string, pictureKey?: string];

function optionsOf(...rows: readonly Row[]): PollTemplate['options'] {
  return rows.map(([titleKm, titleEn, pictureKey]) => ({ titleKm, titleEn, pictureKey: pictureKey ?? null }));
}

/** Five faces, the most worrying last. */
function facesOf(...rows: readonly Row[]): PollTemplate['options'] {
  return optionsOf(...rows.map(([km, en], place): Row => [km, en, `face-${5 - place}`]));
}

/** Ten questions asked in communes, clubs and schools before; a health centre is judged by faces. */
export const pollTemplates: readonly PollTemplate[] = [
  {
    key: 'commune-first',
    questionKm: 'តើឃុំគួរដោះស្រាយអ្វីមុនគេសម្រាប់កុមារនៅឆ្នាំ២០២៧?',
    questionEn: 'What should the commune fix first for children in 2027?',
    ballotType: 'RANKED',
    settings: {},
    electorate: 'CLUB',
    isSensitive: false,
    options: optionsOf(
      ['បង្គន់ស្អាត និងទឹកនៅសាលា', 'Clean toilets and water at school', 'toilet'],
      ['ផ្លូវមានសុវត្ថិភាព និងកម្ពស់បន្ថយល្បឿន', 'Safe road and speed bumps', 'road'],
      ['ភ្លើងបំភ្លឺផ្លូវ', 'Street lights', 'light'],
      ['មត្តេយ្យសិក្សា', 'Preschool', 'preschool'],
      ['ធុងសំរាម និងការប្រមូលសំរាម', 'Rubbish bins and collection', 'bin'],
      ['កន្លែងលេង', 'A place to play', 'play'],
    ),
  },
  {
    key: 'know-the-council',
    questionKm: 'តើអ្នកដឹងថាក្រុមប្រឹក្សាឃុំធ្វើអ្វីខ្លះទេ?',
    questionEn: 'Do you know what the commune council does?',
    ballotType: 'SINGLE_CHOICE',
    settings: {},
    electorate: 'OPEN',
    isSensitive: false,
    options: optionsOf(
      ['ដឹងច្បាស់', 'Yes, well'],
      ['ដឹងបន្តិច', 'A little'],
      ['គ្រាន់តែធ្លាប់ឮ', 'I have heard of it only'],
      ['មិនដឹង', 'No'],
    ),
  },
  {
    key: 'soap-and-water',
    questionKm: 'ថ្ងៃនេះ នៅសាលារៀនមានសាប៊ូ និងទឹកលាងដៃទេ?',
    questionEn: 'Is there soap and water to wash your hands at school today?',
    ballotType: 'SINGLE_CHOICE',
    settings: {},
    electorate: 'SCHOOL',
    isSensitive: false,
    options: optionsOf(
      ['មានសាប៊ូ និងទឹក', 'Soap and water', 'soap'],
      ['មានតែទឹក', 'Water only', 'water'],
      ['គ្មានអ្វីទេ', 'Nothing', 'nothing'],
      ['ខ្ញុំមិនបានទៅសាលា', 'I was not at school', 'home'],
    ),
  },
  {
    key: 'safe-way',
    questionKm: 'តើអ្នកមានអារម្មណ៍ថាមានសុវត្ថិភាពតាមផ្លូវទៅសាលាទេ?',
    questionEn: 'Do you feel safe on your way to school?',
    ballotType: 'SINGLE_CHOICE',
    settings: {},
    electorate: 'OPEN',
    isSensitive: false,
    options: facesOf(
      ['សុវត្ថិភាពណាស់', 'Very safe'],
      ['សុវត្ថិភាព', 'Safe'],
      ['មធ្យម', 'So-so'],
      ['មិនសុវត្ថិភាព', 'Not safe'],
      ['មិនសុវត្ថិភាពសោះ', 'Not safe at all'],
    ),
  },
  {
    key: 'beer-in-shops',
    questionKm: 'តើកុមារអាចទិញស្រាបៀរ ឬស្រានៅតូបក្នុងភូមិបានទេ?',
    questionEn: 'Can children buy beer or wine in shops in your village?',
    ballotType: 'SINGLE_CHOICE',
    settings: {},
    electorate: 'OPEN',
    isSensitive: false,
    options: optionsOf(
      ['បាន ដោយងាយ', 'Yes, easily'],
      ['ជួនកាល', 'Sometimes'],
      ['មិនបាន', 'No'],
      ['ខ្ញុំមិនដឹង', 'I do not know'],
    ),
  },
  {
    key: 'whom-to-tell',
    questionKm: 'បើមិត្តរបស់អ្នកត្រូវមនុស្សធំធ្វើបាប តើអ្នកនឹងប្រាប់នរណាមុនគេ?',
    questionEn: 'If a friend was hurt by an adult, whom would you tell first?',
    ballotType: 'SINGLE_CHOICE',
    settings: {},
    electorate: 'CLUB',
    isSensitive: true,
    options: optionsOf(
      ['ឪពុកម្ដាយ', 'Parent', 'parent'],
      ['គ្រូ', 'Teacher', 'teacher'],
      ['មិត្តភក្តិ', 'Friend', 'friend'],
      ['មេភូមិ', 'Village chief', 'chief'],
      ['សមាជិក គ.ក.ន.ក.', 'CCWC member', 'council'],
      ['ហៅ ១២៨០', 'Call 1280', 'phone'],
      ['មិនប្រាប់នរណាទេ', 'Nobody', 'nothing'],
    ),
  },
  {
    key: 'told-the-result',
    questionKm: 'លើកមុនពេលកុមារផ្តល់យោបល់ទៅឃុំ តើមាននរណាប្រាប់លទ្ធផលដល់អ្នកទេ?',
    questionEn: 'Last time children gave ideas to the commune, did anyone tell you the result?',
    ballotType: 'SINGLE_CHOICE',
    settings: {},
    electorate: 'CLUB',
    isSensitive: false,
    options: optionsOf(
      ['បាទ/ចាស ទាំងអស់', 'Yes, all'],
      ['បាទ/ចាស ខ្លះ', 'Yes, some'],
      ['ទេ', 'No'],
      ['ខ្ញុំមិនបានចូលរួម', 'I did not take part'],
    ),
  },
  {
    key: 'health-centre',
    questionKm: 'តើមណ្ឌលសុខភាពរបស់យើងល្អកម្រិតណា?',
    questionEn: 'How good is our health centre?',
    ballotType: 'SCORE',
    settings: { faces: 5 },
    electorate: 'OPEN',
    isSensitive: false,
    options: optionsOf(
      ['បុគ្គលិករួសរាយ', 'Staff are friendly', 'staff'],
      ['បើកតាមម៉ោងដែលបិទផ្សាយ', 'Open at the posted hours', 'clock'],
      ['បង្គន់ស្អាត និងទឹក', 'Clean toilets and water', 'toilet'],
      ['មានថ្នាំ', 'Medicine is there', 'medicine'],
      ['មានបិទផ្សាយតម្លៃ', 'Prices are posted', 'price'],
    ),
  },
  {
    key: 'online-problems',
    questionKm: 'ខែនេះ តើបញ្ហាអ្វីលើអ៊ីនធឺណិតបានកើតឡើងចំពោះអ្នកដែលមានអាយុស្របាលអ្នក?',
    questionEn: 'Which online problem happened to people your age this month?',
    ballotType: 'APPROVAL',
    settings: {},
    electorate: 'CLUB',
    isSensitive: true,
    options: optionsOf(
      ['សារពីមនុស្សមិនស្គាល់', 'Messages from strangers', 'message'],
      ['គណនីក្លែងក្លាយ', 'Fake accounts', 'mask'],
      ['ការគំរាមកំហែងតាមអ៊ីនធឺណិត', 'Bullying', 'bully'],
      ['ការបោកប្រាស់ក្នុងហ្គេម ឬលុយ', 'Cheating in games or money', 'money'],
      ['រូបភាពដែលមិនចង់ឃើញ', 'Unwanted pictures', 'picture'],
      ['គ្មាន', 'None', 'nothing'],
    ),
  },
  {
    key: 'worried-about-future',
    questionKm: 'តើអ្នកបារម្ភអំពីអនាគតកម្រិតណា?',
    questionEn: 'How worried are you about the future?',
    ballotType: 'SINGLE_CHOICE',
    settings: {},
    electorate: 'OPEN',
    isSensitive: true,
    options: facesOf(
      ['មិនបារម្ភសោះ', 'Not at all'],
      ['បារម្ភបន្តិច', 'A little'],
      ['បារម្ភខ្លះ', 'Some'],
      ['បារម្ភច្រើន', 'Much'],
      ['បារម្ភខ្លាំងណាស់', 'Very much'],
    ),
  },
];
