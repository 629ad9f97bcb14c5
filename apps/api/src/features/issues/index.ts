export { GivenVerdict, Issue, IssueEvent, RankingDue, Support } from './issue.entity.ts';
