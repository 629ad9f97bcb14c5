import type { Level } from './office-kinds.ts';

/** Kinds of place in the official list, with the length of their code and their level. */
export const placeTypes = {
  CAPITAL: { official: 'Reach Theani', codeLength: 2, level: 'PROVINCE' },
  PROVINCE: { official: 'Khaet', codeLength: 2, level: 'PROVINCE' },
  MUNICIPALITY: { official: 'Krong', codeLength: 4, level: 'DISTRICT' },
  DISTRICT: { official: 'Srok', codeLength: 4, level: 'DISTRICT' },
  KHAN: { official: 'Khan', codeLength: 4, level: 'DISTRICT' },
  COMMUNE: { official: 'Khum', codeLength: 6, level: 'COMMUNE' },
  SANGKAT: { official: 'Sangkat', codeLength: 6, level: 'COMMUNE' },
  VILLAGE: { official: 'Phum', codeLength: 8, level: 'VILLAGE' },
} as const satisfies Record<string, { official: string; codeLength: number; level: Level }>;

export type PlaceType = keyof typeof placeTypes;
export const placeTypeKeys = Object.keys(placeTypes) as readonly PlaceType[];

/** The level of a place by the length of its code; the whole country has the empty code. */
export function levelOfCode(code: string): Level {
  switch (code.length) {
    case 8:
      return 'VILLAGE';
    case 6:
      return 'COMMUNE';
    case 4:
      return 'DISTRICT';
    case 2:
      return 'PROVINCE';
    default:
      return 'NATION';
  }
}

/** The code of the place above: the code without its last two digits; a province has none. */
export function parentCode(code: string): string | null {
  return code.length > 2 ? code.slice(0, -2) : null;
}
