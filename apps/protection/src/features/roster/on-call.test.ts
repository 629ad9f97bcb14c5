import { describe, expect, it } from 'vitest';
import { areHours, isOnCall, nextOnCall, type OnCallPerson, staffedMinutesAfter } from './on-call.ts';

const at = (local: string) => new Date(`${local}:00+07:00`);
const weekdays = [1, 2, 3, 4, 5];
const phalla: OnCallPerson = {
  hours: weekdays.flatMap((weekday) => [
    { weekday, from: '08:00', to: '12:00' },
    { weekday, from: '13:00', to: '17:00' },
  ]),
  worksOnHolidays: false,
};
const night: OnCallPerson = { hours: [{ weekday: 5, from: '20:00', to: '24:00' }], worksOnHolidays: true };
// 2026-11-23 to 25 is the Water Festival, Monday to Wednesday.
const holidays = new Set(['2026-11-23', '2026-11-24', '2026-11-25']);

describe('on call', () => {
  it('is from the first minute to the last, in Cambodian time', () => {
    expect(isOnCall(phalla, at('2026-11-20T07:59'), holidays)).toBe(false);
    expect(isOnCall(phalla, at('2026-11-20T08:00'), holidays)).toBe(true);
    expect(isOnCall(phalla, at('2026-11-20T12:00'), holidays)).toBe(false);
    expect(isOnCall(phalla, at('2026-11-20T16:59'), holidays)).toBe(true);
    expect(isOnCall(phalla, at('2026-11-21T10:00'), holidays)).toBe(false);
  });

  it('is not on holidays, unless the person works then', () => {
    expect(isOnCall(phalla, at('2026-11-23T10:00'), holidays)).toBe(false);
    expect(isOnCall({ ...phalla, worksOnHolidays: true }, at('2026-11-23T10:00'), holidays)).toBe(true);
  });

  it('begins next after the weekend and the festival', () => {
    expect(nextOnCall([phalla], at('2026-11-20T16:00'), holidays)).toEqual(at('2026-11-20T16:00'));
    expect(nextOnCall([phalla], at('2026-11-20T17:00'), holidays)).toEqual(at('2026-11-26T08:00'));
    expect(nextOnCall([phalla, night], at('2026-11-20T17:00'), holidays)).toEqual(at('2026-11-20T20:00'));
    expect(nextOnCall([], at('2026-11-20T17:00'), holidays)).toBeNull();
  });
});

describe('a staffed hour', () => {
  it('runs while somebody is there', () => {
    expect(staffedMinutesAfter([phalla], at('2026-11-20T09:10'), 60, holidays)).toEqual(
      at('2026-11-20T10:10'),
    );
    expect(staffedMinutesAfter([phalla], at('2026-11-20T11:30'), 60, holidays)).toEqual(
      at('2026-11-20T13:30'),
    );
    expect(staffedMinutesAfter([phalla], at('2026-11-20T16:30'), 60, holidays)).toEqual(
      at('2026-11-26T08:30'),
    );
    expect(staffedMinutesAfter([phalla], at('2026-11-21T03:00'), 60, holidays)).toEqual(
      at('2026-11-26T09:00'),
    );
  });

  it('counts two people at once only once', () => {
    const other = { hours: [{ weekday: 5, from: '11:00', to: '14:00' }], worksOnHolidays: false };
    expect(staffedMinutesAfter([phalla, other], at('2026-11-20T11:30'), 120, holidays)).toEqual(
      at('2026-11-20T13:30'),
    );
  });

  it('runs on the wall clock where nobody is ever there', () => {
    expect(staffedMinutesAfter([], at('2026-11-20T03:00'), 60, holidays)).toEqual(at('2026-11-20T04:00'));
  });
});

describe('hours', () => {
  it('are written as they must be', () => {
    expect(areHours({ weekday: 1, from: '07:30', to: '17:00' })).toBe(true);
    expect(areHours({ weekday: 7, from: '00:00', to: '24:00' })).toBe(true);
    for (const wrong of [
      { weekday: 0, from: '07:30', to: '17:00' },
      { weekday: 8, from: '07:30', to: '17:00' },
      { weekday: 1, from: '17:00', to: '07:30' },
      { weekday: 1, from: '7:30', to: '17:00' },
      { weekday: 1, from: '07:30', to: '25:00' },
      { weekday: 1.5, from: '07:30', to: '17:00' },
    ])
      expect(areHours(wrong)).toBe(false);
  });
});
