import type { ScoreCriterion } from '@samleng/vocabulary';
import { figure } from '#lib/words/figures.ts';
import { m } from '#lib/words/words.ts';

/** The words of a criterion, by the key the service names it with. */
export function criterionWords(criterion: string): string {
  return m[`scoreCriterion.${criterion as ScoreCriterion}`]();
}

/** A year as people write it, without marks between its digits. */
export function yearWords(year: number): string {
  return figure(year).replace(/[,.\s]/g, '');
}

/** A mean with its interval and people: 3.2 (2.8–3.6) · 41 people. */
export function meanWords(score: { people: number; mean: number; low: number; high: number }): string {
  const { people, mean, low, high } = score;
  return m['scorecard.meanOf']({
    mean: figure(mean, 1),
    low: figure(low, 1),
    high: figure(high, 1),
    people: figure(people),
  });
}

/** A difference of means with its interval: +0.8 (0.3 to 1.2). */
export function changeWords(change: { difference: number; low: number; high: number }): string {
  const signed = (number: number) => `${number > 0 ? '+' : ''}${figure(number, 1)}`;
  return m['scorecard.changeOf']({
    difference: signed(change.difference),
    low: signed(change.low),
    high: signed(change.high),
  });
}

/** What a change means: only where the interval leaves zero out is there one. */
export function changeMeaning({ low, high }: { low: number; high: number }): string {
  if (low > 0) return m['scorecard.better']();
  return high < 0 ? m['scorecard.worse']() : m['scorecard.unclear']();
}
