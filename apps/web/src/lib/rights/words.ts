import { type Indicator, indicators } from '@samleng/vocabulary';
import { figure } from '#lib/words/figures.ts';
import { m } from '#lib/words/words.ts';

export interface FigureShown {
  readonly indicator: Indicator;
  readonly value: number | null;
  readonly part: number | null;
  readonly whole: number | null;
}

/** A figure as people read it: 64 % (9 of 14), or why there is none. */
export function valueWords({ indicator, value, part, whole }: FigureShown): string {
  if (value === null) return whole === 0 ? m['rights.nothingYet']() : m['rights.hidden']();
  const shown = m[`rights.unit.${indicators[indicator].unit}`]({ value: figure(value) });
  return part === null || whole === null
    ? shown
    : m['rights.of']({ value: shown, part: figure(part), whole: figure(whole) });
}

/** The words of a group of children. */
export function groupWords(cut: 'SEX' | 'AGE' | 'DISABILITY', key: string): string {
  type Known = 'SEX.GIRL' | 'AGE.AGE_10_13' | 'DISABILITY.YES';
  return m[`rights.cell.${`${cut}.${key}` as Known}`]();
}

/** The numbers of articles: 12, 13. */
export function articleNumbers(articles: readonly number[]): string {
  return articles.map((article) => figure(article)).join(', ');
}
