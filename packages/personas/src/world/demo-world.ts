import type { Category, OfficeKind, Topic } from '@samleng/vocabulary';
import type { IsoDay } from '../words.ts';
import { demoAnswers, demoVerdicts } from './answers.ts';
import { demoBudget } from './budget.ts';
import type { DemoConcern, WaitingConcern } from './concern.ts';
import { concernsOfCommunity } from './concerns-community.ts';
import { concernsOfHealthAndRoads } from './concerns-health-and-roads.ts';
import { returnedConcerns } from './concerns-returned.ts';
import { concernsOfSafety } from './concerns-safety.ts';
import { concernsOfSchool } from './concerns-school.ts';
import { extraWaitingConcerns, waitingOfTheSeventy } from './concerns-waiting.ts';
import { concernsOfWorkAndNature } from './concerns-work-and-nature.ts';
import type { DemoIssue } from './issue.ts';
import { issuesOfCommunity } from './issues-community.ts';
import { issuesOfHealthAndRoads } from './issues-health-and-roads.ts';
import { issuesOfSafety } from './issues-safety.ts';
import { issuesOfSchool } from './issues-school.ts';
import { demoMeetings } from './meetings.ts';
import { demoClubs, demoNetwork } from './networks.ts';
import { demoOffices } from './offices.ts';
import { demoPlaces } from './places.ts';
import { demoPlanItems } from './plan-items.ts';
import { demoPolls } from './polls.ts';
import { demoResearchTopics } from './research-topics.ts';
import { demoScorecards } from './scorecards.ts';
import { demoSupporters, drawSupports } from './supporters.ts';

/** The day on which the demo world stands; all its days lie before it, but for what is promised. */
export const demoToday: IsoDay = '2026-11-23';

/** The commune most of the demo plays in. */
export const demoCommune = '140907';

/** An issue with what it takes from its first concern. */
export type PublishedIssue = DemoIssue & {
  readonly category: Category;
  readonly topic: Topic;
  readonly aboutOfficeKind: OfficeKind | null;
  readonly expectedOfficeKind: OfficeKind;
  readonly placeCode: string;
  readonly communeCode: string;
};

const seventy: readonly DemoConcern[] = [
  ...concernsOfSchool,
  ...concernsOfHealthAndRoads,
  ...concernsOfSafety,
  ...concernsOfWorkAndNature,
  ...concernsOfCommunity,
];

const issues: readonly PublishedIssue[] = [
  ...issuesOfSchool,
  ...issuesOfHealthAndRoads,
  ...issuesOfSafety,
  ...issuesOfCommunity,
].map(withFirstConcern);

function withFirstConcern(issue: DemoIssue): PublishedIssue {
  const first = seventy.find((concern) => concern.key === issue.from[0]!.concern)!;
  const { category, topic, aboutOfficeKind, expectedOfficeKind, placeCode } = first;
  return {
    ...issue,
    category,
    topic,
    aboutOfficeKind,
    expectedOfficeKind,
    placeCode,
    communeCode: placeCode.slice(0, 6),
  };
}

const waiting: readonly WaitingConcern[] = [
  ...seventy
    .filter((concern) => concern.key in waitingOfTheSeventy)
    .map((concern) => ({
      ...concern,
      urgency: waitingOfTheSeventy[concern.key]!,
      identifiers: [],
      similarTo: null,
    })),
  ...extraWaitingConcerns,
];

/**
 * The invented world of the demo, the tests and the screenshots: plain data, the same everywhere. Places are real,
 * everything that happens in them is made up. Disclosures of harm are no part of it.
 */
export const demoWorld = {
  today: demoToday,
  commune: demoCommune,
  places: demoPlaces,
  offices: demoOffices,
  network: demoNetwork,
  clubs: demoClubs,
  /** All seventy, whatever became of them. */
  concerns: seventy,
  /** What became of the published ones; issues of the same key number as their first concern. */
  issues,
  /** In the moderator's queue. */
  waiting,
  returned: returnedConcerns,
  supporters: demoSupporters,
  supports: drawSupports(issues, demoSupporters, demoToday),
  answers: demoAnswers,
  verdicts: demoVerdicts,
  planItems: demoPlanItems,
  polls: demoPolls,
  researchTopics: demoResearchTopics,
  meetings: demoMeetings,
  budget: demoBudget,
  scorecards: demoScorecards,
} as const;
