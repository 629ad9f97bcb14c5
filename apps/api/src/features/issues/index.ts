export {
  GivenVerdict,
  Issue,
  IssueEvent,
  RankingDue,
  Showings,
  StoredRanking,
  Support,
} from './issue.entity.ts';
export { IssueCanNode, IssueConnection, IssueEventNode, IssueNode } from './issue.type.ts';
export { issuesById } from './issue.queries.ts';
export { lockIssue, moveIssue } from './move-issue.ts';
export { type EventFacts, recordEvent } from './record-event.ts';
