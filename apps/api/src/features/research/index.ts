export { addAnswerCode, tagAnswers } from './code-answers.ts';
export { saveForm } from './import-form.ts';
export { approveEthics, fillEthics } from './keep-ethics.ts';
export { linkFinding } from './link-finding.ts';
export { moveTopic } from './move-topic.ts';
export { planTopic } from './plan-topic.ts';
export { answerRecommendation, followUpRecommendation, presentTopic } from './present-and-answer.ts';
export { recordAnswers } from './record-answers.ts';
export { recordTally } from './record-tally.ts';
export {
  AnswerCode,
  AnswerSheet,
  AnswerTag,
  Finding,
  Recommendation,
  ResearchTally,
  ResearchTopic,
} from './research.entity.ts';
export { findingsByIssue, type PublishedFinding } from './research.queries.ts';
export { whenIssueMergedMoveFindings } from './when-issue-merged.ts';
export { addFinding, addRecommendation } from './write-findings.ts';
