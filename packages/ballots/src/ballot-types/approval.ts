import { ok } from '@samleng/kernel';
import { profileBuilder } from '../profile/profile-builder.ts';
import { approval as countApproval, type ApprovalOutcome } from '../rules/approval.ts';
import { ballotType, type SettingField } from './ballot-type.ts';
import { explainRanked } from './explain-ranked.ts';
import { inPollOrder, onlyField, optionList, positionsOf, problem, ruleOf } from './reading.ts';
import { settingOf } from './settings.ts';

/** Options the child agrees to, in the order of the poll; none is an answer too. */
export interface ApprovalBallot {
  readonly approved: readonly string[];
}

const most: SettingField = { name: 'most', least: 1, most: 'options', usual: 'options' };

const rules = ['approval'] as const;

export const approval = ballotType({
  name: 'APPROVAL',
  gesture: 'pick-several',
  shape: {
    type: 'object',
    properties: { approved: { type: 'array', items: { type: 'string' }, uniqueItems: true } },
    required: ['approved'],
    additionalProperties: false,
  },
  settings: [most],
  rules,

  check(ballot, poll) {
    const field = onlyField(ballot, 'approved');
    if (!field.ok) return field;
    const approved = optionList(field.value, poll);
    if (!approved.ok) return approved;
    const limit = settingOf(poll, most);
    if (approved.value.length > limit) return problem('TOO_MANY_CHOSEN', { limit });
    return ok({ approved: inPollOrder(approved.value, poll) });
  },

  tally(ballots: Iterable<{ ballot: ApprovalBallot; count: number }>, poll, options = {}): ApprovalOutcome {
    ruleOf(rules, options.rule);
    const positionOf = positionsOf(poll);
    const builder = profileBuilder(poll.options.map(({ id }) => id));
    for (const { ballot, count } of ballots) builder.add(ballot.approved.map(positionOf), count);
    return countApproval(builder.finish(), options);
  },

  explain: (outcome) => explainRanked(outcome),

  sheet: {
    columns: () => ['approved'],
    hasOneMark: false,
    ballotOf: (marks) => ({ approved: [...marks.keys()] }),
  },
});
