import { ok } from '@samleng/kernel';
import { profileBuilder } from '../profile/profile-builder.ts';
import { condorcetWinner, pairwiseRows, pairwiseTable } from '../rules/pairwise.ts';
import { countRanked, type RankedOutcome } from '../rules/ranked-rules.ts';
import { ballotType, type SettingField } from './ballot-type.ts';
import { explainRanked } from './explain-ranked.ts';
import { step } from './explanation.ts';
import { onlyField, optionList, positionsOf, problem, ruleOf } from './reading.ts';
import { settingOf } from './settings.ts';

/** Options from the most to the least wanted; those left out stand below all others. */
export interface RankedBallot {
  readonly ranking: readonly string[];
}

/** The rule's outcome, and beside it how every pair stands: so that anyone sees whom the rule passed over. */
export type RankedPollOutcome = RankedOutcome<string> & {
  readonly pairs: {
    readonly options: readonly string[];
    /** `table[c][d]` papers rank option c above option d. */
    readonly table: readonly (readonly number[])[];
    /** The option that beats every other in direct comparison, if there is one. */
    readonly beatsAll: string | null;
  };
};

const most: SettingField = { name: 'most', least: 1, most: 'options', usual: 'options' };

const rules = ['schulze', 'borda', 'instant-runoff', 'stv-scottish'] as const;

export const ranked = ballotType({
  name: 'RANKED',
  gesture: 'put-in-order',
  shape: {
    type: 'object',
    properties: { ranking: { type: 'array', items: { type: 'string' }, uniqueItems: true } },
    required: ['ranking'],
    additionalProperties: false,
  },
  settings: [most],
  rules,

  check(ballot, poll) {
    const field = onlyField(ballot, 'ranking');
    if (!field.ok) return field;
    const ranking = optionList(field.value, poll);
    if (!ranking.ok) return ranking;
    if (ranking.value.length === 0) return problem('NOTHING_CHOSEN');
    const limit = settingOf(poll, most);
    if (ranking.value.length > limit) return problem('TOO_MANY_CHOSEN', { limit });
    return ok({ ranking: ranking.value });
  },

  tally(ballots: Iterable<{ ballot: RankedBallot; count: number }>, poll, options = {}): RankedPollOutcome {
    const rule = ruleOf(rules, options.rule);
    const positionOf = positionsOf(poll);
    const builder = profileBuilder(poll.options.map(({ id }) => id));
    for (const { ballot, count } of ballots) builder.add(ballot.ranking.map(positionOf), count);
    const profile = builder.finish();
    const table = pairwiseTable(profile);
    const pairs = { options: profile.options, table: pairwiseRows(table), beatsAll: condorcetWinner(table) };
    return { ...countRanked(profile, rule, options), pairs };
  },

  explain(outcome) {
    const { beatsAll } = outcome.pairs;
    if (beatsAll === null) return [...explainRanked(outcome), step('NOBODY_BEATS_ALL', {})];
    const key = outcome.winners.includes(beatsAll) ? 'BEATS_ALL' : 'BEATS_ALL_BUT_LOST';
    return [...explainRanked(outcome), step(key, { option: beatsAll })];
  },

  sheet: null,
});
