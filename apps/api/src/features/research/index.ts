export {
  AnswerCode,
  AnswerSheet,
  AnswerTag,
  Finding,
  Recommendation,
  ResearchTally,
  ResearchTopic,
} from './research.entity.ts';
