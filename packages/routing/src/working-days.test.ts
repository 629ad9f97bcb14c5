import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayInCambodia, daysBetween, isIsoDay, weekday } from './days.ts';
import { holidayDays, holidays } from './holidays.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const offDays = holidayDays(holidays);
const someDay = fc.integer({ min: 0, max: 729 }).map((offset) => addDays('2026-01-01', offset));

describe('days', () => {
  it('begin seven hours before they begin in UTC', () => {
    expect(dayInCambodia(new Date('2026-11-22T16:59:59.999Z'))).toBe('2026-11-22');
    expect(dayInCambodia(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
  });

  it('are told from other text', () => {
    expect(isIsoDay('2028-02-29')).toBe(true);
    expect(isIsoDay('2027-02-29')).toBe(false);
    expect(isIsoDay('2027-2-9')).toBe(false);
    expect(isIsoDay('2027-13-01')).toBe(false);
    expect(() => addDays('soon', 1)).toThrow(RangeError);
  });

  it('are counted across months, leap days and before 1970', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2026-11-23', '2026-12-23')).toBe(30);
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('1969-12-28')).toBe(0);
  });
});

describe('working days', () => {
  it('pass over a weekend', () => {
    expect(addWorkingDays('2026-11-12', 3, offDays)).toBe('2026-11-17');
  });

  it('pass over the Water Festival', () => {
    expect(addWorkingDays('2026-11-20', 3, offDays)).toBe('2026-11-30');
    expect(workingDaysBetween('2026-11-20', '2026-11-26', offDays)).toBe(1);
  });

  it('pass over Khmer New Year 2027, Wednesday to Friday', () => {
    expect(addWorkingDays('2027-04-13', 1, offDays)).toBe('2027-04-19');
  });

  it('start on the next one, whatever day it is', () => {
    expect(addWorkingDays('2026-11-21', 1, new Set())).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-21', 0, new Set())).toBe('2026-11-21');
  });

  it('refuse what is no count', () => {
    expect(() => addWorkingDays('2026-11-21', -1, offDays)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-11-21', 1.5, offDays)).toThrow(RangeError);
  });

  it('are found again by counting, for every day of two years', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const reached = addWorkingDays(day, count, offDays);
        expect(isWorkingDay(reached, offDays)).toBe(true);
        expect(workingDaysBetween(day, reached, offDays)).toBe(count);
        expect(workingDaysBetween(reached, day, offDays)).toBe(-count);
      }),
    );
  });
});

describe('holidays', () => {
  it('are 22 a year, sorted, on days that exist', () => {
    for (const year of ['2026', '2027'])
      expect(holidays.filter((each) => each.on.startsWith(year))).toHaveLength(22);
    expect(holidays.every((each) => isIsoDay(each.on))).toBe(true);
    expect(holidays.map((each) => each.on)).toEqual(holidays.map((each) => each.on).toSorted());
  });

  it('say which wait for the sub-decree: eight days a year follow the moon', () => {
    expect(holidays.filter((each) => !each.isConfirmed)).toHaveLength(16);
  });

  it('may fall on one day: Labour Day and Visakha Bochea in 2026', () => {
    expect(holidays.filter((each) => each.on === '2026-05-01').map((each) => each.en)).toEqual([
      'International Labour Day',
      'Visakha Bochea',
    ]);
  });

  it('keep to the moon: Visakha Bochea and the Water Festival stand within a day of a full moon', () => {
    // A full moon was at 2000-01-21T04:40Z; the mean month is 29.530588861 days (Meeus, Astronomical Algorithms, 49).
    const monthAge = (day: string): number =>
      ((Date.parse(`${day}T05:00:00Z`) - Date.parse('2000-01-21T04:40:00Z')) / 86_400_000) % 29.530588861;
    for (const day of ['2026-05-01', '2026-11-24', '2027-05-20', '2027-11-13']) {
      const age = monthAge(day);
      expect(Math.min(age, 29.530588861 - age)).toBeLessThan(1.6);
    }
  });
});
