import { addressesIn } from './addresses.ts';
import type { Finding, IdentifierKind } from './finding.ts';
import { fold } from './folded-text.ts';
import { linksIn } from './links.ts';
import { namesIn } from './names.ts';
import { identityNumbersIn, phonesIn } from './numbers.ts';

/** A place in the original text, in UTF-16 units, end exclusive. */
export interface IdentifierMark {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
}

/** Where two findings overlap, the kind named first here is kept, over both. */
const order: readonly IdentifierKind[] = ['EMAIL', 'LINK', 'PHONE', 'IDENTITY_NUMBER', 'ADDRESS', 'NAME'];
/** Longer texts are read to here; none that people type is. */
const longestRead = 20_000;

/**
 * Marks what may tell who wrote a text or whom it is about: phone and identity numbers in any digits, e-mail, links
 * and accounts, names of people in Khmer and Latin letters, house numbers and coordinates. Ages, years, dates, money,
 * grades, places and help numbers such as 1280 are left alone. Marks are proposals for a moderator, who removes or
 * justifies each: names are told by titles, by "ឈ្មោះ" and "my name is", and by a list, so a rare name may be missed.
 *
 * @returns marks in order, none overlapping
 * @example markIdentifiers('ទូរស័ព្ទ ០១២ ៣៤៥ ៦៧៨') // [{ kind: 'PHONE', start: 9, end: 20 }]
 */
export function markIdentifiers(text: string): IdentifierMark[] {
  const { text: folded, places } = fold(text.slice(0, longestRead));
  const phones = phonesIn(folded);
  // What holds a phone number and a neighbour ("grade 7 012 345 678") is no longer number.
  const identityNumbers = identityNumbersIn(folded).filter(
    (number) => !phones.some((phone) => phone.start < number.end && number.start < phone.end),
  );
  const findings = [
    ...linksIn(folded),
    ...phones,
    ...identityNumbers,
    ...addressesIn(folded),
    ...namesIn(folded),
  ].filter(({ start, end }) => end > start);
  return merged(findings).map(({ kind, start, end }) => ({
    kind,
    start: places[start]!,
    end: places[end - 1]! + 1,
  }));
}

/** In order of place, overlapping ones joined. */
function merged(findings: readonly Finding[]): Finding[] {
  const joined: Finding[] = [];
  for (const finding of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (!last || finding.start >= last.end) {
      joined.push(finding);
      continue;
    }
    const kind = order.indexOf(finding.kind) < order.indexOf(last.kind) ? finding.kind : last.kind;
    joined[joined.length - 1] = { kind, start: last.start, end: Math.max(last.end, finding.end) };
  }
  return joined;
}
