import { toLatinDigits } from '@samleng/text';
import { textOf } from '#lib/forms/read.ts';
import { type Asked, ballotOf, type Draft, parseDraft, writeDraft } from './draft.ts';

/** A paper as it was typed in, and how many say the same. */
export interface Paper {
  readonly draft: Draft;
  readonly count: number;
}

const most = 2_000;

/** Reads the papers typed in so far, as the form carries them (`o2:1.o1:1*3|o1:1*1`). */
export function parsePapers(text: string, asked: Asked): readonly Paper[] {
  return text
    .slice(0, 200_000)
    .split('|')
    .slice(0, most)
    .flatMap((part) => {
      const [draft = '', count = ''] = part.split('*');
      const read = parseDraft(draft, asked);
      return read.length > 0 && /^[1-9]\d{0,4}$/.test(count) ? [{ draft: read, count: Number(count) }] : [];
    });
}

/** The papers as the form carries them on; equal ones are put together, in the order in which they first came. */
export function writePapers(papers: readonly Paper[]): string {
  const counts = new Map<string, number>();
  for (const { draft, count } of papers) {
    const key = writeDraft(draft);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return [...counts].map(([draft, count]) => `${draft}*${String(count)}`).join('|');
}

/** How many papers that are. */
export function countPapers(papers: readonly Paper[]): number {
  return papers.reduce((sum, { count }) => sum + count, 0);
}

/**
 * One paper as the form has it: for an order the place of each option (`mark-o1` = 2), for points their number, else a
 * tick. Digits of any script.
 *
 * @returns null where it cannot be read: a place given twice or left out before another, something that is no number
 */
export function paperIn(form: FormData, asked: Asked): Draft | null {
  const marks = asked.options.map(({ key }) => {
    const text = toLatinDigits(textOf(form, `mark-${key}`, 10)).trim();
    return { key, text, number: Number(text || 0) };
  });
  if (asked.ballotType === 'BUDGET' && (asked.settings['points'] ?? 0) === 0)
    return marks.filter(({ text }) => text !== '').map(({ key }) => [key, '1'] as const);
  if (marks.some(({ text }) => !/^\d{0,3}$/.test(text))) return null;
  const given = marks.filter(({ number }) => number > 0);
  if (asked.ballotType !== 'RANKED') return given.map(({ key, number }) => [key, String(number)] as const);
  given.sort((one, other) => one.number - other.number);
  const isInOrder = given.every(({ number }, place) => number === place + 1);
  return isInOrder ? given.map(({ key }) => [key, '1'] as const) : null;
}

/** The papers as the service takes them. */
export function ballotsOfPapers(papers: readonly Paper[], asked: Asked) {
  return papers.map(({ draft, count }) => ({ ballot: ballotOf(draft, asked), count }));
}
