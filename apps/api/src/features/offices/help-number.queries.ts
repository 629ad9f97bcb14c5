import type { ApiRequest } from '../../request.ts';
import { pathOf } from '../places/index.ts';
import { HelpNumber } from './office.entity.ts';

/** The numbers that help in a place: its own, those of the places above it and those of the whole country. */
export async function helpNumbersFor({ em }: ApiRequest, placeCode: string | null): Promise<HelpNumber[]> {
  const codes = placeCode !== null && /^(\d\d){1,4}$/.test(placeCode) ? pathOf(placeCode) : [];
  return em.find(
    HelpNumber,
    { retiredAt: null, $or: [{ placeCode: null }, { placeCode: { $in: codes } }] },
    { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  );
}
