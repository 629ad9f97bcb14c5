import type { DatabaseEntityManager } from '@samleng/server';
import { Place } from '../places/index.ts';

/** Whether a code is that of a place that exists today. What is no code at all never reaches the database. */
export async function isPlace(em: DatabaseEntityManager, code: string): Promise<boolean> {
  return /^(\d\d){1,4}$/.test(code) && (await em.count(Place, { code, validTo: null })) > 0;
}
