import { describe, expect, it } from 'vitest';
import { readHours, stretchesOf } from './on-call.ts';

function formOf(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

describe('on-call hours of a form', () => {
  it('are read day by day, in any digits', () => {
    const form = formOf([
      ['days-0', '1'],
      ['days-0', '2'],
      ['from-0', '៧:៣០'],
      ['to-0', '17.00'],
      ['days-1', '6'],
      ['from-1', '8'],
      ['to-1', '24:00'],
    ]);
    expect(readHours(form)).toEqual([
      { weekday: 1, from: '07:30', to: '17:00' },
      { weekday: 2, from: '07:30', to: '17:00' },
      { weekday: 6, from: '08:00', to: '24:00' },
    ]);
  });

  it('may be none: a stretch without a day does not count', () => {
    expect(
      readHours(
        formOf([
          ['from-0', '08:00'],
          ['to-0', '17:00'],
        ]),
      ),
    ).toEqual([]);
  });

  it.each([
    ['17:00', '08:00'],
    ['08:00', '08:00'],
    ['25:00', '26:00'],
    ['08:60', '09:00'],
    ['', '17:00'],
    ['morning', '17:00'],
  ])('are refused from %s to %s', (from, to) => {
    expect(
      readHours(
        formOf([
          ['days-0', '1'],
          ['from-0', from],
          ['to-0', to],
        ]),
      ),
    ).toBeNull();
  });

  it('are shown again as stretches over days', () => {
    expect(
      stretchesOf([
        { weekday: 2, from: '08:00', to: '17:00' },
        { weekday: 1, from: '08:00', to: '17:00' },
        { weekday: 6, from: '08:00', to: '12:00' },
      ]),
    ).toEqual([
      { days: [1, 2], from: '08:00', to: '17:00' },
      { days: [6], from: '08:00', to: '12:00' },
    ]);
  });
});
