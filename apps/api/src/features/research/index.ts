export { AnswerSheet, Finding, Recommendation, ResearchTally, ResearchTopic } from './research.entity.ts';
