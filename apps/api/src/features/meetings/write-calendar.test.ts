import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planningYearOf } from './planning-year.ts';
import { escapeText, foldLine, writeCalendar } from './write-calendar.ts';

const now = new Date('2026-11-23T01:30:00Z');

describe('a calendar', () => {
  it('is iCalendar text with instants in UTC', () => {
    const text = writeCalendar(
      'Meetings, Lvea',
      [
        {
          id: 'm1',
          startsAt: new Date('2026-12-08T01:00:00Z'),
          minutes: 120,
          summary: 'Council; one',
          description: '',
          location: 'Hall\nLvea',
          isCancelled: true,
          sequence: 2,
          url: 'https://x.example/m1',
        },
      ],
      now,
    );
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Samleng//Meetings//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Meetings\\, Lvea',
      'X-WR-TIMEZONE:Asia/Phnom_Penh',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'BEGIN:VEVENT',
      'UID:m1@samleng',
      'DTSTAMP:20261123T013000Z',
      'DTSTART:20261208T010000Z',
      'DTEND:20261208T030000Z',
      'SEQUENCE:2',
      'SUMMARY:Council\\; one',
      'LOCATION:Hall\\nLvea',
      'URL:https://x.example/m1',
      'STATUS:CANCELLED',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('escapes what has a meaning of its own, so that no text adds a line', () => {
    expect(escapeText('a\\b;c,d\r\ne\u0007')).toBe('a\\\\b\\;c\\,d\\ne');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\r\n]/.test(escapeText(text))));
  });

  it('folds at 75 octets between characters, Khmer too', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
    // A Khmer letter takes three octets: 25 of them fill a line, 24 one that begins with a space.
    expect(foldLine('ក'.repeat(50))).toBe(`${'ក'.repeat(25)}\r\n ${'ក'.repeat(24)}\r\n ក`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = escapeText(text);
        const folded = foldLine(line);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
        for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
      }),
    );
  });
});

describe('the planning year', () => {
  it('counts down to the first of November, or to the day that is planned', () => {
    expect(planningYearOf('2026-09-01', null)).toMatchObject({
      year: 2026,
      workshopOn: '2026-11-01',
      isWorkshopDated: false,
      daysToWorkshop: 61,
      daysToRanking: 60,
    });
    expect(planningYearOf('2026-09-01', '2026-12-10')).toMatchObject({
      workshopOn: '2026-12-10',
      isWorkshopDated: true,
      daysToWorkshop: 100,
    });
    expect(planningYearOf('2026-11-23', null)).toMatchObject({ daysToWorkshop: 0, daysToRanking: 0 });
  });

  it('says what is now and what is over', () => {
    const stepsOn = (day: string) =>
      planningYearOf(day, null)
        .steps.filter(({ isNow }) => isNow)
        .map(({ step }) => step);
    expect(stepsOn('2026-02-10')).toEqual(['COLLECT']);
    expect(stepsOn('2026-06-01')).toEqual(['CHILDRENS_DAY']);
    expect(stepsOn('2026-10-31')).toEqual(['PRIORITIES']);
    expect(stepsOn('2026-11-20')).toEqual(['DISTRICT_INTEGRATION', 'WORLD_CHILDRENS_DAY']);
  });
});
