import { describe, expect, it } from 'vitest';
import { dayInCambodia, optionsOf, settingsBefore, type TypeToMake, wishOf } from './poll-form.ts';

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const budget: TypeToMake = {
  name: 'BUDGET',
  rules: ['equal-shares-cost-addpmu', 'greedy-cost'],
  settings: [
    { name: 'money', least: 1, most: null, usual: 1, oneOf: null },
    { name: 'points', least: 0, most: 100, usual: 0, oneOf: null },
  ],
};
const days = { opensAt: '2026-12-01', closesAt: '2026-12-15' };

describe('a poll as a form has it', () => {
  it('is read with its money in any digits and its days in Cambodia', () => {
    const form = formOf({ ...days, questionKm: 'អ្វី?', electorate: 'OPEN', 'setting-money': '១២ ០០០ ០០០' });
    const { wish, problems } = wishOf(form, budget);
    expect(problems).toEqual([]);
    expect(wish.settings).toEqual([{ name: 'money', value: 12_000_000 }]);
    expect([wish.opensAt, wish.closesAt]).toEqual(['2026-11-30T17:00:00.000Z', '2026-12-15T16:59:59.000Z']);
    expect(wish.takesOpenSupport).toBe(true);
    expect(dayInCambodia(wish.opensAt)).toBe('2026-12-01');
  });

  it('starts with what a template or a draft has set', () => {
    expect(settingsBefore([{ name: 'faces', value: 5 }])).toEqual({ 'setting-faces': '5' });
    expect(settingsBefore()).toEqual({});
  });

  it('says what is missing: the money, the school, a day', () => {
    const form = formOf({ opensAt: '2026-12-01', closesAt: 'soon', electorate: 'SCHOOL', seats: 'two' });
    expect(wishOf(form, budget).problems).toEqual([
      { code: 'REQUIRED', field: 'schoolOfficeId' },
      { code: 'REQUIRED', field: 'setting-money' },
      { code: 'NOT_A_NUMBER', field: 'seats' },
      { code: 'NOT_A_DATE', field: 'closesAt' },
    ]);
  });
});

describe('rows of options', () => {
  const rows = {
    'option-1-km': 'បង្គន់',
    'option-1-picture': 'toilet',
    'option-1-cost': '7.000.000',
    'option-2-km': '  ',
    'option-3-km': '',
    'option-3-en': 'Lights',
    'option-3-picture': '../etc',
    'option-3-cost': '',
  };

  it('leave out the empty ones and pictures we do not have', () => {
    expect(optionsOf(formOf(rows), false).options).toEqual([
      { titleKm: 'បង្គន់', titleEn: null, pictureKey: 'toilet' },
      { titleKm: null, titleEn: 'Lights', pictureKey: null },
    ]);
  });

  it('need a cost where money is shared out', () => {
    const { options, problems } = optionsOf(formOf(rows), true);
    expect(options.map(({ costRiel }) => costRiel)).toEqual([7_000_000]);
    expect(problems).toEqual([{ code: 'REQUIRED', field: 'option-3-cost' }]);
  });
});
