import type { Result } from '@samleng/kernel';
import type { CountedBallot } from '../profile/rankings.ts';
import type { ExplanationStep } from './explanation.ts';
import type { SheetColumns } from './tally-sheet.ts';

/** What a ballot type needs to know of a poll. */
export interface PollQuestion {
  readonly options: readonly PollOption[];
  /** The poll's choices for the type's setting fields; a field left out has its usual value. */
  readonly settings: Readonly<Record<string, number>>;
}

export interface PollOption {
  readonly id: string;
  /** Cost in whole currency units (riel); only budget polls have it. */
  readonly cost?: number;
}

/** One number a facilitator chooses when making a poll of this type. */
export interface SettingField {
  readonly name: string;
  readonly least: number;
  /** 'options': as many as the poll has options. */
  readonly most: number | 'options';
  readonly usual: number | 'options';
  /** When only these values make sense. */
  readonly oneOf?: readonly number[];
}

/** The plain JSON a ballot travels and is stored as, in the words of JSON Schema. */
export interface JsonShape {
  readonly type: 'object' | 'array' | 'string' | 'integer';
  readonly properties?: Readonly<Record<string, JsonShape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonShape | false;
  readonly items?: JsonShape;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly string[];
  readonly minimum?: number;
}

/** What the child does with a finger; the web has one widget for each. */
export type Gesture =
  | 'pick-one'
  | 'pick-several'
  | 'put-in-order'
  | 'choose-faces'
  | 'spread-dots'
  | 'answer-statements'
  | 'spend-money';

/** Why a ballot is refused, as data; `messages` has the words under `ballots.problem.<CODE>`. */
export const ballotProblemCodes = [
  'BALLOT_UNREADABLE',
  'OPTION_UNKNOWN',
  'OPTION_TWICE',
  'NOTHING_CHOSEN',
  'TOO_MANY_CHOSEN',
  'SCORE_OUT_OF_RANGE',
  'TOO_MANY_DOTS',
  'TOO_MANY_DOTS_ON_ONE',
  'ANSWER_UNKNOWN',
  'OVER_THE_MONEY',
  'TOO_MANY_POINTS',
] as const;
export type BallotProblemCode = (typeof ballotProblemCodes)[number];

export interface BallotProblem {
  readonly code: BallotProblemCode;
  /** The option to blame, where one is. */
  readonly option: string | null;
  /** The limit that was passed, where there is one. */
  readonly limit: number | null;
}

/** How a poll is to be counted; chosen when the poll is made, before anyone votes. */
export interface TallyOptions<Rule extends string = string> {
  /** One of the type's rules; left out, its first. */
  readonly rule?: Rule;
  /** How many options are to be chosen; left out, the best one, and a tie for it is left standing. */
  readonly seats?: number;
  /** The lot, drawn once: option ids, the luckiest first. Left out: the order of the poll. */
  readonly lot?: readonly string[];
}

/** What every outcome has; each rule adds its own rounds. */
export interface OutcomeFrame {
  readonly rule: string;
  readonly winners: readonly string[];
  readonly order: readonly string[];
  readonly ties: readonly object[];
  readonly rounds: readonly object[];
}

/**
 * A way of answering a poll: one object a file, and a line in `index.ts`.
 *
 * `check` reads a ballot from plain JSON and gives it back in its one canonical form (equal opinions are equal JSON,
 * so a database can group them); `tally` counts a stream of such ballots, each with how often it was cast;
 * `explain` says in steps why the outcome is what it is.
 */
export interface BallotType<Name extends string, Ballot, Rule extends string, Outcome extends OutcomeFrame> {
  readonly name: Name;
  readonly gesture: Gesture;
  readonly shape: JsonShape;
  readonly settings: readonly SettingField[];
  /** The first is the usual one. */
  readonly rules: readonly [Rule, ...Rule[]];
  check(ballot: unknown, poll: PollQuestion): Result<Ballot, BallotProblem>;
  /** @throws RangeError when a ballot was not checked against this poll, or the rule is not one of the type's */
  tally(ballots: Iterable<CountedBallot<Ballot>>, poll: PollQuestion, options?: TallyOptions<Rule>): Outcome;
  explain(outcome: Outcome): readonly ExplanationStep[];
  /** How papers are counted on a sheet; null when each paper must be typed in by itself. */
  readonly sheet: SheetColumns<Ballot> | null;
}

/** Gives its argument back with its exact type, so that a ballot type's file needs no annotations twice. */
export function ballotType<
  const Name extends string,
  Ballot,
  const Rule extends string,
  Outcome extends OutcomeFrame,
>(type: BallotType<Name, Ballot, Rule, Outcome>): BallotType<Name, Ballot, Rule, Outcome> {
  return type;
}
