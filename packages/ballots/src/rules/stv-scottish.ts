import type { BallotProfile, OptionId } from '../profile/profile.ts';
import { firstPiles, movePile, type Piles } from './continuing-papers.ts';
import { one, shareOfValue, votesAsText } from './five-decimals.ts';
import { lotPlaces, narrowByEarlierRounds, type Tie, type TieOrder } from './tie.ts';

/** Votes with five decimals, as text: "1234.56789". */
export type VotesByOption = Readonly<Record<string, string>>;

export interface StvStage<Id extends OptionId = string> {
  /** From 1. */
  readonly stage: number;
  readonly action: 'first-preferences' | 'surplus' | 'exclusion';
  /** Whose papers were transferred; null in the first stage. */
  readonly of: Id | null;
  /** Votes that were to be transferred: the surplus, or all votes of the excluded; null when none were. */
  readonly amount: string | null;
  /** What each continuing option received. */
  readonly transfers: VotesByOption;
  /** The part of `amount` on papers without a further choice. */
  readonly notTransferable: string;
  /** The part of `amount` lost because values are cut to five decimals. */
  readonly cutOff: string;
  /** Votes credited to each option at the end of the stage. */
  readonly votes: VotesByOption;
  /** Who is elected at the end of this stage, most votes first. */
  readonly elected: readonly Id[];
}

export interface StvOutcome<Id extends OptionId = string> {
  readonly rule: 'stv-scottish';
  readonly seats: number;
  /** Votes that elect: papers divided by seats + 1, whole part, plus 1. */
  readonly quota: number;
  /** In the order of the poll or file. */
  readonly winners: readonly Id[];
  /** The elected in the order of election. */
  readonly order: readonly Id[];
  readonly ties: readonly Tie<Id>[];
  readonly rounds: readonly StvStage<Id>[];
}

interface Count {
  readonly profile: BallotProfile<OptionId>;
  readonly piles: Piles;
  readonly isContinuing: Uint8Array;
  /** Value of each distinct ballot in hundred-thousandths. */
  readonly values: Int32Array;
  /** Votes of each option in hundred-thousandths. */
  readonly votes: Float64Array;
}

/**
 * The single transferable vote as Scotland elects its councils: for committees.
 *
 * Source: Scottish Local Government Elections Order 2007, SSI 2007/42, schedule 1, rules 45–52. First stage (45),
 * quota (46), election at the quota (47), surplus transfer of all papers at surplus × value ÷ votes cut to five
 * decimals (48), largest surplus first (49), exclusion of the lowest at unchanged value (50, 51), last vacancies
 * without transfer (52). Whole numbers throughout.
 *
 * @param seats how many to elect, 1 or more
 * @throws RangeError when a ballot ranks two options level
 */
export function stvScottish<Id extends OptionId>(
  profile: BallotProfile<Id>,
  seats: number,
  { lot }: TieOrder<Id> = {},
): StvOutcome<Id> {
  if (profile.tied !== null) throw new RangeError('the Scottish rules need ballots without ties');
  const { options } = profile;
  const places = lotPlaces(options, lot);
  const quota = Math.floor(profile.ballots / (seats + 1)) + 1;
  const count = firstStage(profile);
  const { votes, isContinuing } = count;
  const history: Float64Array[] = [];
  const stages: StvStage<Id>[] = [];
  const ties: Tie<Id>[] = [];
  const elected: number[] = [];
  const withSurplus = new Set<number>();
  const ids = (positions: readonly number[]) => positions.map((position) => options[position]!);
  const positions = options.map((_, position) => position);
  const continuing = () => positions.filter((option) => isContinuing[option] === 1);

  /** The tied option to act on: by the most recent stage in which they differed, else by lot. */
  function pick(tied: readonly number[], matter: 'surplus' | 'elimination'): number {
    if (tied.length === 1) return tied[0]!;
    const { left, decidedIn } = narrowByEarlierRounds(
      tied,
      history,
      matter === 'surplus' ? 'most' : 'fewest',
    );
    const byLot = [...left].sort((a, b) => places[a]! - places[b]!);
    const chosen = matter === 'surplus' ? byLot[0]! : byLot.at(-1)!;
    ties.push({
      options: ids(tied),
      matter,
      round: history.length + 1,
      brokenBy: decidedIn === null ? 'lot' : 'earlier-round',
      decidedIn,
      chosen: [options[chosen]!],
    });
    return chosen;
  }

  /** Elects whoever holds the quota (47) or, at the end, fills the last vacancies (52); closes the stage. */
  function close(stage: Omit<StvStage<Id>, 'stage' | 'votes' | 'elected'>): void {
    const byVotes = continuing().sort((a, b) => votes[b]! - votes[a]! || places[a]! - places[b]!);
    const atQuota = byVotes.filter((option) => votes[option]! >= quota * one);
    const fillsVacancies = byVotes.length <= seats - elected.length;
    const seated = fillsVacancies ? byVotes : atQuota;
    for (const option of seated) {
      isContinuing[option] = 0;
      elected.push(option);
      if (votes[option]! > quota * one) withSurplus.add(option);
    }
    history.push(votes.slice());
    const named = Object.fromEntries(
      positions.map((option) => [options[option]!, votesAsText(votes[option]!)]),
    );
    stages.push({ stage: stages.length + 1, ...stage, votes: named, elected: ids(seated) });
  }

  close({
    action: 'first-preferences',
    of: null,
    amount: null,
    transfers: {},
    notTransferable: votesAsText(0),
    cutOff: votesAsText(0),
  });
  while (elected.length < seats && continuing().length > 0) {
    const isSurplus = withSurplus.size > 0;
    const candidates = isSurplus ? [...withSurplus].sort((a, b) => a - b) : continuing();
    const held = candidates.map((option) => votes[option]!);
    const extreme = isSurplus ? Math.max(...held) : Math.min(...held);
    const from = pick(
      candidates.filter((option) => votes[option] === extreme),
      isSurplus ? 'surplus' : 'elimination',
    );
    const amount = isSurplus ? votes[from]! - quota * one : votes[from]!;
    if (isSurplus) withSurplus.delete(from);
    else isContinuing[from] = 0;
    const { received, out } = transfer(count, from, isSurplus ? amount : null);
    votes[from] = isSurplus ? quota * one : 0;
    let given = 0;
    const transfers: Record<string, string> = {};
    for (const option of positions) {
      if (received[option] === 0) continue;
      votes[option]! += received[option]!;
      given += received[option]!;
      transfers[String(options[option]!)] = votesAsText(received[option]!);
    }
    close({
      action: isSurplus ? 'surplus' : 'exclusion',
      of: options[from]!,
      amount: votesAsText(amount),
      transfers,
      notTransferable: votesAsText(out),
      cutOff: votesAsText(amount - given - out),
    });
  }
  const winners = ids([...elected].sort((a, b) => a - b));
  return { rule: 'stv-scottish', seats, quota, winners, order: ids(elected), ties, rounds: stages };
}

function firstStage(profile: BallotProfile<OptionId>): Count {
  const votes = new Float64Array(profile.options.length);
  for (let ballot = 0; ballot < profile.distinct; ballot += 1) {
    votes[profile.choices[profile.starts[ballot]!]!]! += profile.counts[ballot]! * one;
  }
  return {
    profile,
    piles: firstPiles(profile),
    isContinuing: new Uint8Array(profile.options.length).fill(1),
    values: new Int32Array(profile.distinct).fill(one),
    votes,
  };
}

/**
 * Moves the papers of one option on.
 *
 * @param surplus in hundred-thousandths for an elected option (rule 48); null for an excluded one (rule 50), whose
 *   papers keep their value
 */
function transfer(
  { profile, piles, isContinuing, values, votes }: Count,
  from: number,
  surplus: number | null,
): { received: Float64Array; out: number } {
  const received = new Float64Array(profile.options.length);
  let out = 0;
  const newValues = new Map<number, number>();
  movePile(profile, piles, from, isContinuing, (ballot, to) => {
    let value = values[ballot]!;
    if (surplus !== null) {
      let cut = newValues.get(value);
      if (cut === undefined) {
        cut = shareOfValue(value, surplus, votes[from]!);
        newValues.set(value, cut);
      }
      value = cut;
      values[ballot] = value;
    }
    const worth = profile.counts[ballot]! * value;
    if (to < 0) out += worth;
    else received[to]! += worth;
  });
  return { received, out };
}
