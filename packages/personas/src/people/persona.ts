import { staff, type StaffPersona } from './staff.ts';

/**
 * One of the staff by key.
 *
 * @throws Error when there is nobody of that key: a typing error in a test or seed
 */
export function persona(key: string): StaffPersona {
  const found = staff.find((each) => each.key === key);
  if (found === undefined) throw new Error(`Nobody in the demo is called ${key}`);
  return found;
}
