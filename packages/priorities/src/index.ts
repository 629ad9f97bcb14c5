export { groupBalancedScore, wilsonLowerBound, zForOneInTen, type GroupCount } from './support-share.ts';
export { importanceToGroup, isImportantToGroup } from './group-importance.ts';
export { plainOrder, type PlainPlace, type SupportedIssue, type TieBreak } from './plain-order.ts';
export {
  rankIssues,
  replay,
  smallestGroup,
  type KeptSlot,
  type RankedGroup,
  type RankedIssue,
  type RankedPlace,
  type Ranking,
  type RankingInputs,
} from './rank-issues.ts';
export { feedOrder } from './feed-order.ts';
