import { searchKey } from '@samleng/text';
import { type PlaceType, parentCode } from '@samleng/vocabulary';
import { Place } from '../features/places/index.ts';
import type { World } from './world.ts';

/** Lvea and Kaev Poar with some of their villages and all that lies above them. */
export const lvea = { province: '14', district: '1409', commune: '140907', village: '14090706' } as const;
export const kaevPoar = { province: '17', district: '1707', commune: '170704', village: '17070403' } as const;

const rows: readonly (readonly [string, PlaceType, string, string])[] = [
  ['14', 'PROVINCE', 'ព្រៃវែង', 'Prey Veng'],
  ['1409', 'DISTRICT', 'ព្រះស្ដេច', 'Preah Sdach'],
  ['140907', 'COMMUNE', 'ល្វា', 'Lvea'],
  ['14090701', 'VILLAGE', 'សំរោង', 'Samraong'],
  ['14090704', 'VILLAGE', 'ធំ', 'Thum'],
  ['14090706', 'VILLAGE', 'ល្វា', 'Lvea'],
  ['17', 'PROVINCE', 'សៀមរាប', 'Siem Reap'],
  ['1707', 'DISTRICT', 'ពួក', 'Puok'],
  ['170704', 'COMMUNE', 'កែវពណ៌', 'Kaev Poar'],
  ['17070403', 'VILLAGE', 'ថ្មី', 'Thmei'],
];

/** Puts some real places into a world. */
export async function somePlaces(world: World): Promise<void> {
  const em = world.em();
  for (const [code, type, nameKm, nameEn] of rows)
    em.create(Place, {
      code,
      type,
      parentCode: parentCode(code),
      nameKm,
      nameEn,
      searchKey: searchKey(`${nameKm} ${nameEn}`),
    });
  await em.flush();
}
