import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountedBallot } from '../profile/rankings.ts';
import type { PollQuestion } from './ballot-type.ts';
import { ballotTypeNames, ballotTypeOf } from './by-name.ts';
import { approval } from './approval.ts';
import { budget } from './budget.ts';
import { dots, type DotsBallot } from './dots.ts';
import { explanationKeys } from './explanation.ts';
import { ballotTypes } from './index.ts';
import { ranked } from './ranked.ts';
import { score, type ScoreBallot } from './score.ts';
import { wrongSettings } from './settings.ts';
import { singleChoice } from './single-choice.ts';
import { statements } from './statements.ts';

const options = [
  { id: 'toilets', cost: 400 },
  { id: 'road', cost: 600 },
  { id: 'lights', cost: 300 },
];
const poll = (settings: PollQuestion['settings'] = {}): PollQuestion => ({ options, settings });
const refusal = (code: string, option: string | null = null, limit: number | null = null) => ({
  ok: false,
  problem: { code, option, limit },
});

describe('a single choice', () => {
  it('is one option of the poll', () => {
    expect(singleChoice.check({ choice: 'road' }, poll())).toEqual({ ok: true, value: { choice: 'road' } });
    expect(singleChoice.check({ choice: 'pool' }, poll())).toEqual(refusal('OPTION_UNKNOWN', 'pool'));
    for (const strange of [null, 'road', [], {}, { choice: 1 }, { choice: 'road', voter: 'Dara' }]) {
      expect(singleChoice.check(strange, poll())).toEqual(refusal('BALLOT_UNREADABLE'));
    }
  });

  it('is counted by plurality and explained', () => {
    const outcome = singleChoice.tally(
      [
        { ballot: { choice: 'road' }, count: 5 },
        { ballot: { choice: 'lights' }, count: 3 },
        { ballot: { choice: 'road' }, count: 1 },
      ],
      poll(),
    );
    expect(outcome.winners).toEqual(['road']);
    expect(singleChoice.explain(outcome)).toEqual([
      { key: 'WON', values: { option: 'road' } },
      { key: 'PAPERS', values: { papers: 9 } },
      { key: 'VOTES', values: { option: 'road', votes: 6, papers: 9 } },
      { key: 'VOTES', values: { option: 'lights', votes: 3, papers: 9 } },
      { key: 'VOTES', values: { option: 'toilets', votes: 0, papers: 9 } },
      { key: 'LEAD', values: { option: 'road', over: 'lights', votes: 3 } },
    ]);
  });
});

describe('approval', () => {
  it('is a set: the same choice is the same ballot', () => {
    const one = approval.check({ approved: ['lights', 'toilets'] }, poll({ most: 2 }));
    expect(one).toEqual({ ok: true, value: { approved: ['toilets', 'lights'] } });
    expect(approval.check({ approved: [] }, poll())).toEqual({ ok: true, value: { approved: [] } });
  });

  it('holds to the limit and to the list', () => {
    expect(approval.check({ approved: ['road', 'lights'] }, poll({ most: 1 }))).toEqual(
      refusal('TOO_MANY_CHOSEN', null, 1),
    );
    expect(approval.check({ approved: ['road', 'road'] }, poll())).toEqual(refusal('OPTION_TWICE', 'road'));
    expect(approval.check({ approved: [7] }, poll())).toEqual(refusal('BALLOT_UNREADABLE'));
  });

  it('counts who agrees to nothing among the papers', () => {
    const outcome = approval.tally(
      [
        { ballot: { approved: [] }, count: 4 },
        { ballot: { approved: ['road'] }, count: 2 },
      ],
      poll(),
    );
    expect(outcome.rounds[0]).toEqual({ tally: { toilets: 0, road: 2, lights: 0 }, papers: 6 });
  });
});

describe('a ranking', () => {
  it('keeps its order and may be short', () => {
    expect(ranked.check({ ranking: ['road', 'toilets'] }, poll())).toEqual({
      ok: true,
      value: { ranking: ['road', 'toilets'] },
    });
    expect(ranked.check({ ranking: [] }, poll())).toEqual(refusal('NOTHING_CHOSEN'));
    expect(ranked.check({ ranking: ['road', 'lights'] }, poll({ most: 1 }))).toEqual(
      refusal('TOO_MANY_CHOSEN', null, 1),
    );
  });

  it('says when an option that beats every other lost', () => {
    const ballots = [
      { ballot: { ranking: ['toilets', 'lights', 'road'] }, count: 4 },
      { ballot: { ranking: ['road', 'lights', 'toilets'] }, count: 3 },
      { ballot: { ranking: ['lights', 'road', 'toilets'] }, count: 2 },
    ];
    const runoff = ranked.tally(ballots, poll(), { rule: 'instant-runoff' });
    expect(runoff.winners).toEqual(['road']);
    expect(runoff.pairs.beatsAll).toBe('lights');
    expect(runoff.pairs.table).toEqual([
      [0, 4, 4],
      [5, 0, 3],
      [5, 6, 0],
    ]);
    expect(ranked.explain(runoff)).toEqual([
      { key: 'WON', values: { option: 'road' } },
      { key: 'ROUND_VOTES', values: { round: 1, option: 'toilets', votes: 4, continuing: 9 } },
      { key: 'ROUND_VOTES', values: { round: 1, option: 'road', votes: 3, continuing: 9 } },
      { key: 'ROUND_VOTES', values: { round: 1, option: 'lights', votes: 2, continuing: 9 } },
      { key: 'ROUND_ELIMINATED', values: { round: 1, option: 'lights', votes: 2 } },
      { key: 'ROUND_MOVED', values: { round: 1, option: 'lights', to: 'road', votes: 2 } },
      { key: 'ROUND_VOTES', values: { round: 2, option: 'road', votes: 5, continuing: 9 } },
      { key: 'ROUND_VOTES', values: { round: 2, option: 'toilets', votes: 4, continuing: 9 } },
      { key: 'ROUND_MAJORITY', values: { round: 2, option: 'road', votes: 5, continuing: 9 } },
      { key: 'BEATS_ALL_BUT_LOST', values: { option: 'lights' } },
    ]);
    expect(ranked.tally(ballots, poll()).winners).toEqual(['lights']);
    expect(() => ranked.tally(ballots, poll(), { rule: 'cumulative' as 'borda' })).toThrow('does not count');
  });
});

describe('faces', () => {
  it('are 1 to 3 or 1 to 5, for any of the options', () => {
    expect(score.check({ scores: { lights: 5, road: 1 } }, poll())).toEqual({
      ok: true,
      value: { scores: { road: 1, lights: 5 } },
    });
    expect(score.check({ scores: { road: 5 } }, poll({ faces: 3 }))).toEqual(
      refusal('SCORE_OUT_OF_RANGE', 'road', 3),
    );
    expect(score.check({ scores: {} }, poll())).toEqual(refusal('NOTHING_CHOSEN'));
    expect(score.check({ scores: { road: 2.5 } }, poll())).toEqual(refusal('BALLOT_UNREADABLE', 'road'));
    expect(score.check({ scores: { pool: 2 } }, poll())).toEqual(refusal('OPTION_UNKNOWN', 'pool'));
  });

  it('are counted by exact mean and by median', () => {
    const ballots: CountedBallot<ScoreBallot>[] = [
      { ballot: { scores: { toilets: 5, road: 3 } }, count: 2 },
      { ballot: { scores: { toilets: 1, road: 3 } }, count: 1 },
      { ballot: { scores: { toilets: 1 } }, count: 2 },
    ];
    const byMean = score.tally(ballots, poll());
    expect(byMean.rounds[0].scores['toilets']).toMatchObject({
      papers: 5,
      sum: 13,
      mean: 2.6,
      median: 1,
      counts: [3, 0, 0, 0, 2],
    });
    expect(byMean.rounds[0].scores['road']).toMatchObject({
      papers: 3,
      sum: 9,
      mean: 3,
      median: 3,
      medianInterval: [3, 3],
    });
    expect(byMean.rounds[0].scores['lights']).toMatchObject({ papers: 0, mean: null, median: null });
    expect(byMean.order).toEqual(['road', 'toilets', 'lights']);
    expect(score.tally(ballots, poll(), { rule: 'median-score' }).winners).toEqual(['road']);
    expect(score.explain(byMean).map(({ key }) => key)).toEqual([
      'WON',
      'PAPERS',
      'MEAN',
      'MEDIAN',
      'MEAN',
      'MEDIAN',
    ]);
  });
});

describe('dots', () => {
  it('are spread within their number and cap', () => {
    expect(dots.check({ dots: { road: 3, toilets: 2, lights: 0 } }, poll())).toEqual({
      ok: true,
      value: { dots: { toilets: 2, road: 3 } },
    });
    expect(dots.check({ dots: { road: 6 } }, poll())).toEqual(refusal('TOO_MANY_DOTS', null, 5));
    expect(dots.check({ dots: { road: 3 } }, poll({ cap: 2 }))).toEqual(
      refusal('TOO_MANY_DOTS_ON_ONE', 'road', 2),
    );
    expect(dots.check({ dots: { road: -1 } }, poll())).toEqual(refusal('BALLOT_UNREADABLE', 'road'));
    expect(dots.check({ dots: {} }, poll())).toEqual(refusal('NOTHING_CHOSEN'));
  });

  it('are added up', () => {
    const ballots: CountedBallot<DotsBallot>[] = [
      { ballot: { dots: { road: 3, toilets: 2 } }, count: 2 },
      { ballot: { dots: { toilets: 5 } }, count: 1 },
    ];
    const outcome = dots.tally(ballots, poll());
    expect(outcome.winners).toEqual(['toilets']);
    expect(outcome.rounds[0]).toEqual({
      tally: { toilets: 9, road: 6, lights: 0 },
      givers: { toilets: 3, road: 2, lights: 0 },
      dots: 15,
      papers: 3,
    });
  });
});

describe('statements', () => {
  it('are agreed to, disagreed with or passed', () => {
    const ballot = { answers: { lights: 'pass', toilets: 'agree' } };
    expect(statements.check(ballot, poll())).toEqual({
      ok: true,
      value: { answers: { toilets: 'agree', lights: 'pass' } },
    });
    expect(statements.check({ answers: { road: 'maybe' } }, poll())).toEqual(
      refusal('ANSWER_UNKNOWN', 'road'),
    );
    expect(statements.check({ answers: {} }, poll())).toEqual(refusal('NOTHING_CHOSEN'));
  });

  it('are common when agreement is beyond chance', () => {
    const outcome = statements.tally(
      [
        { ballot: { answers: { toilets: 'agree', road: 'agree' } }, count: 8 },
        { ballot: { answers: { toilets: 'agree', road: 'disagree', lights: 'disagree' } }, count: 8 },
      ],
      poll(),
    );
    expect(outcome.winners).toEqual(['toilets']);
    // 16 of 16: (16 + 1) ÷ (16 + 2); 2·√17·(17/17 − ½) = √17.
    expect(outcome.rounds[0].statements['toilets']).toEqual({
      agree: 16,
      disagree: 0,
      pass: 0,
      seen: 16,
      agreeShare: 17 / 18,
      disagreeShare: 1 / 18,
      agreeTest: Math.sqrt(17),
      disagreeTest: 2 * Math.sqrt(17) * (1 / 17 - 0.5),
      common: 'agree',
    });
    expect(outcome.rounds[0].statements['road']!.common).toBeNull();
    expect(outcome.rounds[0].statements['lights']!.common).toBe('disagree');
  });
});

describe('a budget', () => {
  it('is spent within the money, approved or with points', () => {
    expect(budget.check({ approved: ['lights', 'toilets'] }, poll({ money: 700 }))).toEqual({
      ok: true,
      value: { approved: ['toilets', 'lights'] },
    });
    expect(budget.check({ approved: ['road', 'toilets'] }, poll({ money: 700 }))).toEqual(
      refusal('OVER_THE_MONEY', null, 700),
    );
    expect(budget.check({ points: { road: 4, lights: 3 } }, poll({ money: 900, points: 7 }))).toMatchObject({
      ok: true,
    });
    expect(budget.check({ points: { road: 8 } }, poll({ money: 900, points: 7 }))).toEqual(
      refusal('TOO_MANY_POINTS', null, 7),
    );
    expect(budget.check({ approved: ['road'] }, poll({ money: 900, points: 7 }))).toEqual(
      refusal('BALLOT_UNREADABLE'),
    );
  });

  it('is shared out so that a third of the children decides a third of it', () => {
    const ballots = [
      { ballot: { approved: ['road'] }, count: 6 },
      { ballot: { approved: ['lights'] }, count: 3 },
    ];
    const outcome = budget.tally(ballots, poll({ money: 900 }));
    expect(outcome.winners).toEqual(['lights', 'road']);
    expect(budget.explain(outcome).map(({ key }) => key)).toEqual([
      'WON_SEVERAL',
      'BUDGET',
      'BUDGET_SHARE',
      'FUNDED_BY_SHARES',
      'FUNDED_BY_SHARES',
      'NOT_FUNDED_NO_SUPPORT',
      'BUDGET_LEFT',
    ]);
  });

  it('says that shares were raised while money was left, and of each project without money one thing', () => {
    const ballots = [
      { ballot: { approved: ['road'] }, count: 4 },
      { ballot: { approved: ['lights'] }, count: 2 },
      { ballot: { approved: ['toilets'] }, count: 1 },
    ];
    const outcome = budget.tally(ballots, poll({ money: 800 }));
    // A share of 150 would buy road and lights, which is more than there is: 149 buys neither, then votes decide.
    const steps = budget.explain(outcome);
    const shares = steps.filter(({ key }) => key.startsWith('BUDGET_SHARE'));
    expect(shares.map(({ key, values }) => [key, Math.round(Number(values['share']))])).toEqual([
      ['BUDGET_SHARE', 114],
      ['BUDGET_SHARE_RAISED', 149],
    ]);
    const about = (option: string) => steps.filter(({ values }) => values['option'] === option).length;
    expect(['road', 'lights', 'toilets'].map(about)).toEqual([1, 1, 1]);
  });
});

describe('every ballot type', () => {
  it('is found by its name', () => {
    expect(ballotTypeNames).toEqual([
      'SINGLE_CHOICE',
      'APPROVAL',
      'RANKED',
      'SCORE',
      'DOTS',
      'STATEMENTS',
      'BUDGET',
    ]);
    for (const type of ballotTypes) expect(ballotTypeOf(type.name)).toBe(type);
  });

  it('refuses whatever is not a ballot, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ballotTypeNames), fc.jsonValue(), (name, value) => {
        const result = ballotTypeOf(name).check(value, poll({}));
        if (result.ok) expect(ballotTypeOf(name).check(result.value, poll({}))).toEqual(result);
      }),
    );
  });

  it('takes no option name from the object it inherits from', () => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      expect(score.check({ scores: JSON.parse(`{"${id}": 1}`) }, poll()).ok).toBe(false);
      expect(statements.check({ answers: JSON.parse(`{"${id}": "agree"}`) }, poll()).ok).toBe(false);
    }
  });

  it('counts no ballots at all without falling over, and explains it', () => {
    for (const type of ballotTypes.map(({ name }) => ballotTypeOf(name))) {
      for (const rule of type.rules) {
        const outcome = type.tally([], poll({}), { rule });
        const steps = type.explain(outcome);
        for (const { key, values } of steps) expect(Object.keys(values)).toEqual([...explanationKeys[key]]);
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
      }
    }
  });

  it('names settings that are not allowed', () => {
    expect(wrongSettings(poll({ faces: 4 }), score.settings)).toEqual(['faces']);
    expect(wrongSettings(poll({ most: 4, seats: 1 }), approval.settings)).toEqual(['seats', 'most']);
    expect(wrongSettings(poll({}), dots.settings)).toEqual([]);
  });
});
