import type { BallotProfile, OptionId } from '../profile/profile.ts';
import { firstPiles, movePile } from './continuing-papers.ts';
import type { ByOption } from './tally-by-option.ts';
import { lotPlaces, narrowByEarlierRounds, type Tie, type TieOrder } from './tie.ts';

export interface RunoffRound<Id extends OptionId = string> {
  /** Papers with each continuing option. */
  readonly tally: ByOption;
  /** Papers that rank no continuing option any more. */
  readonly exhausted: number;
  /** Who falls out after this round; absent in the last. */
  readonly eliminated?: Id;
  /** Where the papers of the eliminated option went; absent in the last. */
  readonly transfers?: { readonly to: ByOption; readonly exhausted: number };
}

export interface InstantRunoffOutcome<Id extends OptionId = string> {
  readonly rule: 'instant-runoff';
  /** One, or none when no paper ranks anything. */
  readonly winners: readonly Id[];
  /** The winner, then the others from the last to fall out to the first. */
  readonly order: readonly Id[];
  readonly ties: readonly Tie<Id>[];
  readonly rounds: readonly RunoffRound<Id>[];
}

/**
 * Instant runoff: while no option holds more than half of the papers that still rank a continuing one, the option
 * with the fewest falls out and its papers go to their next continuing choice. Of options with equally few, the
 * one that had the fewest in the most recent earlier round in which they differed falls out; if they never
 * differed, the lot decides.
 *
 * Source: H. Robert, Robert's Rules of Order Newly Revised, 12th edition 2020, 45:62–69 (preferential voting),
 * here with the majority taken of the continuing papers. Ties as in the Scottish Local Government Elections Order
 * 2007, SSI 2007/42, schedule 1, rule 51(2).
 *
 * @throws RangeError when a ballot ranks two options level: the rule does not say whose paper that is
 */
export function instantRunoff<Id extends OptionId>(
  profile: BallotProfile<Id>,
  { lot }: TieOrder<Id> = {},
): InstantRunoffOutcome<Id> {
  if (profile.tied !== null) throw new RangeError('instant runoff needs ballots without ties');
  const { options, counts, distinct } = profile;
  const size = options.length;
  const places = lotPlaces(options, lot);
  const piles = firstPiles(profile);
  const isContinuing = new Uint8Array(size).fill(1);
  const votes = new Float64Array(size);
  for (let ballot = 0; ballot < distinct; ballot += 1) {
    votes[profile.choices[profile.starts[ballot]!]!]! += counts[ballot]!;
  }
  const history: Float64Array[] = [];
  const rounds: RunoffRound<Id>[] = [];
  const ties: Tie<Id>[] = [];
  const fallen: Id[] = [];
  let exhausted = 0;
  let continuing = options.map((_, position) => position);
  while (continuing.length > 0) {
    const tally = tallyOf(options, continuing, votes);
    const most = Math.max(...continuing.map((option) => votes[option]!));
    if (most * 2 > profile.ballots - exhausted || continuing.length === 1 || exhausted === profile.ballots) {
      rounds.push({ tally, exhausted });
      break;
    }
    const { out, tie } = whoFallsOut(options, continuing, votes, history, places);
    if (tie !== null) ties.push(tie);
    history.push(votes.slice());
    isContinuing[out] = 0;
    const gained = new Float64Array(size);
    let lost = 0;
    movePile(profile, piles, out, isContinuing, (ballot, to) => {
      if (to < 0) lost += counts[ballot]!;
      else gained[to]! += counts[ballot]!;
    });
    continuing = continuing.filter((option) => option !== out);
    rounds.push({
      tally,
      exhausted,
      eliminated: options[out]!,
      transfers: { to: tallyOf(options, continuing, gained), exhausted: lost },
    });
    for (const option of continuing) votes[option]! += gained[option]!;
    votes[out] = 0;
    exhausted += lost;
    fallen.unshift(options[out]!);
  }
  const last = finalOrder(continuing, votes, history, places).map((option) => options[option]!);
  const winners = profile.ballots === 0 ? [] : last.slice(0, 1);
  return { rule: 'instant-runoff', winners, order: [...last, ...fallen], ties, rounds };
}

function whoFallsOut<Id extends OptionId>(
  options: readonly Id[],
  continuing: readonly number[],
  votes: Float64Array,
  history: readonly Float64Array[],
  places: Int32Array,
): { out: number; tie: Tie<Id> | null } {
  const fewest = Math.min(...continuing.map((option) => votes[option]!));
  const tied = continuing.filter((option) => votes[option] === fewest);
  if (tied.length === 1) return { out: tied[0]!, tie: null };
  const { left, decidedIn } = narrowByEarlierRounds(tied, history, 'fewest');
  const out = left.reduce((unluckiest, option) =>
    places[option]! > places[unluckiest]! ? option : unluckiest,
  );
  const tie: Tie<Id> = {
    options: tied.map((option) => options[option]!),
    matter: 'elimination',
    round: history.length + 1,
    brokenBy: decidedIn === null ? 'lot' : 'earlier-round',
    decidedIn,
    chosen: [options[out]!],
  };
  return { out, tie };
}

/** Those that stood to the end, most votes first; level ones by earlier rounds, then the lot. */
function finalOrder(
  continuing: readonly number[],
  votes: Float64Array,
  history: readonly Float64Array[],
  places: Int32Array,
): number[] {
  const rounds = [votes, ...history.toReversed()];
  return [...continuing].sort((a, b) => {
    for (const round of rounds) if (round[a] !== round[b]) return round[b]! - round[a]!;
    return places[a]! - places[b]!;
  });
}

function tallyOf(options: readonly OptionId[], positions: readonly number[], votes: Float64Array): ByOption {
  return Object.fromEntries(positions.map((position) => [options[position]!, votes[position]!]));
}
