import type { PabulibFile, PabulibVote } from './pabulib-file.ts';

/** What may be published about voters: nothing by which fewer than this many of them can be told apart. */
const SMALLEST_CELL = 10;

/** What is told about a voter; everything else (education, neighbourhood, free text) is left out. */
type Told = { age: string; sex: string; district: string };

/**
 * Makes a file fit for publishing. Voters are shuffled and numbered anew, ages become bands, a district is never told
 * together with a sex, and whatever would describe fewer than ten voters is taken back: first the district, then age
 * and sex. When those left without any description would themselves be fewer than ten, the next smallest group joins
 * them, so that nobody can be found by subtraction.
 *
 * @param chance a fair number from 0 up to but not including 1, new on each call.
 */
export function anonymisePabulib(file: PabulibFile, chance: () => number): PabulibFile {
  const votes = shuffled(file.votes, chance);
  const told = tell(votes);
  const columns = (['age', 'sex', 'district'] as const).filter((column) =>
    votes.some((vote) => column in vote.details),
  );
  return {
    ...file,
    votes: votes.map((vote, place) => ({
      voter: String(place + 1),
      projects: vote.projects,
      ...(vote.points === undefined ? {} : { points: vote.points }),
      details: Object.fromEntries(columns.map((column) => [column, told[place]?.[column] ?? ''])),
    })),
  };
}

/** Fisher and Yates: every order is equally likely. */
function shuffled<Item>(items: readonly Item[], chance: () => number): Item[] {
  const deck = items.slice();
  for (let last = deck.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(chance() * (last + 1));
    const kept = deck[last] as Item;
    deck[last] = deck[pick] as Item;
    deck[pick] = kept;
  }
  return deck;
}

function tell(votes: readonly PabulibVote[]): Told[] {
  const told = votes.map(({ details }) => {
    const district = details['district'] ?? '';
    const age = ageBand(details['age'] ?? '');
    return { age, sex: district === '' ? (details['sex'] ?? '') : '', district };
  });
  const cell = ({ district, age }: Told): string => JSON.stringify([district, age]);
  const sizes = new Map<string, number>();
  const cells = told.map(cell);
  for (const key of cells) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  for (const [place, one] of told.entries()) {
    if ((sizes.get(cells[place] ?? '') ?? 0) < SMALLEST_CELL) one.district = '';
  }
  return hideSmallGroups(told);
}

function hideSmallGroups(told: Told[]): Told[] {
  const groups = new Map<string, Told[]>();
  for (const one of told) {
    const key = JSON.stringify([one.age, one.sex, one.district]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const blank = JSON.stringify(['', '', '']);
  const hidden = [...(groups.get(blank) ?? [])];
  groups.delete(blank);
  const bySize = [...groups.values()].sort((left, right) => left.length - right.length);
  for (const group of bySize) {
    const isTooFewHidden = hidden.length > 0 && hidden.length < SMALLEST_CELL;
    if (group.length >= SMALLEST_CELL && !isTooFewHidden) continue;
    hidden.push(...group);
  }
  for (const one of hidden) Object.assign(one, { age: '', sex: '', district: '' });
  return told;
}

/** The product's bands for children and young people; ten years each beyond. */
function ageBand(age: string): string {
  const years = /^\d{1,3}$/.test(age) ? Number(age) : undefined;
  if (years === undefined) return /^\d+-\d+$/.test(age) ? age : '';
  if (years < 10) return '0-9';
  if (years <= 13) return '10-13';
  if (years <= 17) return '14-17';
  if (years <= 24) return '18-24';
  if (years < 30) return '25-29';
  if (years >= 80) return '80-120';
  const decade = Math.floor(years / 10) * 10;
  return `${decade}-${decade + 9}`;
}
