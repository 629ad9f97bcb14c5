import { officeAbove, routeIssue, usualRules } from '@samleng/routing';
import { describe, expect, it } from 'vitest';
import { demoWorld } from './index.ts';

const offices = demoWorld.offices.map(({ key, kind, placeCode }) => ({
  id: key,
  kind,
  placeCode,
  isActive: true,
}));
const table = { rules: usualRules(), offices };
const kindOf = (officeId: string) => offices.find((office) => office.id === officeId)?.kind;

describe('the seventy concerns', () => {
  it.each(demoWorld.concerns.map((concern) => [concern.key, concern] as const))(
    '%s reaches its office',
    (_, concern) => {
      const route = routeIssue(concern, table);
      expect(route.ok && kindOf(route.value.officeId)).toBe(concern.expectedOfficeKind);
      const office = offices.find((each) => route.ok && each.id === route.value.officeId)!;
      expect(concern.placeCode.startsWith(office.placeCode)).toBe(true);
    },
  );

  it('about an office’s own people go to the next one above, and never come back by escalation', () => {
    const naming = demoWorld.concerns.filter((concern) => concern.sensitivity === 'NAMES_OFFICIAL');
    const routes = naming.map((concern) => {
      let route = routeIssue(concern, table);
      const path: string[] = [];
      while (route.ok) {
        path.push(route.value.officeId);
        const office = offices.find((each) => each.id === path.at(-1))!;
        route = officeAbove(office, offices, { aboutOfficeKind: concern.aboutOfficeKind, officeIds: path });
      }
      return [concern.key, ...path];
    });
    expect(routes).toEqual([
      [
        'c002',
        '140907.COMMUNE_COUNCIL',
        '1409.DISTRICT_ADMINISTRATION',
        '14.PROVINCE_ADMINISTRATION',
        '.MINISTRY',
      ],
      [
        'c017',
        '140907.COMMUNE_COUNCIL',
        '1409.DISTRICT_ADMINISTRATION',
        '14.PROVINCE_ADMINISTRATION',
        '.MINISTRY',
      ],
      ['c041', '1409.DISTRICT_ADMINISTRATION', '14.PROVINCE_ADMINISTRATION', '.MINISTRY'],
    ]);
  });

  it('merged into one issue belong to one commune and reach one office', () => {
    for (const issue of demoWorld.issues) {
      const arrivals = issue.from.map(({ concern }) => {
        const route = routeIssue(
          demoWorld.concerns.find((each) => each.key === concern)!,
          table,
        );
        return route.ok ? route.value.officeId : null;
      });
      expect(new Set(arrivals).size).toBe(1);
    }
  });

  it('are answered by the office they are with', () => {
    const at = new Map(
      demoWorld.issues.map((issue) => {
        const route = routeIssue(issue, table);
        return [issue.key, route.ok ? kindOf(route.value.officeId) : undefined];
      }),
    );
    for (const answer of demoWorld.answers) {
      expect(at.get(answer.issue)).toBe(answer.byKind);
      if (answer.passedOnToKind !== null) at.set(answer.issue, answer.passedOnToKind);
    }
  });
});
