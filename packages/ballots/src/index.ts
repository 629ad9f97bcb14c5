export {
  type BallotProblem,
  type BallotProblemCode,
  ballotProblemCodes,
  type BallotType,
  type Gesture,
  type JsonShape,
  type OutcomeFrame,
  type PollOption,
  type PollQuestion,
  type SettingField,
  type TallyOptions,
} from './ballot-types/ballot-type.ts';
export {
  type AnyBallotType,
  type BallotTypeName,
  ballotTypeNames,
  ballotTypeOf,
} from './ballot-types/by-name.ts';
export { type ExplanationKey, explanationKeys, type ExplanationStep } from './ballot-types/explanation.ts';
export { ballotTypes } from './ballot-types/index.ts';
export type { ApprovalBallot } from './ballot-types/approval.ts';
export type { BudgetBallot as BudgetPollBallot } from './ballot-types/budget.ts';
export type { DotsBallot } from './ballot-types/dots.ts';
export type { RankedBallot, RankedPollOutcome } from './ballot-types/ranked.ts';
export type { ScoreBallot } from './ballot-types/score.ts';
export type { SingleChoiceBallot } from './ballot-types/single-choice.ts';
export { statementAnswers, type StatementAnswer, type StatementsBallot } from './ballot-types/statements.ts';
export {
  ballotsOfSheet,
  type SheetColumns,
  type SheetProblem,
  type TallySheet,
} from './ballot-types/tally-sheet.ts';
export { settingOf, wrongSettings } from './ballot-types/settings.ts';

export { type BallotProfile, isComplete, type OptionId } from './profile/profile.ts';
export { profileBuilder, type ProfileBuilder } from './profile/profile-builder.ts';
export { type CountedBallot, profileOfRankings, type Ranking } from './profile/rankings.ts';

export { approval, type ApprovalOutcome } from './rules/approval.ts';
export { borda, type BordaOutcome } from './rules/borda.ts';
export { cumulative, type CumulativeOutcome } from './rules/cumulative.ts';
export { instantRunoff, type InstantRunoffOutcome, type RunoffRound } from './rules/instant-runoff.ts';
export { condorcetWinner, pairwiseRows, type PairwiseTable, pairwiseTable } from './rules/pairwise.ts';
export { plurality, type PluralityOutcome } from './rules/plurality.ts';
export {
  canCount,
  countRanked,
  type RankedOutcome,
  type RankedRule,
  rankedRules,
} from './rules/ranked-rules.ts';
export { schulze, type SchulzeOutcome } from './rules/schulze.ts';
export { meanScore, medianScore, type OptionScore, type ScoreOutcome } from './rules/score.ts';
export { commonStatements, type StatementOutcome, type StatementShare } from './rules/statement-shares.ts';
export { type StvOutcome, stvScottish, type StvStage } from './rules/stv-scottish.ts';
export type { Tie, TieMatter } from './rules/tie.ts';
export { type Interval, wilsonInterval } from './rules/wilson.ts';

export {
  type Amount,
  type BudgetBallot,
  type BudgetElection,
  budgetElection,
  type BudgetOutcome,
  type BudgetParameters,
  type BudgetProject,
  type BudgetRound,
  type BudgetRule,
  budgetRules,
  type BudgetTie,
  type CastBudgetBallot,
  countBudget,
  type TieRule,
  tieRules,
} from './budgets/index.ts';

export { type BltFile, readBlt } from './interchange/blt.ts';
export { type BltHeader, writeBlt } from './interchange/blt-write.ts';
export type { FileProblem } from './interchange/file-problem.ts';
export {
  type PabulibFile,
  type PabulibProject,
  type PabulibVote,
  type PabulibVoteType,
  anonymisePabulib,
  readPabulib,
  toElection,
  writePabulib,
} from './interchange/pabulib.ts';
export { type PrefLibFile, type PrefLibKind, prefLibKinds, readPrefLib } from './interchange/preflib.ts';
export { type PrefLibHeader, prefLibKindOf, writePrefLib } from './interchange/preflib-write.ts';
export {
  ageBand,
  type ExportedBallot,
  type ExportRules,
  prepareForExport,
  usualExportRules,
  type VoterBallot,
} from './interchange/prepare-for-export.ts';
