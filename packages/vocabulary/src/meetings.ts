/**
 * The meetings children bring issues to. `level` is the place a meeting belongs to; `isMonthly` tells which the commune
 * holds every month.
 */
export const meetingKinds = {
  CCWC_MONTHLY: { level: 'COMMUNE', isMonthly: true },
  COUNCIL: { level: 'COMMUNE', isMonthly: true },
  CIP_REVIEW: { level: 'COMMUNE', isMonthly: false },
  VILLAGE: { level: 'VILLAGE', isMonthly: false },
  DISTRICT_INTEGRATION: { level: 'DISTRICT', isMonthly: false },
  INTERFACE: { level: 'COMMUNE', isMonthly: false },
  JAAP: { level: 'COMMUNE', isMonthly: false },
  CHILD_FORUM: { level: 'COMMUNE', isMonthly: false },
  WCCC_QUARTERLY: { level: 'DISTRICT', isMonthly: false },
} as const satisfies Readonly<Record<string, { readonly level: string; readonly isMonthly: boolean }>>;
export type MeetingKind = keyof typeof meetingKinds;
export const meetingKindKeys = Object.keys(meetingKinds) as readonly MeetingKind[];

/** Where a meeting stands: planned, held and recorded, or called off. */
export const meetingStates = ['PLANNED', 'HELD', 'CANCELLED'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** What an agenda item is about. A finding of research is brought by the research feature, by its id. */
export const agendaItemKinds = ['ISSUE', 'FINDING', 'POLL', 'OTHER'] as const;
export type AgendaItemKind = (typeof agendaItemKinds)[number];

/** What became of an agenda item. What was carried over comes back at the next meeting. */
export const agendaOutcomes = ['DECIDED', 'CARRIED_OVER', 'REFUSED', 'NOT_REACHED'] as const;
export type AgendaOutcome = (typeof agendaOutcomes)[number];

/** As what somebody sat in a meeting. */
export const attendanceRoles = ['CHILD', 'FACILITATOR', 'PARENT', 'TEACHER', 'OFFICIAL', 'VILLAGER'] as const;
export type AttendanceRole = (typeof attendanceRoles)[number];

/** What became of the seat children were offered. */
export const childrenSeats = ['USED', 'EMPTY', 'NOT_OFFERED'] as const;
export type ChildrenSeat = (typeof childrenSeats)[number];

/** The faces with which children say how a meeting was for them. */
export const meetingFaces = ['HAPPY', 'SO_SO', 'SAD'] as const;
export type MeetingFace = (typeof meetingFaces)[number];

/**
 * The commune's planning year, as months and days. The district integration workshop falls in November and December:
 * what children want in it must be ranked by the end of October.
 */
export const planningSteps = {
  COLLECT: { from: '01-01', to: '05-31' },
  CHILDRENS_DAY: { from: '06-01', to: '06-01' },
  RESEARCH: { from: '06-02', to: '08-31' },
  PRIORITIES: { from: '09-01', to: '10-31' },
  DISTRICT_INTEGRATION: { from: '11-01', to: '12-31' },
  WORLD_CHILDRENS_DAY: { from: '11-20', to: '11-20' },
} as const;
export type PlanningStep = keyof typeof planningSteps;
export const planningStepKeys = Object.keys(planningSteps) as readonly PlanningStep[];
