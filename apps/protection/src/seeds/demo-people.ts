import { protectionWorker } from '@samleng/personas';
import type { Affiliation, DeskRole } from '../lists.ts';

/**
 * The people of the demo desk and how they sign in. For the demo and for tests only: these words stand in a public
 * place, and a live installation never seeds them.
 */
export type DemoPerson = {
  readonly name: string;
  readonly role: DeskRole;
  readonly affiliation: Affiliation;
  /** The area of a supervisor, empty: the whole country. */
  readonly placeCode: string;
  /** Where they are on the roster, if they are. */
  readonly receivesIn: readonly string[];
  readonly passphrase: string;
  /** Base32, for the six digits that change every 30 seconds. */
  readonly totpSecret: string;
};

export const demoPeople: readonly DemoPerson[] = [
  {
    name: protectionWorker.name.en,
    role: 'WORKER',
    affiliation: 'NGO',
    placeCode: '14',
    receivesIn: ['140907', '14'],
    passphrase: 'Phalla leaves the lamp on for the late boat',
    totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  },
  {
    name: 'Sopheap',
    role: 'WORKER',
    affiliation: 'SOCIAL_AFFAIRS',
    placeCode: '17',
    receivesIn: ['17', '16', '02'],
    passphrase: 'Sopheap folds the paper crane at noon',
    totpSecret: 'KRUGS4ZANFZSAYJAORSXG5BAORXXIYLM',
  },
  {
    name: 'Chea',
    role: 'SUPERVISOR',
    affiliation: 'NGO',
    placeCode: '',
    receivesIn: [''],
    passphrase: 'Chea counts the steps of the old temple',
    totpSecret: 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U',
  },
  {
    name: 'Sreymom',
    role: 'LEAD',
    affiliation: 'NGO',
    placeCode: '',
    receivesIn: [],
    passphrase: 'Sreymom reads the river before the ferry',
    totpSecret: 'NBSWY3DPFQQHO33SNRSCC3LFMFXGI2LO',
  },
  {
    name: 'Rotha',
    role: 'ADMINISTRATOR',
    affiliation: 'NGO',
    placeCode: '',
    receivesIn: [],
    passphrase: 'Rotha keeps the spare keys in the jar',
    totpSecret: 'ONSWG4TFOQQGM33SEB2GQZJAMRSW23ZA',
  },
];
