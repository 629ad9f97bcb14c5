/** Criteria scored from 1 (very bad) to 5 (very good), shown as faces, each group apart. */
export const demoScorecards = [
  {
    service: 'COMMUNE',
    criteria: [
      'Papers (birth certificate) done on time at the posted price',
      'Staff polite to children and poor people',
      'Answers to questions from citizens',
      'Information on budget and projects posted',
      'Women, youth and children invited to meetings',
      'Safety in villages (night, traffic, drugs)',
    ],
    groups: ['SELF_ASSESSMENT', 'WOMEN', 'MEN', 'YOUTH', 'CHILDREN_GIRLS', 'CHILDREN_BOYS'],
  },
  {
    service: 'PRIMARY_SCHOOL',
    criteria: [
      'Teachers present and on time',
      'Clean separate toilets with water',
      'Drinking water and soap',
      'No hitting or shouting',
      'No money asked',
      'Books and materials',
      'Safe yard, fence and road',
      'Children with disability welcome',
    ],
    groups: ['SELF_ASSESSMENT', 'WOMEN', 'MEN', 'YOUTH', 'CHILDREN_GIRLS', 'CHILDREN_BOYS'],
  },
  {
    service: 'HEALTH_CENTRE',
    criteria: [
      'Open at posted hours',
      'Staff friendly',
      'Clean, with water and toilet',
      'Medicine there',
      'Prices and free-of-charge rules for the poor posted',
      'Private place to talk for adolescents',
    ],
    groups: ['SELF_ASSESSMENT', 'WOMEN', 'MEN', 'YOUTH', 'CHILDREN_GIRLS', 'CHILDREN_BOYS'],
  },
] as const;
