/** A ballot with what is known of who cast it, before it leaves the house. */
export interface VoterBallot<Ballot> {
  readonly ballot: Ballot;
  readonly age?: number | null;
  readonly sex?: string | null;
  readonly district?: string | null;
}

/** A ballot as it is published: nothing in it tells fewer than the limit of voters apart. */
export interface ExportedBallot<Ballot> {
  /** Drawn anew, from 1. */
  readonly voter: number;
  readonly ballot: Ballot;
  /** The age band, or the sex, as was asked; null when it is not told. */
  readonly group: string | null;
  readonly district: string | null;
}

export interface ExportRules {
  /** Ballots are published with the age band or with the sex of the voter, never with both. */
  readonly groupBy: 'age-band' | 'sex';
  /** No group of voters smaller than this can be told apart. */
  readonly smallestCell: number;
}

export const usualExportRules: ExportRules = { groupBy: 'age-band', smallestCell: 10 };

const bands = [
  { from: 10, to: 13, name: '10-13' },
  { from: 14, to: 17, name: '14-17' },
  { from: 18, to: 24, name: '18-24' },
] as const;

/**
 * Makes ballots fit for publishing: voters shuffled and numbered anew, ages as bands (10–13, 14–17, 18–24), and no
 * cell of group × district with fewer voters than the limit. A group or district that would make such a cell is not
 * told; when those it was not told of would themselves be too few, the next smallest is not told either, so that
 * nothing follows by subtraction.
 *
 * @param chance a fair number from 0 up to but not including 1, new on each call
 */
export function prepareForExport<Ballot>(
  ballots: readonly VoterBallot<Ballot>[],
  chance: () => number,
  rules: ExportRules = usualExportRules,
): ExportedBallot<Ballot>[] {
  const shuffled = shuffle(ballots, chance);
  const groups = hideSmall(
    shuffled.map(({ age, sex }) => (rules.groupBy === 'sex' ? (sex ?? null) : ageBand(age ?? null))),
    () => '',
    rules.smallestCell,
  );
  const districts = hideSmall(
    shuffled.map(({ district }) => district ?? null),
    (place) => groups[place] ?? '',
    rules.smallestCell,
  );
  return shuffled.map(({ ballot }, place) => ({
    voter: place + 1,
    ballot,
    group: groups[place]!,
    district: districts[place]!,
  }));
}

/** Null outside the bands: too few to be told, or not a child's or young person's age. */
export function ageBand(age: number | null): string | null {
  if (age === null) return null;
  return bands.find(({ from, to }) => age >= from && age <= to)?.name ?? null;
}

/** Fisher and Yates (R. Durstenfeld, Communications of the ACM 7, 1964, algorithm 235): every order equally likely. */
function shuffle<Item>(items: readonly Item[], chance: () => number): Item[] {
  const deck = [...items];
  for (let last = deck.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(chance() * (last + 1));
    [deck[last], deck[pick]] = [deck[pick]!, deck[last]!];
  }
  return deck;
}

/**
 * Replaces values by null until, within every stratum, each value told and the untold rest are of no voter or of at
 * least `limit`. A value goes as a whole: told in one stratum and hidden in another, it could be worked out.
 */
function hideSmall(
  values: readonly (string | null)[],
  stratumOf: (place: number) => string,
  limit: number,
): (string | null)[] {
  const cells = new Map<string, Map<string, number>>();
  const untold = new Map<string, number>();
  values.forEach((value, place) => {
    const stratum = stratumOf(place);
    if (value === null) return void untold.set(stratum, (untold.get(stratum) ?? 0) + 1);
    const cell = cells.get(value) ?? new Map<string, number>();
    cells.set(value, cell.set(stratum, (cell.get(stratum) ?? 0) + 1));
  });
  const smallestOf = (value: string) => Math.min(...cells.get(value)!.values());
  const bySize = [...cells.keys()].sort((a, b) => smallestOf(a) - smallestOf(b) || (a < b ? -1 : 1));
  const hidden = new Set<string>();
  for (const value of bySize) {
    const isRestSmall = [...untold.values()].some((count) => count > 0 && count < limit);
    if (smallestOf(value) >= limit && !isRestSmall) break;
    hidden.add(value);
    for (const [stratum, count] of cells.get(value)!) untold.set(stratum, (untold.get(stratum) ?? 0) + count);
  }
  return values.map((value) => (value === null || hidden.has(value) ? null : value));
}
