/** A budget of invented sums: what the greater half wants takes more than half; equal shares leaves the others theirs. */
export const demoBudget = {
  poll: {
    questionKm: 'តើក្លឹបគួរចំណាយថវិកា ១២ លានរៀលលើអ្វី?',
    questionEn: 'What should 12 million riel be spent on?',
    ballotType: 'BUDGET' as const,
    isSensitive: false,
    settings: [{ name: 'money', value: 12_000_000 }],
    options: [
      { titleKm: 'បង្គន់នៅសាលា', titleEn: 'Toilets at school', pictureKey: 'toilet', costRiel: 7_000_000 },
      { titleKm: 'ភ្លើងបំភ្លឺផ្លូវ', titleEn: 'Street lights', pictureKey: 'light', costRiel: 4_500_000 },
      { titleKm: 'កន្លែងលេង', titleEn: 'A place to play', pictureKey: 'play', costRiel: 3_500_000 },
      { titleKm: 'ធុងសំរាម', titleEn: 'Rubbish bins', pictureKey: 'bin', costRiel: 1_200_000 },
    ],
  },
  answer: (child: number) => ({
    approved: child % 3 === 0 ? ['o3', 'o4'] : child % 5 === 0 ? ['o1', 'o4'] : ['o1', 'o2'],
  }),
};

/** Statements on which children near the road and children near the school differ, and one on which all agree. */
export const demoStatements = {
  poll: {
    questionKm: 'តើអ្នកយល់ព្រមជាមួយពាក្យទាំងនេះទេ?',
    questionEn: 'Do you agree with these sentences?',
    ballotType: 'STATEMENTS' as const,
    isSensitive: false,
    settings: [],
    options: [
      { titleKm: 'ឡានបើកលឿនពេកក្បែរផ្ទះខ្ញុំ', titleEn: 'Cars go too fast near my home', pictureKey: 'road' },
      { titleKm: 'យើងត្រូវការភ្លើងតាមផ្លូវ', titleEn: 'We need lights along the road', pictureKey: 'light' },
      { titleKm: 'ផ្លូវទៅសាលាមានគ្រោះថ្នាក់', titleEn: 'The way to school is dangerous', pictureKey: 'road' },
      { titleKm: 'យើងត្រូវការមនុស្សជួយឆ្លងផ្លូវ', titleEn: 'We need somebody to help us cross', pictureKey: 'cross' },
      {
        titleKm: 'បង្គន់សាលាគួរជួសជុលមុនគេ',
        titleEn: 'School toilets should be mended first',
        pictureKey: 'toilet',
      },
      { titleKm: 'សៀវភៅនៅសាលាមិនគ្រប់គ្រាន់', titleEn: 'There are too few books at school', pictureKey: 'book' },
      { titleKm: 'យើងត្រូវការទឹកស្អាតនៅសាលា', titleEn: 'We need clean water at school', pictureKey: 'water' },
      { titleKm: 'មនុស្សធំគួរស្តាប់យើង', titleEn: 'Adults should listen to us', pictureKey: 'listen' },
    ],
  },
  answer: (child: number) => ({
    answers: Object.fromEntries(
      Array.from({ length: 8 }, (_, place) => {
        const isOwn = (child % 2 === 0) === place < 4;
        const usual = place === 7 || isOwn ? 'agree' : 'disagree';
        return [`o${place + 1}`, (child + place) % 9 === 0 ? 'pass' : usual];
      }),
    ),
  }),
};
