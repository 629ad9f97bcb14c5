import type { DemoWords } from '../words.ts';
import type { SaidOfThemselves } from '../world/concern.ts';

/** A child of the tests and the screenshots. Children have no account: only the device in their hand. */
export type ChildPersona = {
  readonly key: string;
  readonly alias: DemoWords;
  readonly age: number;
  readonly about: SaidOfThemselves;
  readonly villageCode: string;
  readonly clubKey: string | null;
};

export const children: readonly ChildPersona[] = [
  {
    key: 'sreymom',
    alias: { km: 'ស្រីមុំ', en: 'Sreymom' },
    age: 12,
    about: { ageBand: 'AGE_10_13', sex: 'GIRL', disability: 'NO', inSchool: 'YES' },
    villageCode: '14090706',
    clubKey: 'n1',
  },
  {
    key: 'dara',
    alias: { km: 'តារា', en: 'Dara' },
    age: 15,
    about: { ageBand: 'AGE_14_17', sex: 'BOY', disability: 'NO', inSchool: 'YES' },
    villageCode: '14090704',
    clubKey: 'n1',
  },
  {
    key: 'bopha',
    alias: { km: 'បុប្ផា', en: 'Bopha' },
    age: 16,
    about: { ageBand: 'AGE_14_17', sex: 'GIRL', disability: 'YES', inSchool: 'YES' },
    villageCode: '14090706',
    clubKey: 'n1',
  },
  {
    key: 'vichea',
    alias: { km: 'វិជ្ជា', en: 'Vichea' },
    age: 9,
    about: { ageBand: 'AGE_6_9', sex: 'BOY', disability: null, inSchool: 'YES' },
    villageCode: '14090702',
    clubKey: null,
  },
  {
    key: 'kanha',
    alias: { km: 'កញ្ញា', en: 'Kanha' },
    age: 14,
    about: { ageBand: 'AGE_14_17', sex: 'GIRL', disability: 'NO', inSchool: 'NO' },
    villageCode: '16070201',
    clubKey: 'n4',
  },
  {
    key: 'rithy',
    alias: { km: 'រិទ្ធី', en: 'Rithy' },
    age: 19,
    about: { ageBand: 'AGE_18_24', sex: 'BOY', disability: 'NO', inSchool: 'NO' },
    villageCode: '02080804',
    clubKey: 'n3',
  },
];
