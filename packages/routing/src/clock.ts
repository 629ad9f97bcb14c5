import { addDays, dayInCambodia, daysBetween, type IsoDay } from './days.ts';
import { addWorkingDays } from './working-days.ts';

/** The figures of the promise. */
export const clockFigures = {
  /** Working days in which an office says that it has received the issue. */
  acknowledgeInWorkingDays: 3,
  /** Days in which it answers; when they are over, the issue climbs to the office above. */
  answerInDays: 30,
  /** Days after the first office received it at which the public page says "no answer yet". */
  noAnswerInDays: 60,
} as const;

export type TimedAssignment = {
  readonly assignedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly answeredAt: Date | null;
  /** The next meeting of the committee for women and children after the assignment, if one is known. */
  readonly nextCommitteeMeetingOn?: IsoDay | null;
  /** When the issue first went to any office; it climbs with a new 30 days, but the 60 days run on. */
  readonly firstAssignedAt?: Date | null;
};

/**
 * - RUNNING: there is time left
 * - LATE: the day to answer by is over
 * - ESCALATE: 30 days are over
 * - NO_ANSWER: 60 days are over since it first went to an office; the public page says so
 * - ANSWERED: the clock has stopped
 */
export type ClockStage = 'RUNNING' | 'LATE' | 'ESCALATE' | 'NO_ANSWER' | 'ANSWERED';

export type AssignmentClock = {
  readonly acknowledgeBy: IsoDay;
  readonly answerBy: IsoDay;
  /** What sets `answerBy`. */
  readonly answerByReason: 'DAYS' | 'COMMITTEE_MEETING';
  readonly escalateOn: IsoDay;
  readonly noAnswerShownOn: IsoDay;
  readonly isAcknowledgementOverdue: boolean;
  readonly isAnswerOverdue: boolean;
  /** Unanswered for 30 days: time to climb, also when the stage already says NO_ANSWER. */
  readonly isToEscalate: boolean;
  /** Calendar days from today to `answerBy`, negative when it is past; once answered, from the day of the answer. */
  readonly daysLeft: number;
  readonly stage: ClockStage;
};

const millisecondsADay = 86_400_000;

/**
 * The clock of one office's turn with an issue. Nothing of it is stored: it follows from four instants.
 *
 * - Acknowledge by the third working day after the day of assignment.
 * - Answer by the 30th day, or by the committee's next meeting if that comes first: the meeting is where children
 *   hear the answer. A meeting counts only after the days for acknowledging are over; nobody can answer at a
 *   meeting held the morning after. (A later meeting never prolongs the time: at 30 days the issue climbs anyway.)
 * - 30 and 60 days are full days of 24 hours from the instant of assignment, so the office has the 30th day until
 *   the hour at which the issue came.
 *
 * @param now the present instant
 * @param holidays the days on which offices do not work besides Saturdays and Sundays
 * @example assigned Friday 2026-11-20 at 10:00 in Cambodia, nothing done: acknowledge by 2026-11-30, answer by
 *          2026-12-20; at 10:00 that day it escalates; on 2027-01-19 the public page says "no answer yet"
 */
export function clockOf(
  assignment: TimedAssignment,
  now: Date,
  holidays: ReadonlySet<IsoDay>,
): AssignmentClock {
  const { assignedAt, acknowledgedAt, answeredAt } = assignment;
  const assignedOn = dayInCambodia(assignedAt);
  const today = dayInCambodia(now);
  const firstAt = assignment.firstAssignedAt ?? assignedAt;

  const acknowledgeBy = addWorkingDays(assignedOn, clockFigures.acknowledgeInWorkingDays, holidays);
  const escalateOn = addDays(assignedOn, clockFigures.answerInDays);
  const meetingOn = assignment.nextCommitteeMeetingOn ?? null;
  const isMeetingFirst = meetingOn !== null && meetingOn > acknowledgeBy && meetingOn < escalateOn;
  const answerBy = isMeetingFirst ? meetingOn : escalateOn;

  const isOpen = answeredAt === null;
  const isToEscalate = isOpen && fullDays(assignedAt, now) >= clockFigures.answerInDays;
  const isAnswerOverdue = isOpen && (isToEscalate || today > answerBy);
  const isNoAnswer = isOpen && fullDays(firstAt, now) >= clockFigures.noAnswerInDays;

  return {
    acknowledgeBy,
    answerBy,
    answerByReason: isMeetingFirst ? 'COMMITTEE_MEETING' : 'DAYS',
    escalateOn,
    noAnswerShownOn: addDays(dayInCambodia(firstAt), clockFigures.noAnswerInDays),
    isAcknowledgementOverdue: isOpen && acknowledgedAt === null && today > acknowledgeBy,
    isAnswerOverdue,
    isToEscalate,
    daysLeft: daysBetween(isOpen ? today : dayInCambodia(answeredAt), answerBy),
    stage: stageOf({ isOpen, isNoAnswer, isToEscalate, isAnswerOverdue }),
  };
}

function stageOf(is: {
  isOpen: boolean;
  isNoAnswer: boolean;
  isToEscalate: boolean;
  isAnswerOverdue: boolean;
}): ClockStage {
  if (!is.isOpen) return 'ANSWERED';
  if (is.isNoAnswer) return 'NO_ANSWER';
  if (is.isToEscalate) return 'ESCALATE';
  return is.isAnswerOverdue ? 'LATE' : 'RUNNING';
}

function fullDays(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / millisecondsADay);
}
