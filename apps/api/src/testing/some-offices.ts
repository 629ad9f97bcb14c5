import { newId } from '@samleng/kernel';
import { levelOfCode, officeKindKeys, officeKinds, type OfficeKind } from '@samleng/vocabulary';
import { ensureHolidays, ensureUsualRules, Office } from '../features/offices/index.ts';
import type { World } from './world.ts';

/** Offices by their kind. */
export type OfficesByKind = Readonly<Record<OfficeKind, Office>>;

/**
 * One office of every kind that serves a village: its chief, those of its commune, district and province, and the
 * ministry. With the usual routing table and the known holidays.
 */
export async function someOffices(world: World, villageCode: string): Promise<OfficesByKind> {
  const em = world.em();
  await ensureUsualRules(em);
  await ensureHolidays(em);
  const codes = ['', ...[2, 4, 6, 8].map((length) => villageCode.slice(0, length))];
  const offices = officeKindKeys.map((kind) => {
    const placeCode = codes.find((code) => levelOfCode(code) === officeKinds[kind].level)!;
    const names = { nameKm: `${kind} ${placeCode}`, nameEn: `${kind} ${placeCode}` };
    return em.create(Office, { id: newId(), kind, placeCode, ...names, isActive: true });
  });
  await em.flush();
  return Object.fromEntries(offices.map((office) => [office.kind, office])) as OfficesByKind;
}
