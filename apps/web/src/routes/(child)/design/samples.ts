import type { Decision, IssueState } from '@samleng/vocabulary';
import type { AnswerShownFragment, IssueInListFragment } from '#lib/server/generated/graphql.ts';

// Invented, and the same in every language: names and words of people are never translated by us.

const id = '0190d3c2-0000-7000-8000-000000000000';

/** An issue as lists show it. */
export function anIssue(given: Partial<IssueInListFragment> & { state: IssueState }): IssueInListFragment {
  return {
    id,
    titleKm: 'បង្គន់សាលា',
    titleEn: 'School toilet',
    category: 'WATER_SANITATION',
    isSensitive: false,
    supportCount: 42,
    isSupportedByViewer: false,
    village: { type: 'VILLAGE', nameKm: 'ព្រែកគ្រួស', nameEn: 'Preaek Kruos' },
    standing: { position: 1 },
    clock: { isAnswerOverdue: false, hasNoAnswerYet: false },
    viewerCan: { support: true, withdrawSupport: false },
    ...given,
  };
}

/** An office's answer. */
export function anAnswer(decision: Decision, isSpoken = false): AnswerShownFragment {
  return {
    id,
    decision,
    words: '…',
    voice: isSpoken ? { id } : null,
    reason: null,
    nextStep: null,
    question: null,
    dueOn: '2027-05-31',
    amountRiel: 6_000_000,
    answeredOn: '2026-11-20',
    office: { nameKm: 'សាលាបឋមសិក្សាល្វេ', nameEn: 'Lvea Primary School' },
    passedOnTo: null,
  };
}
