export {
  GivenVerdict,
  Issue,
  IssueEvent,
  RankingDue,
  Showings,
  ShownVoices,
  StoredRanking,
  Support,
} from './issue.entity.ts';
export { IssueCanNode, IssueConnection, IssueEventNode, IssueNode } from './issue.type.ts';
export { issuesById } from './issue.queries.ts';
export { settledByIssue, verdictCountsOf } from './verdict.queries.ts';
export { writeShowings } from './count-shown.ts';
export { recountSupports } from './recount-supports.ts';
export { rankDueCommunes } from './rank-commune.ts';
export { overdueCondition } from './overdue.ts';
export { lockIssue, moveIssue } from './move-issue.ts';
export { type EventFacts, recordEvent } from './record-event.ts';
