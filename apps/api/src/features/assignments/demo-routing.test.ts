import { demoWorld } from '@samleng/personas';
import { officeKinds, type OfficeKind, parentCode } from '@samleng/vocabulary';
import { searchKey } from '@samleng/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPublishedIssue } from '../../testing/a-published-issue.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { seenIssue } from '../../testing/an-official.ts';
import { type Caller, startWorld, type World } from '../../testing/world.ts';
import { ensureHolidays, ensureUsualRules, Office } from '../offices/index.ts';
import { Place } from '../places/index.ts';
import { escalateUnanswered } from './index.ts';

let world: World;
let administrator: Caller;

beforeAll(async () => {
  world = await startWorld();
  const em = world.em();
  await ensureUsualRules(em);
  await ensureHolidays(em);
  for (const { code, type, km, en } of demoWorld.places)
    em.create(Place, {
      code,
      type,
      parentCode: parentCode(code),
      nameKm: km,
      nameEn: en,
      searchKey: searchKey(`${km} ${en}`),
    });
  for (const { kind, placeCode, name } of demoWorld.offices)
    em.create(Office, { kind, placeCode, nameKm: name.km, nameEn: name.en, isActive: true });
  await em.flush();
});
afterAll(() => world.end());

/** Where the three that name officials go, month after month: the ministry is the last. */
const expectedPath: Readonly<Record<string, readonly OfficeKind[]>> = {
  c002: ['COMMUNE_COUNCIL', 'DISTRICT_ADMINISTRATION', 'PROVINCE_ADMINISTRATION', 'MINISTRY'],
  c017: ['COMMUNE_COUNCIL', 'DISTRICT_ADMINISTRATION', 'PROVINCE_ADMINISTRATION', 'MINISTRY'],
  c041: ['DISTRICT_ADMINISTRATION', 'PROVINCE_ADMINISTRATION', 'MINISTRY', 'MINISTRY'],
};

describe('the seventy concerns of the demo', () => {
  it('reach their offices through the API, and climb when nobody answers', async () => {
    const moderators = new Map<string, Caller>();
    const issues = new Map<string, string>();
    for (const concern of demoWorld.concerns) {
      const communeCode = concern.placeCode.slice(0, 6);
      const moderator =
        moderators.get(communeCode) ??
        (await aStaffMember(world, `Moderator of ${communeCode}`, [
          { role: 'FACILITATOR', placeCode: communeCode },
        ]));
      moderators.set(communeCode, moderator);
      const id = await aPublishedIssue(world, moderator, {
        titleEn: concern.en.slice(0, 100),
        wordsEn: concern.en,
        category: concern.category,
        topic: concern.topic,
        communeCode,
        villageCode: concern.placeCode.length === 8 ? concern.placeCode : null,
        aboutOfficeKind: concern.aboutOfficeKind,
      });
      issues.set(concern.key, id);
    }
    expect(issues.size).toBe(70);

    const path = new Map<string, string[]>([...issues.keys()].map((key) => [key, []]));
    for (let month = 0; month < 4; month += 1) {
      for (const [key, id] of issues) {
        const { office } = (await seenIssue(world, id, {})).currentAssignment!;
        path.get(key)!.push(office.kind);
      }
      world.clock.advance(30 * 86_400_000);
      await escalateUnanswered({ ...world.service, em: world.em() });
    }
    for (const concern of demoWorld.concerns) {
      const [first, second, ...later] = path.get(concern.key)!;
      expect([concern.key, first]).toEqual([concern.key, concern.expectedOfficeKind]);
      if (concern.sensitivity === 'NAMES_OFFICIAL')
        expect([first, second, ...later]).toEqual(expectedPath[concern.key]);
      else expect(officeKinds[first as OfficeKind].above).toContain(second);
      expect([first, second, ...later]).not.toContain(concern.aboutOfficeKind);
    }
  });

  it('can be asked about beforehand: the trial gives the same offices', async () => {
    administrator = await aStaffMember(world, 'Maly', [{ role: 'ADMINISTRATOR' }]);
    for (const {
      category,
      topic,
      placeCode,
      aboutOfficeKind,
      expectedOfficeKind,
      key,
    } of demoWorld.concerns) {
      const { data } = await world.ask<{ routeTrial: { office: { kind: string } } }>(
        `query ($input: RouteTrialInput!) { routeTrial(input: $input) { office { kind } problems { code } } }`,
        { input: { category, topic, placeCode, aboutOfficeKind } },
        administrator,
      );
      expect([key, data.routeTrial.office.kind]).toEqual([key, expectedOfficeKind]);
    }
  });
});
