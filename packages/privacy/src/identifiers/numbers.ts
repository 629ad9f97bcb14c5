import type { Finding } from './finding.ts';

const gap = '[ .\\-()\\u00B7_]{0,2}';
const phoneWords =
  /(?:ទូរស័ព្ទ|ទូរសព្ទ|លេខ|ទំនាក់ទំនង|តេ|ហៅ|call|phone|tel|mobile|contact|whatsapp|zalo|viber|signal|telegram|number|no)[^\d\n]{0,20}$/i;
const identityWords =
  /(?:អត្តសញ្ញាណ[^\d\n]{0,12}|អត្តលេខ|លិខិតឆ្លងដែន|សំបុត្រកំណើត|សៀវភៅគ្រួសារ|សៀវភៅស្នាក់នៅ|បណ្ណ|លេខកាត|លេខសម្គាល់|គណនី|passport|identity|national id|\bid\b|id card|birth certificate|account|card no|card number|family book)[^\d\n]{0,16}$/i;
const moneyAfter = /^\s?(?:រៀល|៛|ដុល្លារ|\$|riels?|khr|usd|dollars?|លាន|ពាន់|million|%|ភាគរយ)/i;
const moneyBefore = /(?:[$៛]|usd|khr|រៀល|ថវិកា|តម្លៃ|ថ្លៃ|budget|costs?|price)[^\d\n]{0,8}$/i;
const grouped = /^\d{1,3}(?:[.,]\d{3})+$/;
const dated = /^\(?(?:\d{1,2}[-. ]\d{1,2}[-. ](?:19|20|25)\d\d|(?:19|20)\d\d[-. ]\d{1,2}[-. ]\d{1,2})/;

/** Cambodia's numbers (0 or +855, then eight or nine digits) and numbers of other countries with a plus sign. */
const phone = new RegExp(
  [
    `(?<![\\d.,])(?:(?:\\+|00)${gap}855|855)${gap}(?:0${gap})?[1-9](?:${gap}\\d){6,9}(?!\\d)`,
    `(?<![\\d.,])\\+${gap}[1-9](?:${gap}\\d){7,13}(?!\\d)`,
    `(?<![\\d.,])\\(?0${gap}[1-9](?:${gap}\\d){7,8}(?!\\d)`,
  ].join('|'),
  'g',
);

/** Phone numbers, also spaced out, in any digit script, or spelled in words. */
export function phonesIn(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { 0: match, index } of text.matchAll(phone)) {
    if (isMoney(text, match, index) || dated.test(match)) continue;
    found.push({ kind: 'PHONE', start: index, end: index + match.length });
  }
  // A number without its 0, or one digit short, where the words say it is a phone.
  for (const { 0: match, index } of text.matchAll(/(?<![\d.,])\d(?:[ .-]{0,2}\d){6,11}(?!\d)/g)) {
    const before = text.slice(Math.max(0, index - 40), index);
    if (
      !phoneWords.test(before) ||
      isListOfKnown(match) ||
      identityWords.test(before) ||
      isMoney(text, match, index) ||
      dated.test(match)
    )
      continue;
    found.push({ kind: 'PHONE', start: index, end: index + match.length });
  }
  return [...found, ...spelledPhonesIn(text)];
}

const digitWord =
  '(?:សូន្យ|មួយ|ពីរ|បី|បួន|ប្រាំមួយ|ប្រាំពីរ|ប្រាំបី|ប្រាំបួន|ប្រាំ|zero|oh|one|two|three|four|five|six|seven|eight|nine|\\d)';
const spelled = new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${digitWord}[ ,.\\-]{0,2}){8,}`, 'giu');

function spelledPhonesIn(text: string): Finding[] {
  return Array.from(text.matchAll(spelled), ({ 0: match, index }) => ({ match, index }))
    .filter(({ match }) => (match.match(/\p{L}{2,}/gu) ?? []).length > 0 && !/^[\d ,.-]+$/.test(match))
    .filter(({ match }) => !/^\d+\D+$/.test(match))
    .map(
      ({ match, index }) => ({ kind: 'PHONE', start: index, end: index + match.trimEnd().length }) as const,
    );
}

/** Identity card, passport, family book, account and receipt numbers: nine digits and more, or told by their word. */
export function identityNumbersIn(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { 0: match, index } of text.matchAll(/(?<![\d.,])\d(?:[ .,\-()]{0,2}\d){4,23}(?!\d)/g)) {
    const digits = match.replace(/\D/g, '').length;
    const named = identityWords.test(text.slice(Math.max(0, index - 40), index));
    if (
      !named &&
      (digits < 9 || isListOfKnown(match) || grouped.test(match) || dated.test(match) || hasListComma(match))
    )
      continue;
    if (isMoney(text, match, index)) continue;
    found.push({ kind: 'IDENTITY_NUMBER', start: index, end: index + match.length });
  }
  // Passports (N01234567) and number plates (2AB-1234).
  for (const { 0: match, index } of text.matchAll(
    /(?<![A-Za-z\d])(?:[A-Z]\d{7,8}|\d{1,2}[A-Z]{1,2}[- ]\d{4})(?![A-Za-z\d])/g,
  ))
    found.push({ kind: 'IDENTITY_NUMBER', start: index, end: index + match.length });
  return found;
}

/** Years and short help numbers side by side, "2025 2026 2027" or "1280 1294 117". */
function isListOfKnown(match: string): boolean {
  return match
    .split(/\D+/)
    .filter(Boolean)
    .every((group) => /^(?:19\d\d|20\d\d|25\d\d|1\d\d|12\d\d)$/.test(group));
}

/** "2026, 2027, 500": a comma and a space part several numbers. */
function hasListComma(match: string): boolean {
  return /\d, \d/.test(match) || /\d, ?\d{1,2}(?:,|$)/.test(match);
}

function isMoney(text: string, match: string, index: number): boolean {
  if (moneyAfter.test(text.slice(index + match.length, index + match.length + 12))) return true;
  return (
    moneyBefore.test(text.slice(Math.max(0, index - 20), index)) &&
    !phoneWords.test(text.slice(Math.max(0, index - 24), index))
  );
}
