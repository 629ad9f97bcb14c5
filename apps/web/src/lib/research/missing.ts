import { ethicsItems, type EthicsItem, type ResearchStage } from '@samleng/vocabulary';
import { figure } from '#lib/words/figures.ts';
import { m } from '#lib/words/words.ts';

/** The stage a topic goes to next by hand. */
export const nextStage: Partial<
  Readonly<Record<ResearchStage, 'PLAN' | 'ETHICS' | 'FIELDWORK' | 'ANALYSIS' | 'FINDINGS'>>
> = {
  IDEA: 'PLAN',
  PLAN: 'ETHICS',
  ETHICS: 'FIELDWORK',
  FIELDWORK: 'ANALYSIS',
  ANALYSIS: 'FINDINGS',
};

type Standing = {
  readonly stage: ResearchStage;
  readonly isSensitive: boolean;
  readonly ethics: readonly EthicsItem[];
  readonly isEthicsApproved: boolean;
  readonly people: number;
  readonly teamGirls: number;
  readonly teamBoys: number;
  readonly findings: readonly unknown[];
  readonly recommendations: readonly unknown[];
};

/** What keeps a topic from its next stage, in words: what the service would refuse, said before it is asked. */
export function missingFor(topic: Standing, questions: number, meetings: number): readonly string[] {
  const needs: readonly (readonly [boolean, string])[] = neededIn(topic, questions, meetings);
  return needs.flatMap(([isMissing, words]) => (isMissing ? [words] : []));
}

function neededIn(
  topic: Standing,
  questions: number,
  meetings: number,
): readonly (readonly [boolean, string])[] {
  const unticked = ethicsItems.length - topic.ethics.length;
  switch (topic.stage) {
    case 'PLAN':
      return [
        [topic.teamGirls + topic.teamBoys === 0, m['research.missing.team']()],
        [questions === 0, m['research.missing.form']()],
      ];
    case 'ETHICS':
      return [
        [questions === 0, m['research.missing.form']()],
        [unticked > 0, m['research.missing.ethics']({ count: figure(unticked) })],
        [unticked === 0 && topic.isSensitive && !topic.isEthicsApproved, m['research.missing.second']()],
      ];
    case 'FIELDWORK':
      return [[topic.people === 0, m['research.missing.answers']()]];
    case 'ANALYSIS':
      return [[topic.findings.length === 0, m['research.missing.findings']()]];
    case 'FINDINGS':
      return [
        [topic.recommendations.length === 0, m['research.missing.recommendations']()],
        [meetings === 0, m['research.missing.meeting']()],
      ];
    default:
      return [];
  }
}
