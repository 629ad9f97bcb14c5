import { parentCode } from '@samleng/vocabulary';

/** The codes of a place and of all places above it, from the province down. */
export function pathOf(code: string): string[] {
  const above = parentCode(code);
  return above === null ? [code] : [...pathOf(above), code];
}
