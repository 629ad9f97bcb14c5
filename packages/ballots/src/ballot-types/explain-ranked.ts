import type { InstantRunoffOutcome } from '../rules/instant-runoff.ts';
import type { RankedOutcome } from '../rules/ranked-rules.ts';
import type { SchulzeOutcome } from '../rules/schulze.ts';
import type { StvOutcome } from '../rules/stv-scottish.ts';
import type { Tie } from '../rules/tie.ts';
import { step, type ExplanationStep } from './explanation.ts';

/** The outcome in one step or two: who won, or who is level. */
export function explainWinners({ winners }: { readonly winners: readonly string[] }): ExplanationStep[] {
  const [winner] = winners;
  if (winner === undefined) return [step('NOBODY_WON', {})];
  return [winners.length === 1 ? step('WON', { option: winner }) : step('WON_SEVERAL', { options: winners })];
}

/** One step for each tie that decided something. */
export function explainTies(ties: readonly Tie<string>[]): ExplanationStep[] {
  return ties
    .filter((tie) => tie.matter !== 'order')
    .map((tie) => {
      const { options, chosen, round, decidedIn } = tie;
      if (tie.brokenBy === 'left') return step('TIE_LEFT', { options });
      if (round === null) return step('TIE_FOR_SEAT_BY_LOT', { options, chosen });
      if (decidedIn !== null) return step('TIE_BY_EARLIER_ROUND', { options, chosen, round, decidedIn });
      return step('TIE_BY_LOT', { options, chosen, round });
    });
}

/** Every ranked outcome step by step: the result first, then how it came about, then its ties. */
export function explainRanked(outcome: RankedOutcome): readonly ExplanationStep[] {
  return [...explainWinners(outcome), ...explainRounds(outcome), ...explainTies(outcome.ties)];
}

function explainRounds(outcome: RankedOutcome): ExplanationStep[] {
  switch (outcome.rule) {
    case 'plurality': {
      const [{ tally, undecided }] = outcome.rounds;
      const papers = Object.values(tally).reduce((sum, votes) => sum + votes, undecided);
      const shared = undecided > 0 ? [step('PAPERS_WITHOUT_SINGLE_FIRST', { papers: undecided })] : [];
      return [...explainVotes(outcome.order, tally, papers), ...shared];
    }
    case 'approval': {
      const [{ tally, papers }] = outcome.rounds;
      return explainVotes(outcome.order, tally, papers);
    }
    case 'borda': {
      const [{ scores }] = outcome.rounds;
      return outcome.order.map((option) => step('BORDA_SCORE', { option, score: scores[option]! }));
    }
    case 'instant-runoff':
      return explainRunoff(outcome);
    case 'schulze':
      return explainSchulze(outcome);
    case 'stv-scottish':
      return explainStv(outcome);
    default:
      return outcome satisfies never;
  }
}

/** Votes of every option, best first, and by how much the first leads. */
export function explainVotes(
  order: readonly string[],
  tally: Readonly<Record<string, number>>,
  papers: number,
): ExplanationStep[] {
  const [first, second] = order;
  const lead = first !== undefined && second !== undefined ? tally[first]! - tally[second]! : 0;
  return [
    step('PAPERS', { papers }),
    ...order.map((option) => step('VOTES', { option, votes: tally[option]!, papers })),
    ...(lead > 0 ? [step('LEAD', { option: first!, over: second!, votes: lead })] : []),
  ];
}

function explainRunoff({ rounds, winners }: InstantRunoffOutcome): ExplanationStep[] {
  return rounds.flatMap(({ tally, eliminated, transfers }, place) => {
    const round = place + 1;
    const continuing = Object.values(tally).reduce((sum, votes) => sum + votes, 0);
    const votes = Object.entries(tally)
      .sort(([, a], [, b]) => b - a)
      .map(([option, votes]) => step('ROUND_VOTES', { round, option, votes, continuing }));
    if (eliminated === undefined || transfers === undefined) {
      const [option] = winners;
      if (option === undefined) return votes;
      return [...votes, step('ROUND_MAJORITY', { round, option, votes: tally[option]!, continuing })];
    }
    const moved = Object.entries(transfers.to)
      .filter(([, papers]) => papers > 0)
      .map(([to, papers]) => step('ROUND_MOVED', { round, option: eliminated, to, votes: papers }));
    const out = step('ROUND_EXHAUSTED', { round, option: eliminated, votes: transfers.exhausted });
    return [
      ...votes,
      step('ROUND_ELIMINATED', { round, option: eliminated, votes: tally[eliminated]! }),
      ...moved,
      ...(transfers.exhausted > 0 ? [out] : []),
    ];
  });
}

function explainSchulze({ rounds, winners }: SchulzeOutcome): ExplanationStep[] {
  const [{ options, pairwise, paths }] = rounds;
  const [winner] = winners;
  if (winner === undefined) return [];
  const from = options.indexOf(winner);
  return options.flatMap((over, to) => {
    if (to === from) return [];
    const votes = pairwise[from]![to]!;
    const against = pairwise[to]![from]!;
    const pair = step('PAIR', { option: winner, over, votes, against });
    if (votes > against) return [pair];
    const strength = paths[from]![to]!;
    const back = paths[to]![from]!;
    return strength > back ? [pair, step('STRONGER_PATH', { option: winner, over, strength, back })] : [pair];
  });
}

function explainStv({ rounds, quota, seats }: StvOutcome): ExplanationStep[] {
  const papers = Object.values(rounds[0]?.votes ?? {}).reduce((sum, votes) => sum + Number(votes), 0);
  const stages = rounds.flatMap(({ stage, action, of, amount, transfers, votes, elected }) => {
    const key = action === 'surplus' ? 'STAGE_SURPLUS' : 'STAGE_EXCLUDED';
    const acted = of === null ? [] : [step(key, { stage, option: of, votes: amount ?? '0' })];
    const moved = Object.entries(transfers).map(([to, given]) =>
      step('STAGE_MOVED', { stage, option: of ?? '', to, votes: given }),
    );
    const seated = elected.map((option) => step('STAGE_ELECTED', { stage, option, votes: votes[option]! }));
    return [...acted, ...moved, ...seated];
  });
  return [step('QUOTA', { quota, papers, seats }), ...stages];
}
