import { ok, refused, type Result } from '@samleng/kernel';
import type { BallotProblem, BallotProblemCode, PollQuestion } from './ballot-type.ts';

/** A refusal with the option or the limit it is about. */
export function problem(
  code: BallotProblemCode,
  about: { readonly option?: string; readonly limit?: number } = {},
) {
  return refused<BallotProblem>({ code, option: about.option ?? null, limit: about.limit ?? null });
}

/** The ballot's only field, when it is an object with just that field. */
export function onlyField(ballot: unknown, name: string): Result<unknown, BallotProblem> {
  if (typeof ballot !== 'object' || ballot === null || Array.isArray(ballot))
    return problem('BALLOT_UNREADABLE');
  const keys = Object.keys(ballot);
  if (keys.length !== 1 || keys[0] !== name) return problem('BALLOT_UNREADABLE');
  return ok((ballot as Record<string, unknown>)[name]);
}

/** A list of option ids, each of this poll and none twice, in the order given. */
export function optionList(value: unknown, poll: PollQuestion): Result<readonly string[], BallotProblem> {
  if (!Array.isArray(value)) return problem('BALLOT_UNREADABLE');
  const known = new Set(poll.options.map(({ id }) => id));
  const seen = new Set<string>();
  for (const id of value as unknown[]) {
    if (typeof id !== 'string') return problem('BALLOT_UNREADABLE');
    if (!known.has(id)) return problem('OPTION_UNKNOWN', { option: id });
    if (seen.has(id)) return problem('OPTION_TWICE', { option: id });
    seen.add(id);
  }
  return ok([...seen]);
}

/** The ids in the order of the poll: the one form of a set of options. */
export function inPollOrder(ids: readonly string[], poll: PollQuestion): string[] {
  const chosen = new Set(ids);
  return poll.options.map(({ id }) => id).filter((id) => chosen.has(id));
}

/** A whole number for some options, each of this poll; in the order of the poll, without those given 0. */
export function numberByOption(
  value: unknown,
  poll: PollQuestion,
): Result<Readonly<Record<string, number>>, BallotProblem> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return problem('BALLOT_UNREADABLE');
  const given = new Map(Object.entries(value));
  const numbers: Record<string, number> = {};
  for (const { id } of poll.options) {
    const number: unknown = given.get(id) ?? 0;
    given.delete(id);
    if (!Number.isSafeInteger(number) || (number as number) < 0)
      return problem('BALLOT_UNREADABLE', { option: id });
    if (number !== 0) numbers[id] = number as number;
  }
  const [strange] = given.keys();
  return strange === undefined ? ok(numbers) : problem('OPTION_UNKNOWN', { option: strange });
}

/** Positions of the poll's options by id, for counting; an id of another poll is a mistake of the caller. */
export function positionsOf(poll: PollQuestion): (id: string) => number {
  const positions = new Map(poll.options.map(({ id }, position) => [id, position]));
  return (id) => {
    const position = positions.get(id);
    if (position === undefined) throw new RangeError(`no option ${id} in this poll`);
    return position;
  };
}

/** The rule asked for, or the type's usual one. */
export function ruleOf<Rule extends string>(
  rules: readonly [Rule, ...Rule[]],
  asked: Rule | undefined,
): Rule {
  const rule = asked ?? rules[0];
  if (!rules.includes(rule)) throw new RangeError(`the rule ${rule} does not count these ballots`);
  return rule;
}
