/** First digit (zero) of the scripts a phone in Cambodia may type; each block holds its ten digits in order. */
const zeros = [
  0x17e0, // Khmer
  0xff10, // full-width
  0x0e50, // Thai
  0x0ed0, // Lao
  0x1040, // Burmese
  0x0660, // Arabic
  0x06f0, // Persian
  0x0966, // Devanagari
  0x09e6, // Bengali
  0x0be6, // Tamil
];

const latinOf: ReadonlyMap<string, string> = new Map(
  zeros.flatMap((zero) =>
    Array.from({ length: 10 }, (_, value) => [String.fromCodePoint(zero + value), String(value)] as const),
  ),
);

const foreignDigit = new RegExp(`[${[...latinOf.keys()].join('')}]`, 'gu');

/**
 * Digits of other scripts (Khmer, full-width, Thai, …) as Latin ones; all else stays. Lengths stay too: every
 * digit is one UTF-16 unit before and after.
 *
 * @example toLatinDigits('ថ្នាក់ទី៧') // 'ថ្នាក់ទី7'
 */
export function toLatinDigits(text: string): string {
  return text.replace(foreignDigit, (digit) => latinOf.get(digit)!);
}

/**
 * Latin digits as Khmer ones, for showing; all else stays.
 *
 * @example toKhmerDigits('1280') // '១២៨០'
 */
export function toKhmerDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));
}
