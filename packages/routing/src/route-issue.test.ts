import { officeKindKeys, officeKinds, categoryKeys, topicsOf, usualOffice } from '@samleng/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standsUnder } from './chains.ts';
import { officeAbove } from './office-above.ts';
import { routeIssue } from './route-issue.ts';
import type { Matter, OfficeEntry, RoutingRule } from './routing-table.ts';
import { usualRules } from './usual-rules.ts';

const lengthOf = { VILLAGE: 8, COMMUNE: 6, DISTRICT: 4, PROVINCE: 2, NATION: 0 } as const;

/** One office of every kind for the village Thum of Lvea and the places around it; the id is the kind. */
const offices: OfficeEntry[] = officeKindKeys.map((kind) => ({
  id: kind,
  kind,
  placeCode: '14090704'.slice(0, lengthOf[officeKinds[kind].level]),
  isActive: true,
}));
const table = { rules: usualRules(), offices };
const matter = (some: Partial<Matter>): Matter => ({
  category: 'EDUCATION',
  topic: null,
  placeCode: '14090704',
  aboutOfficeKind: null,
  ...some,
});
function reached(some: Partial<Matter>, within = table): string | null {
  const result = routeIssue(matter(some), within);
  return result.ok ? result.value.officeId : null;
}
const without = (...kinds: string[]) => ({
  rules: table.rules,
  offices: offices.filter((office) => !kinds.includes(office.kind)),
});

describe('routing by the usual rules', () => {
  it('says which rule led to which office', () => {
    expect(routeIssue(matter({ topic: 'PRESCHOOL' }), table)).toEqual({
      ok: true,
      value: {
        officeId: 'COMMUNE_COUNCIL',
        steps: [
          { step: 'RULE_USED', ruleId: 'commune.EDUCATION.PRESCHOOL', officeKind: 'COMMUNE_COUNCIL' },
          { step: 'OFFICE_CHOSEN', officeKind: 'COMMUNE_COUNCIL', officeId: 'COMMUNE_COUNCIL' },
        ],
      },
    });
  });

  it('reaches the usual office of every category and topic in a village', () => {
    for (const category of categoryKeys)
      for (const topic of [null, ...topicsOf(category)])
        expect(reached({ category, topic })).toBe(usualOffice(category, topic));
  });

  it('reaches an office of the level of the place, whatever the category and topic', () => {
    for (const placeCode of ['1409', '14', ''])
      for (const category of categoryKeys)
        for (const topic of [null, ...topicsOf(category)]) {
          const office = offices.find((each) => each.id === reached({ category, topic, placeCode }));
          expect(office?.placeCode).toBe(placeCode);
        }
  });

  it('sends a concern of a district to the offices of the district', () => {
    expect(reached({ placeCode: '1409' })).toBe('EDUCATION_OFFICE');
    expect(reached({ placeCode: '1409', category: 'VIOLENCE', topic: 'GANG' })).toBe('DISTRICT_POLICE');
    expect(reached({ placeCode: '14', category: 'CHILD_LABOUR' })).toBe('PROVINCE_SOCIAL_AFFAIRS');
    expect(reached({ placeCode: '' })).toBe('MINISTRY');
  });

  it('goes to the council when only the commune is known and the village chief would answer', () => {
    expect(reached({ category: 'ENVIRONMENT', topic: 'SMOKE', placeCode: '140907' })).toBe('COMMUNE_COUNCIL');
  });
});

describe('rules', () => {
  const rule = (some: Partial<RoutingRule>): RoutingRule => ({
    id: 'mine',
    category: null,
    topic: null,
    level: 'COMMUNE',
    placeCode: null,
    officeKind: 'CCWC',
    ...some,
  });
  const withRules = (...own: RoutingRule[]) => ({ rules: [...own, ...table.rules], offices });

  it('win by place first, then topic, then category', () => {
    const roads = { category: 'ROAD_SAFETY', topic: 'LIGHT' } as const;
    expect(reached(roads, withRules(rule({ placeCode: '14' })))).toBe('CCWC');
    expect(reached(roads, withRules(rule(roads)))).toBe('CCWC');
    expect(
      reached(
        roads,
        withRules(
          rule({ id: 'a', placeCode: '1409' }),
          rule({ id: 'b', placeCode: '14', ...roads, officeKind: 'COMMUNE_POLICE' }),
        ),
      ),
    ).toBe('CCWC');
    expect(
      reached(
        roads,
        withRules(
          rule({ id: 'a', placeCode: '14', category: 'ROAD_SAFETY' }),
          rule({ id: 'b', placeCode: '14', ...roads, officeKind: 'COMMUNE_POLICE' }),
        ),
      ),
    ).toBe('COMMUNE_POLICE');
  });

  it('hold in their place and below, nowhere else', () => {
    const elsewhere = withRules(rule({ placeCode: '0208' }));
    expect(reached({}, elsewhere)).toBe('SCHOOL');
  });

  it('for villages come before equally specific ones for communes', () => {
    const chief = rule({ level: 'VILLAGE', category: 'EDUCATION', officeKind: 'VILLAGE_CHIEF' });
    expect(reached({}, withRules(chief))).toBe('VILLAGE_CHIEF');
    expect(reached({ placeCode: '140907' }, withRules(chief))).toBe('SCHOOL');
  });

  it('that lead nowhere are told', () => {
    expect(routeIssue(matter({}), { rules: [], offices })).toEqual({ ok: false, problem: 'NO_OFFICE' });
    expect(routeIssue(matter({}), { rules: table.rules, offices: [] })).toEqual({
      ok: false,
      problem: 'NO_OFFICE',
    });
  });
});

describe('offices that cannot have it', () => {
  it('missing ones are passed upwards, and their absence is told', () => {
    const result = routeIssue(matter({}), without('SCHOOL', 'COMMUNE_COUNCIL', 'DISTRICT_ADMINISTRATION'));
    expect(result.ok && result.value.steps.map((step) => step.step)).toEqual([
      'RULE_USED',
      'OFFICE_MISSING',
      'OFFICE_MISSING',
      'OFFICE_MISSING',
      'OFFICE_CHOSEN',
    ]);
    expect(result.ok && result.value.officeId).toBe('PROVINCE_ADMINISTRATION');
  });

  it('inactive ones too', () => {
    const closed = offices.map((each) =>
      each.kind === 'HEALTH_CENTRE' ? { ...each, isActive: false } : each,
    );
    expect(reached({ category: 'HEALTH' }, { rules: table.rules, offices: closed })).toBe('COMMUNE_COUNCIL');
  });

  it('of other places are never asked', () => {
    const elsewhere = { id: 'x', kind: 'SCHOOL', placeCode: '140908', isActive: true } as const;
    const other = { rules: table.rules, offices: [...without('SCHOOL').offices, elsewhere] };
    expect(reached({}, other)).toBe('COMMUNE_COUNCIL');
  });

  it('give way to a nearer one, and of two in one place the lower id is taken', () => {
    const school = (id: string, placeCode: string): OfficeEntry => ({
      id,
      kind: 'SCHOOL',
      placeCode,
      isActive: true,
    });
    const many = [...offices, school('S-village', '14090704'), school('S-2', '14090704')];
    expect(reached({}, { rules: table.rules, offices: many })).toBe('S-2');
    expect(reached({}, { rules: table.rules, offices: many.toReversed() })).toBe('S-2');
  });
});

describe('a matter about an office’s own people', () => {
  it('goes to the next office above', () => {
    expect(reached({ topic: 'FEES', aboutOfficeKind: 'SCHOOL' })).toBe('COMMUNE_COUNCIL');
    expect(reached({ category: 'HEALTH', aboutOfficeKind: 'HEALTH_CENTRE' })).toBe('COMMUNE_COUNCIL');
    expect(reached({ category: 'BIRTH_REGISTRATION', aboutOfficeKind: 'COMMUNE_COUNCIL' })).toBe(
      'DISTRICT_ADMINISTRATION',
    );
  });

  it('is not given to those whom the accused lead', () => {
    // The commune chief chairs the committee for women and children.
    const result = routeIssue(matter({ category: 'VIOLENCE', aboutOfficeKind: 'COMMUNE_COUNCIL' }), table);
    expect(result).toEqual({
      ok: true,
      value: {
        officeId: 'WCCC',
        steps: [
          { step: 'RULE_USED', ruleId: 'commune.VIOLENCE', officeKind: 'CCWC' },
          { step: 'AVOIDED_UNDER_ACCUSED', officeKind: 'CCWC', accusedKind: 'COMMUNE_COUNCIL' },
          { step: 'OFFICE_CHOSEN', officeKind: 'WCCC', officeId: 'WCCC' },
        ],
      },
    });
    expect(reached({ aboutOfficeKind: 'COMMUNE_COUNCIL' })).toBe('DISTRICT_ADMINISTRATION');
    expect(reached({ category: 'ROAD_SAFETY', aboutOfficeKind: 'DISTRICT_ADMINISTRATION' })).toBe(
      'PROVINCE_ADMINISTRATION',
    );
  });

  it('stays with those it does not concern', () => {
    expect(reached({ category: 'VIOLENCE', topic: 'TEACHER_VIOLENCE', aboutOfficeKind: 'SCHOOL' })).toBe(
      'CCWC',
    );
  });

  it('never reaches them, by routing or by escalation, whichever offices are missing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...categoryKeys),
        fc.constantFrom(...officeKindKeys),
        fc.constantFrom('14090704', '140907', '1409', '14'),
        fc.subarray([...officeKindKeys]),
        (category, aboutOfficeKind, placeCode, missing) => {
          const some = without(...missing);
          let result = routeIssue(matter({ category, aboutOfficeKind, placeCode }), some);
          const had = new Set<string>();
          while (result.ok) {
            const { officeId } = result.value;
            const office = some.offices.find((each) => each.id === officeId)!;
            expect(office.kind).not.toBe(aboutOfficeKind);
            expect(standsUnder(office.kind, aboutOfficeKind)).toBe(false);
            expect(had.has(officeId)).toBe(false);
            had.add(officeId);
            result = officeAbove(office, some.offices, { aboutOfficeKind, officeIds: had });
          }
        },
      ),
    );
  });
});

describe('escalation', () => {
  const climbFrom = (kind: string): string[] => {
    const path = [kind];
    for (;;) {
      const office = offices.find((each) => each.id === path.at(-1))!;
      const above = officeAbove(office, offices, { officeIds: path });
      if (!above.ok) return path;
      path.push(above.value.officeId);
    }
  };

  it('climbs the real tiers to the ministry', () => {
    expect(climbFrom('COMMUNE_COUNCIL')).toEqual([
      'COMMUNE_COUNCIL',
      'DISTRICT_ADMINISTRATION',
      'PROVINCE_ADMINISTRATION',
      'MINISTRY',
    ]);
    expect(climbFrom('CCWC')).toEqual(['CCWC', 'WCCC', 'PROVINCE_ADMINISTRATION', 'MINISTRY']);
    expect(climbFrom('SOCIAL_AFFAIRS')).toEqual(['SOCIAL_AFFAIRS', 'PROVINCE_SOCIAL_AFFAIRS', 'MINISTRY']);
  });

  it('passes over an office that had it already', () => {
    const school = offices.find((each) => each.kind === 'SCHOOL')!;
    const above = officeAbove(school, offices, { officeIds: ['COMMUNE_COUNCIL'] });
    expect(above.ok && above.value.officeId).toBe('DISTRICT_ADMINISTRATION');
  });

  it('ends at the top', () => {
    const ministry = offices.find((each) => each.kind === 'MINISTRY')!;
    expect(officeAbove(ministry, offices)).toEqual({ ok: false, problem: 'NO_OFFICE' });
  });
});
