export { type Clustering, kMeans } from './clusters.ts';
export { components, type Components } from './components.ts';
export { findOpinionGroups, type OpinionParameters } from './find-opinion-groups.ts';
export type { CommonStatement, OpinionOutcome, RepresentativeStatement } from './outcome.ts';
export { readPolisVotes, type VotesProblem } from './read-polis.ts';
export { silhouette } from './silhouette.ts';
export {
  consensusOfGroups,
  type GroupStatement,
  representativeness,
  type Side,
  SIGNIFICANT,
  type Tally,
  talliesByGroup,
  talliesOfAll,
} from './statistics.ts';
export { commonGround, groupConsensus, representativeStatements } from './telling-statements.ts';
export {
  collectVotes,
  type OpinionVote,
  type OpinionVotes,
  type VoteCollector,
  withoutStatements,
} from './votes.ts';
