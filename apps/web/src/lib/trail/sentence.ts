import type { TrailStepKind } from '@samleng/vocabulary';
import type { TrailOfIssueQuery } from '#lib/server/generated/graphql.ts';
import type { PictureName } from '#lib/ui/Picture.svelte';
import { figure, percent, riel } from '#lib/words/figures.ts';
import { inReadersLanguage, m } from '#lib/words/words.ts';

export type TrailStep = NonNullable<TrailOfIssueQuery['issue']>['trail'][number];

/** What has not come yet is drawn as an open point, so that a child sees how far the way goes. */
const awaited = ['ANSWER', 'PLAN', 'PROGRESS', 'VERDICT'] as const;
type Awaited = (typeof awaited)[number];

/** The picture of each part of the way. */
export const pictureOf: Readonly<Record<TrailStepKind, PictureName>> = {
  CONCERNS: 'SPEAK',
  POLL: 'POLL',
  FINDING: 'PICTURES',
  MEETING: 'ISSUES',
  OFFICE: 'RECEIPT',
  ANSWER: 'LISTEN',
  PLAN: 'CLOCK',
  MONEY: 'MONEY',
  PROGRESS: 'CHECK',
  VERDICT: 'YES',
};

/** What happened in one step, in a sentence of twelve words at most. */
export function sentenceOf(step: TrailStep): string {
  const office = inReadersLanguage(step.office?.nameKm, step.office?.nameEn).text;
  const { count } = step;
  switch (step.kind) {
    case 'CONCERNS':
      return count ? m['trail.CONCERNS.count']({ shown: figure(count) }) : m['trail.CONCERNS']();
    case 'POLL':
      if (step.wasChosen === null || step.wasChosen === undefined) return m['trail.POLL.asked']();
      return step.wasChosen ? m['trail.POLL.chosen']() : m['trail.POLL.counted']();
    case 'FINDING':
      return count ? m['trail.FINDING.count']({ shown: figure(count) }) : m['trail.FINDING']();
    case 'MEETING':
      return m[`trail.MEETING.${step.outcome ?? 'SPOKEN'}`]();
    case 'OFFICE':
      return m['trail.OFFICE']({ office });
    case 'ANSWER':
      return m['trail.ANSWER']({ decision: step.decision ? m[`decision.${step.decision}`]() : '' });
    case 'PLAN':
      return m['trail.PLAN']({ plan: step.planKind ? m[`planKind.${step.planKind}`]() : '' });
    case 'MONEY':
      return m['trail.MONEY']({ amount: riel(step.amountRiel ?? 0) });
    case 'PROGRESS':
      return step.planState === 'REJECTED'
        ? m['trail.PROGRESS.REJECTED']()
        : m['trail.PROGRESS']({ share: percent((step.percentDone ?? 0) / 100) });
    case 'VERDICT':
      return verdictSentence(step);
  }
}

function verdictSentence({ issueState, count }: TrailStep): string {
  if (issueState === 'CONFIRMED')
    return count ? m['trail.VERDICT.count']({ shown: figure(count) }) : m['trail.VERDICT.CONFIRMED']();
  const isOver = issueState === 'DONE' || issueState === 'NOT_NOW' || issueState === 'NOT_POSSIBLE';
  return isOver ? m['trail.VERDICT.saying']() : m['trail.VERDICT.REOPENED']();
}

type Link = { readonly href: string; readonly words: string };

/** Where one reads more about a step; null where the trail itself says all there is. */
export function moreOf({ kind, subjectId }: TrailStep, issueId: string): Link | null {
  const issue = `/issues/${issueId}`;
  switch (kind) {
    case 'POLL':
      return { href: `/polls/${subjectId}`, words: m['trail.more.POLL']() };
    case 'OFFICE':
    case 'CONCERNS':
      return { href: issue, words: m[`trail.more.${kind}`]() };
    case 'ANSWER':
      return { href: `${issue}#answer`, words: m['trail.more.ANSWER']() };
    case 'PLAN':
    case 'MONEY':
      return { href: `${issue}#plan`, words: m[`trail.more.${kind}`]() };
    case 'VERDICT':
      return { href: `${issue}#verdict`, words: m['trail.more.VERDICT']() };
    case 'FINDING':
    case 'MEETING':
    case 'PROGRESS':
      return null;
  }
}

/** The parts that are still to come, in their order. */
export function stillToCome(steps: readonly TrailStep[]): readonly { kind: Awaited; words: string }[] {
  const walked = new Set(steps.map(({ kind }) => kind));
  return awaited
    .filter((kind) => !walked.has(kind))
    .map((kind) => ({ kind, words: m[`trail.toCome.${kind}`]() }));
}
