import type { Category } from './categories.ts';

/** The stages of a research topic, in order: from an idea to what the office's answer came to. */
export const researchStages = [
  'IDEA',
  'PLAN',
  'ETHICS',
  'FIELDWORK',
  'ANALYSIS',
  'FINDINGS',
  'PRESENTED',
  'ANSWERED',
  'FOLLOWED_UP',
] as const;
export type ResearchStage = (typeof researchStages)[number];

/** Whether a stage is another one or comes after it. */
export function isFromStage(stage: ResearchStage, from: ResearchStage): boolean {
  return researchStages.indexOf(stage) >= researchStages.indexOf(from);
}

/** How children find something out. */
export const researchMethods = [
  'SURVEY',
  'COUNTING',
  'CHECK_LIST',
  'MAP',
  'INTERVIEWS',
  'GROUP_TALK',
  'SCORING',
] as const;
export type ResearchMethod = (typeof researchMethods)[number];

/** What must be so before children go out and ask; every item is ticked, and on a sensitive topic by two people. */
export const ethicsItems = [
  'NO_OWN_EXPERIENCE',
  'CONSENT_OF_CHILD_AND_PARENT',
  'TWO_TRAINED_ADULTS',
  'HELP_NAMED',
  'NO_NAMES',
  'HARM_TO_PROTECTION',
  'GROUPS_APART',
] as const;
export type EthicsItem = (typeof ethicsItems)[number];

/** Categories whose topics are always sensitive: counts only, never a child's own experience. */
export const sensitiveResearch: readonly Category[] = ['VIOLENCE', 'ALCOHOL_DRUGS'];

/** Where answers were written down first. */
export const answerSources = ['PHONE', 'PAPER'] as const;
export type AnswerSource = (typeof answerSources)[number];
