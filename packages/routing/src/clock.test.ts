import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, type TimedAssignment } from './clock.ts';
import { holidayDays, holidays } from './holidays.ts';

const offDays = holidayDays(holidays);
/** Friday, ten in the morning in Cambodia. */
const assigned: TimedAssignment = {
  assignedAt: new Date('2026-11-20T03:00:00Z'),
  acknowledgedAt: null,
  answeredAt: null,
};
const at = (instant: string): Date => new Date(instant);

describe('the clock of an assignment', () => {
  it('names its days', () => {
    expect(clockOf(assigned, at('2026-11-23T03:00:00Z'), offDays)).toEqual({
      acknowledgeBy: '2026-11-30',
      answerBy: '2026-12-20',
      answerByReason: 'DAYS',
      escalateOn: '2026-12-20',
      noAnswerShownOn: '2027-01-19',
      isAcknowledgementOverdue: false,
      isAnswerOverdue: false,
      isToEscalate: false,
      daysLeft: 27,
      stage: 'RUNNING',
    });
  });

  it('begins on the day it is in Cambodia, not in London', () => {
    const lateInTheEvening = { ...assigned, assignedAt: at('2026-11-22T18:00:00Z') };
    expect(clockOf(lateInTheEvening, at('2026-11-23T03:00:00Z'), offDays).answerBy).toBe('2026-12-23');
  });

  it('calls the acknowledgement overdue when its third working day is over', () => {
    const onTheDay = clockOf(assigned, at('2026-11-30T16:59:00Z'), offDays);
    const afterIt = clockOf(assigned, at('2026-11-30T17:00:00Z'), offDays);
    expect([onTheDay.isAcknowledgementOverdue, afterIt.isAcknowledgementOverdue]).toEqual([false, true]);
    const acknowledged = { ...assigned, acknowledgedAt: at('2026-12-05T03:00:00Z') };
    expect(clockOf(acknowledged, at('2026-12-06T03:00:00Z'), offDays).isAcknowledgementOverdue).toBe(false);
  });

  it('is due at the committee’s next meeting when that comes first', () => {
    const before = { ...assigned, nextCommitteeMeetingOn: '2026-12-08' };
    const clock = clockOf(before, at('2026-12-09T03:00:00Z'), offDays);
    expect(clock).toMatchObject({
      answerBy: '2026-12-08',
      answerByReason: 'COMMITTEE_MEETING',
      escalateOn: '2026-12-20',
      isAnswerOverdue: true,
      isToEscalate: false,
      daysLeft: -1,
      stage: 'LATE',
    });
    expect(clockOf(before, at('2026-12-08T16:00:00Z'), offDays).stage).toBe('RUNNING');
  });

  it('passes over a meeting before the days for acknowledging are over, and one after 30 days', () => {
    for (const nextCommitteeMeetingOn of ['2026-11-26', '2026-11-30', '2026-12-21', null])
      expect(
        clockOf({ ...assigned, nextCommitteeMeetingOn }, at('2026-11-23T03:00:00Z'), offDays).answerBy,
      ).toBe('2026-12-20');
  });

  it('escalates at 30 full days, not a second before', () => {
    expect(clockOf(assigned, at('2026-12-20T02:59:59Z'), offDays)).toMatchObject({
      stage: 'RUNNING',
      daysLeft: 0,
    });
    expect(clockOf(assigned, at('2026-12-20T03:00:00Z'), offDays)).toMatchObject({
      stage: 'ESCALATE',
      isAnswerOverdue: true,
      isToEscalate: true,
    });
  });

  it('shows "no answer yet" at 60 days, counted from the first office', () => {
    expect(clockOf(assigned, at('2027-01-19T03:00:00Z'), offDays).stage).toBe('NO_ANSWER');
    const climbed = {
      ...assigned,
      assignedAt: at('2026-12-20T03:00:00Z'),
      firstAssignedAt: assigned.assignedAt,
    };
    expect(clockOf(climbed, at('2027-01-18T03:00:00Z'), offDays)).toMatchObject({
      stage: 'RUNNING',
      noAnswerShownOn: '2027-01-19',
      answerBy: '2027-01-19',
    });
    expect(clockOf(climbed, at('2027-01-19T03:00:00Z'), offDays)).toMatchObject({
      stage: 'NO_ANSWER',
      isToEscalate: true,
    });
  });

  it('stops at the answer', () => {
    const answered = { ...assigned, answeredAt: at('2026-12-18T03:00:00Z') };
    expect(clockOf(answered, at('2027-03-01T03:00:00Z'), offDays)).toMatchObject({
      stage: 'ANSWERED',
      isAcknowledgementOverdue: false,
      isAnswerOverdue: false,
      isToEscalate: false,
      daysLeft: 2,
    });
  });

  it('never runs backwards', () => {
    const order = ['RUNNING', 'LATE', 'ESCALATE', 'NO_ANSWER'];
    const hours = fc.integer({ min: 0, max: 24 * 90 });
    const meeting = fc.option(fc.constantFrom('2026-11-24', '2026-12-08', '2026-12-20', '2027-01-05'));
    fc.assert(
      fc.property(hours, hours, meeting, (one, other, nextCommitteeMeetingOn) => {
        const stages = [Math.min(one, other), Math.max(one, other)].map((passed) => {
          const now = new Date(assigned.assignedAt.getTime() + passed * 3_600_000);
          return order.indexOf(clockOf({ ...assigned, nextCommitteeMeetingOn }, now, offDays).stage);
        });
        expect(stages[0]).toBeGreaterThanOrEqual(0);
        expect(stages[1]).toBeGreaterThanOrEqual(stages[0]!);
      }),
    );
  });
});
