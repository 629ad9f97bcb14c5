import { describe, expect, it } from 'vitest';
import { categories, categoryKeys, topicsOf, usualOffice } from './categories.ts';
import { officeKinds } from './office-kinds.ts';
import { rightOf } from './rights.ts';

describe('categories', () => {
  it.each(categoryKeys)('%s touches rights that exist', (category) => {
    for (const article of categories[category].articles) expect(rightOf(article)).toBeDefined();
  });

  it('lead to the usual office, unless the topic leads elsewhere', () => {
    expect(usualOffice('EDUCATION', null)).toBe('SCHOOL');
    expect(usualOffice('EDUCATION', 'PRESCHOOL')).toBe('COMMUNE_COUNCIL');
    expect(usualOffice('EDUCATION', 'ROAD')).toBe('SCHOOL');
  });

  it('have topics that lead to kinds of office that exist', () => {
    for (const category of categoryKeys)
      for (const topic of topicsOf(category)) expect(officeKinds[usualOffice(category, topic)]).toBeDefined();
  });
});

describe('office kinds', () => {
  it('end upwards at the ministry, without a circle', () => {
    for (const kind of Object.keys(officeKinds) as (keyof typeof officeKinds)[]) {
      let reached: keyof typeof officeKinds = kind;
      for (let step = 0; step < 8 && officeKinds[reached].above.length > 0; step += 1)
        reached = officeKinds[reached].above[0]!;
      expect(reached).toBe('MINISTRY');
    }
  });
});
