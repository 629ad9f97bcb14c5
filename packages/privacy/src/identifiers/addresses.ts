import type { Finding } from './finding.ts';

const number = '(?:#|№|no\\.? ?|number )? ?\\d{1,5} ?[A-Za-z]{0,2}(?:[-/]?\\d{1,4})?';
const patterns = [
  // ផ្ទះលេខ ១២, ផ្ទះ #12, បន្ទប់ជួលលេខ៥
  /(?:ផ្ទះ|បន្ទប់ជួល|វីឡា|អាផាតមិន)(?:របស់ខ្ញុំ)? ?(?:លេខ|#|№) ?\d{1,5} ?[A-Za-zក-អ]{0,3}(?:[-/]\d{1,4})?(?![\u17B6-\u17D3])/gu,
  // ផ្លូវលេខ ២៧១, not the national roads, which everyone knows
  /(?<!ជាតិ)ផ្លូវ ?(?:លេខ|#|បេតុងលេខ) ?\d{1,4} ?[A-Za-z]{0,2}/gu,
  new RegExp(
    `\\b(?:house|flat|apartment|apt|room for rent|villa)\\.? ?(?:#|№|no\\.? ?|number )? ?\\d{1,5} ?[A-Za-z]?\\b(?:[-/]\\d{1,4})?`,
    'giu',
  ),
  new RegExp(`\\b(?:st|str|street)\\.? ?${number}\\b`, 'giu'),
  /(?<![\p{L}\p{N}])#\d{1,4} ?[A-Za-z]?(?= ?,? ?(?:st|str|street|ផ្លូវ))/giu,
  // Coordinates
  /(?<![\d.])-?\d{1,3}\.\d{3,10}°? ?[NS]? ?[,; ] ?-?\d{1,3}\.\d{3,10}(?!\d)/gu,
];

/** House and street numbers, and coordinates. Villages and communes are no address: issues name them. */
export function addressesIn(text: string): Finding[] {
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
      kind: 'ADDRESS' as const,
      start: index,
      end: index + match.trimEnd().length,
    })),
  );
}
