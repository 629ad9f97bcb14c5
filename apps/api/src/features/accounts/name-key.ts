import { normalise } from '@samleng/text';

/** A name as it is compared at sign-in: however its Khmer marks were typed, in whichever case. */
export function nameKeyOf(name: string): string {
  return normalise(name.slice(0, 80)).trim();
}
