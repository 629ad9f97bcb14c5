/**
 * A place code as a number has it: without its leading zero. The exchange with Primero drops it.
 *
 * @example withoutLeadingZero('02080801') // '2080801'
 */
export function withoutLeadingZero(code: string): string {
  return code.startsWith('0') ? code.slice(1) : code;
}

/**
 * The official code again: codes have an even length, so an odd one lost its zero.
 *
 * @example withLeadingZero('2080801') // '02080801'
 */
export function withLeadingZero(code: string): string {
  return code.length % 2 === 1 ? `0${code}` : code;
}
