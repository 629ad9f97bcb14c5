/** Where a concern stands; it starts at the first and ends at one of the last three. */
export const concernStates = ['RECEIVED', 'PUBLISHED', 'RETURNED', 'MOVED_TO_PROTECTION'] as const;
export type ConcernState = (typeof concernStates)[number];

/** Why a concern came back to the child; the words are in `messages` under `returnReason.<KEY>`. */
export const returnReasons = [
  'NOT_CLEAR',
  'NAMES_SOMEONE',
  'NOT_A_CONCERN',
  'HARMFUL_WORDS',
  'OTHER_PLACE',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** How soon a concern is to be looked at. Signs of harm only ever raise it. */
export const urgencies = ['NORMAL', 'RAISED', 'URGENT'] as const;
export type Urgency = (typeof urgencies)[number];

/**
 * Where an issue stands. `next` lists the states it may move to. Whether it is overdue is computed, never stored.
 */
export const issueStates = {
  OPEN: { next: ['ASSIGNED'], isAnswered: false, isOver: false },
  ASSIGNED: {
    next: [
      'ASSIGNED',
      'ACKNOWLEDGED',
      'ANSWERED',
      'PLANNED',
      'IN_PROGRESS',
      'DONE',
      'NOT_NOW',
      'NOT_POSSIBLE',
    ],
    isAnswered: false,
    isOver: false,
  },
  ACKNOWLEDGED: {
    next: ['ASSIGNED', 'ANSWERED', 'PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_NOW', 'NOT_POSSIBLE'],
    isAnswered: false,
    isOver: false,
  },
  ANSWERED: {
    next: ['ASSIGNED', 'ANSWERED', 'PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_NOW', 'NOT_POSSIBLE'],
    isAnswered: true,
    isOver: false,
  },
  PLANNED: {
    next: ['ANSWERED', 'PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_NOW', 'NOT_POSSIBLE'],
    isAnswered: true,
    isOver: false,
  },
  IN_PROGRESS: {
    next: ['ANSWERED', 'PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_NOW', 'NOT_POSSIBLE'],
    isAnswered: true,
    isOver: false,
  },
  DONE: { next: ['CONFIRMED', 'REOPENED'], isAnswered: true, isOver: true },
  NOT_NOW: {
    next: ['ANSWERED', 'PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_POSSIBLE', 'CONFIRMED', 'REOPENED'],
    isAnswered: true,
    isOver: true,
  },
  NOT_POSSIBLE: {
    next: ['ANSWERED', 'PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_NOW', 'CONFIRMED', 'REOPENED'],
    isAnswered: true,
    isOver: true,
  },
  CONFIRMED: { next: ['REOPENED'], isAnswered: true, isOver: true },
  REOPENED: {
    next: [
      'ASSIGNED',
      'ACKNOWLEDGED',
      'ANSWERED',
      'PLANNED',
      'IN_PROGRESS',
      'DONE',
      'NOT_NOW',
      'NOT_POSSIBLE',
    ],
    isAnswered: false,
    isOver: false,
  },
} as const satisfies Record<string, { next: readonly string[]; isAnswered: boolean; isOver: boolean }>;
export type IssueState = keyof typeof issueStates;
export const issueStateKeys = Object.keys(issueStates) as readonly IssueState[];

/** Whether an issue may move from one state to another. */
export function mayMove(from: IssueState, to: IssueState): boolean {
  return (issueStates[from].next as readonly IssueState[]).includes(to);
}

/**
 * What an office can decide. `leadsTo` is the state the issue takes (null: the issue goes to another office);
 * `needs` names the fields of an answer that may not be empty.
 */
export const decisions = {
  DONE: { leadsTo: 'DONE', needs: [] },
  PLANNED: { leadsTo: 'PLANNED', needs: ['dueOn'] },
  IN_PROGRESS: { leadsTo: 'IN_PROGRESS', needs: ['nextStep'] },
  PASSED_ON: { leadsTo: null, needs: ['passedOnTo'] },
  NOT_NOW: { leadsTo: 'NOT_NOW', needs: ['reason'] },
  NOT_POSSIBLE: { leadsTo: 'NOT_POSSIBLE', needs: ['reason', 'nextStep'] },
  NEED_MORE: { leadsTo: 'ANSWERED', needs: ['question'] },
} as const satisfies Record<string, { leadsTo: IssueState | null; needs: readonly AnswerField[] }>;
export type AnswerField = 'reason' | 'nextStep' | 'dueOn' | 'passedOnTo' | 'question';
export type Decision = keyof typeof decisions;
export const decisionKeys = Object.keys(decisions) as readonly Decision[];

/** How an office's turn with an issue ended. */
export const assignmentEnds = ['NOT_OURS', 'PASSED_ON', 'ESCALATED', 'REOPENED', 'CORRECTED'] as const;
export type AssignmentEnd = (typeof assignmentEnds)[number];

/** The children's own word on whether it is solved. */
export const verdicts = ['SOLVED', 'PARTLY', 'NOT_SOLVED'] as const;
export type Verdict = (typeof verdicts)[number];

/** The plans a promise can stand in. */
export const planKinds = ['CIP', 'CDP', 'JAAP', 'ACTION_PLAN'] as const;
export type PlanKind = (typeof planKinds)[number];

/** For whom a line of a commune's budget is. What is for children counts among the social services too. */
export const budgetTags = ['CHILDREN', 'SOCIAL_SERVICES', 'OTHER'] as const;
export type BudgetTag = (typeof budgetTags)[number];

/** The share of a commune's budget for social services that is asked for. */
export const socialShareBenchmark = 0.06;

/** The parts of the chain from a concern to the children's verdict, in the order a trail walks them. */
export const trailStepKinds = [
  'CONCERNS',
  'POLL',
  'FINDING',
  'MEETING',
  'OFFICE',
  'ANSWER',
  'PLAN',
  'MONEY',
  'PROGRESS',
  'VERDICT',
] as const;
export type TrailStepKind = (typeof trailStepKinds)[number];

export const planStates = ['PLANNED', 'IN_PROGRESS', 'DONE', 'REJECTED'] as const;
export type PlanState = (typeof planStates)[number];

export const planSectors = [
  'ECONOMIC',
  'SOCIAL',
  'ENVIRONMENT',
  'ADMINISTRATION_SECURITY',
  'GENDER',
] as const;
export type PlanSector = (typeof planSectors)[number];

/** Where the money of a plan item comes from. */
export const moneySources = [
  'COMMUNE_FUND',
  'SCHOOL_GRANT',
  'HEALTH_CENTRE',
  'DISTRICT',
  'PROVINCE',
  'MINISTRY',
  'NGO',
  'COMMUNITY',
] as const;
export type MoneySource = (typeof moneySources)[number];

/** What can have happened to an issue, as its public history tells it. */
export const issueChanges = [
  'PUBLISHED',
  'MERGED',
  'ASSIGNED',
  'ACKNOWLEDGED',
  'HANDED_OVER',
  'ESCALATED',
  'ANSWERED',
  'PLAN_ADDED',
  'PLAN_PROGRESS',
  'VERDICT',
  'REOPENED',
  'EDITED',
  'DISCUSSED',
  'POLLED',
] as const;
export type IssueChange = (typeof issueChanges)[number];
