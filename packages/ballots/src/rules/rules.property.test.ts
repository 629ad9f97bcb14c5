import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOfRankings, type CountedBallot, type Ranking } from '../profile/rankings.ts';
import { bordaScores } from './borda.ts';
import { condorcetWinner, pairwiseTable } from './pairwise.ts';
import { canCount, countRanked, rankedRules, type RankedRule } from './ranked-rules.ts';
import { schulze } from './schulze.ts';
import { stvScottish } from './stv-scottish.ts';

type Ballots = CountedBallot<Ranking<string>>[];
const letters = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Some options and strict, possibly short, rankings of them. */
const strictPoll = fc.integer({ min: 2, max: 6 }).chain((size) => {
  const options = letters.slice(0, size);
  const ballot: fc.Arbitrary<Ranking<string>> = fc.shuffledSubarray(options, { minLength: 1 });
  const counted = fc.record({ ballot, count: fc.integer({ min: 1, max: 9 }) });
  return fc.record({
    options: fc.constant(options),
    ballots: fc.array(counted, { minLength: 1, maxLength: 12 }),
  });
});

/** The same with groups of level options. */
const tiedPoll = strictPoll.chain(({ options, ballots }) =>
  fc.infiniteStream(fc.boolean()).map((cuts) => ({
    options,
    ballots: ballots.map(({ ballot, count }) => ({ ballot: grouped(ballot as string[], cuts), count })),
  })),
);

function grouped(ranking: readonly string[], cuts: Iterator<boolean>): Ranking<string> {
  const levels: string[][] = [];
  for (const id of ranking) {
    if (levels.length > 0 && cuts.next().value === true) levels.at(-1)!.push(id);
    else levels.push([id]);
  }
  return levels;
}

function winners(options: readonly string[], ballots: Ballots, rule: RankedRule, seats?: number) {
  return countRanked(profileOfRankings(options, ballots), rule, { seats }).winners;
}

const rule = fc.constantFrom(...rankedRules);

describe('every rule', () => {
  it('gives the same outcome in whatever order the ballots come and however they are grouped', () => {
    fc.assert(
      fc.property(strictPoll, rule, fc.integer({ min: 1, max: 3 }), (poll, name, seats) => {
        const single = poll.ballots.flatMap(({ ballot, count }) =>
          Array.from({ length: count }, () => ({ ballot, count: 1 })),
        );
        const { options } = poll;
        const one = countRanked(profileOfRankings(options, poll.ballots), name, { seats });
        const other = countRanked(profileOfRankings(options, single.reverse()), name, { seats });
        expect(other).toEqual(one);
      }),
    );
  });

  it('does not care what options are called, ties aside', () => {
    fc.assert(
      fc.property(strictPoll, rule, ({ options, ballots }, name) => {
        const renamed = (id: string) => `option ${options.length - options.indexOf(id)}`;
        const again = ballots.map(({ ballot, count }) => ({
          ballot: (ballot as string[]).map(renamed),
          count,
        }));
        const outcome = countRanked(profileOfRankings(options, ballots), name);
        const other = countRanked(profileOfRankings(options.map(renamed), again), name);
        expect(other.winners).toEqual(outcome.winners.map(renamed));
      }),
    );
  });

  it('does not care in which order options stand, lots aside', () => {
    fc.assert(
      fc.property(strictPoll, rule, ({ options, ballots }, name) => {
        const outcome = countRanked(profileOfRankings(options, ballots), name);
        fc.pre(outcome.ties.every((tie) => tie.brokenBy !== 'lot'));
        const other = countRanked(profileOfRankings(options.toReversed(), ballots), name);
        expect(other.winners.toSorted()).toEqual(outcome.winners.toSorted());
      }),
    );
  });

  it('orders every option once, winners first', () => {
    fc.assert(
      fc.property(tiedPoll, rule, ({ options, ballots }, name) => {
        const profile = profileOfRankings(options, ballots);
        fc.pre(canCount(profile, name));
        const { order, winners: won } = countRanked(profile, name);
        expect(new Set(order).size).toBe(order.length);
        if (name !== 'stv-scottish') expect(order.toSorted()).toEqual(options);
        expect(order.slice(0, won.length).toSorted()).toEqual(won.toSorted());
      }),
    );
  });

  it('elects whom a majority puts alone at the top', () => {
    fc.assert(
      fc.property(
        strictPoll,
        fc.constantFrom<RankedRule>('plurality', 'instant-runoff', 'schulze', 'stv-scottish'),
        (poll, name) => {
          const papers = poll.ballots.reduce((sum, { count }) => sum + count, 0);
          const ballots: Ballots = [...poll.ballots, { ballot: ['a'], count: papers + 1 }];
          expect(winners(poll.options, ballots, name)).toEqual(['a']);
        },
      ),
    );
  });
});

describe('rules that promise it', () => {
  const monotone: RankedRule[] = ['plurality', 'approval', 'borda', 'schulze'];

  it('never harm a winner who is raised to the top of a ballot', () => {
    fc.assert(
      fc.property(tiedPoll, fc.constantFrom(...monotone), fc.nat(), (poll, name, pick) => {
        const won = winners(poll.options, poll.ballots, name);
        const winner = won[pick % won.length]!;
        const place = pick % poll.ballots.length;
        const raised = poll.ballots.map(({ ballot, count }, i) => {
          if (i !== place) return { ballot, count };
          const rest = ballot.map((level) => (level as string[]).filter((id) => id !== winner));
          return { ballot: [[winner], ...rest.filter((level) => level.length > 0)], count };
        });
        expect(winners(poll.options, raised, name)).toContain(winner);
      }),
    );
  });

  it('Schulze elects the Condorcet winner when there is one, by either strength', () => {
    fc.assert(
      fc.property(tiedPoll, ({ options, ballots }) => {
        const profile = profileOfRankings(options, ballots);
        const winner = condorcetWinner(pairwiseTable(profile));
        fc.pre(winner !== null);
        expect(schulze(profile).winners).toEqual([winner]);
        expect(schulze(profile, { strength: 'margins' }).winners).toEqual([winner]);
      }),
    );
  });

  it('Borda scores add up to zero', () => {
    fc.assert(
      fc.property(tiedPoll, ({ options, ballots }) => {
        const scores = bordaScores(profileOfRankings(options, ballots));
        expect(scores.reduce((sum, score) => sum + score, 0)).toBe(0);
      }),
    );
  });

  it('pairs count the same as looking at every ballot and pair', () => {
    fc.assert(
      fc.property(tiedPoll, ({ options, ballots }) => {
        const { wins } = pairwiseTable(profileOfRankings(options, ballots));
        const level = (ballot: Ranking<string>, id: string) => {
          const found = ballot.findIndex((ids) => ids.includes(id));
          return found < 0 ? Infinity : found;
        };
        options.forEach((c, i) =>
          options.forEach((d, j) => {
            const expected = ballots
              .filter(({ ballot }) => level(ballot, c) < level(ballot, d))
              .reduce((sum, { count }) => sum + count, 0);
            expect(wins[i * options.length + j]).toBe(expected);
          }),
        );
      }),
    );
  });
});

describe('Scottish STV', () => {
  it('fills every seat it can and never loses or invents a vote', () => {
    fc.assert(
      fc.property(strictPoll, fc.integer({ min: 1, max: 5 }), ({ options, ballots }, seats) => {
        const outcome = stvScottish(profileOfRankings(options, ballots), seats);
        expect(outcome.winners.length).toBe(Math.min(seats, options.length));
        const papers = ballots.reduce((sum, { count }) => sum + count, 0);
        let gone = 0n;
        for (const stage of outcome.rounds) {
          gone += units(stage.notTransferable) + units(stage.cutOff);
          expect(units(stage.cutOff) >= 0n).toBe(true);
          const credited = Object.values(stage.votes).reduce((sum, votes) => sum + units(votes), 0n);
          expect(credited + gone).toBe(BigInt(papers) * 100_000n);
        }
      }),
    );
  });

  it('with one seat elects whom instant runoff elects, when no lot was drawn', () => {
    fc.assert(
      fc.property(strictPoll, ({ options, ballots }) => {
        const profile = profileOfRankings(options, ballots);
        const runoff = countRanked(profile, 'instant-runoff');
        const stv = stvScottish(profile, 1);
        fc.pre([...runoff.ties, ...stv.ties].every((tie) => tie.brokenBy !== 'lot'));
        expect(stv.winners).toEqual(runoff.winners);
      }),
    );
  });
});

function units(votes: string): bigint {
  return BigInt(votes.replace('.', ''));
}
