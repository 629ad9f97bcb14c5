import type { Side, Tally } from './statistics.ts';

/** What was found, as plain JSON data. Participants and statements by id. */
export type OpinionOutcome = {
  readonly rule: 'opinion-groups';
  /** An opinion poll elects nobody; these stand here so that every tally has one shape. */
  readonly winners: readonly string[];
  readonly order: readonly string[];
  readonly ties: readonly never[];
  readonly rounds: readonly never[];
  readonly clear: boolean;
  readonly unclearBecause: 'too-few-people' | 'not-set-apart' | 'group-too-small' | null;
  readonly participants: number;
  /** people active enough to be put into a group */
  readonly counted: number;
  readonly statements: number;
  /** share of all variation in each of the two directions */
  readonly explained: readonly [number, number];
  /** every number of groups that was tried */
  readonly tried: readonly {
    readonly groups: number;
    readonly silhouette: number;
    readonly sizes: readonly number[];
  }[];
  /** people per group, greatest first; empty when there are no clear groups */
  readonly sizes: readonly number[];
  /** group of each participant, null for those in none */
  readonly groups: Readonly<Record<string, number | null>>;
  readonly representative: readonly {
    readonly group: number;
    readonly statements: readonly RepresentativeStatement[];
  }[];
  readonly common: {
    readonly agree: readonly CommonStatement[];
    readonly disagree: readonly CommonStatement[];
  };
  /** group-informed consensus, highest agreement first */
  readonly consensus: readonly {
    readonly statement: string;
    readonly agree: number;
    readonly disagree: number;
  }[];
};

/** A statement that stands for a group, with counts inside the group. */
export type RepresentativeStatement = Tally &
  Side & { readonly statement: string; readonly side: 'agree' | 'disagree' };

/** A statement on which most people are of one mind, with counts over everybody. */
export type CommonStatement = Tally & {
  readonly statement: string;
  readonly share: number;
  readonly shareTest: number;
};
