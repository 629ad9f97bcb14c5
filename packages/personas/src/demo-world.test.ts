import { readFileSync, existsSync } from 'node:fs';
import { rankIssues } from '@samleng/priorities';
import { decisions, topicsOf } from '@samleng/vocabulary';
import { describe, expect, it } from 'vitest';
import { children, demoWorld, persona, protectionWorker, staff } from './index.ts';
import { testDisclosures } from './test-disclosures.ts';

const keysOf = (list: readonly { readonly key: string }[]): string[] => list.map((each) => each.key);
const placeCodes = new Set(demoWorld.places.map((place) => place.code));
const issueKeys = new Set(keysOf(demoWorld.issues));

describe('the demo world', () => {
  it('has every key once', () => {
    const lists = [
      [
        ...demoWorld.concerns,
        ...demoWorld.waiting.filter(({ key }) => key.startsWith('q')),
        ...demoWorld.returned,
      ],
      demoWorld.issues,
      demoWorld.offices,
      demoWorld.supporters,
      demoWorld.planItems,
      [...staff, ...children, protectionWorker],
    ];
    for (const list of lists) expect(new Set(keysOf(list)).size).toBe(list.length);
  });

  it('stands in places that stand in places', () => {
    for (const place of demoWorld.places)
      if (place.code.length > 2) expect(placeCodes).toContain(place.code.slice(0, -2));
    for (const concern of [...demoWorld.concerns, ...demoWorld.waiting, ...demoWorld.returned])
      expect(placeCodes).toContain(concern.placeCode);
  });

  it('decided on each of the seventy, or not yet, but not both', () => {
    const published = demoWorld.issues.flatMap((issue) => issue.from.map((from) => from.concern));
    const waiting = keysOf(demoWorld.waiting).filter((key) => key.startsWith('c'));
    expect([...published, ...waiting].toSorted()).toEqual(keysOf(demoWorld.concerns).toSorted());
    expect(demoWorld.concerns).toHaveLength(70);
    expect(demoWorld.issues).toHaveLength(58);
  });

  it('has work for the moderator: marks to be found, and one like a published issue', () => {
    expect(demoWorld.waiting.length).toBeGreaterThanOrEqual(8);
    for (const concern of demoWorld.waiting) {
      for (const identifier of concern.identifiers) expect(concern.km + concern.en).toContain(identifier);
      if (concern.similarTo !== null) expect(issueKeys).toContain(concern.similarTo);
    }
    expect(demoWorld.waiting.filter((concern) => concern.identifiers.length > 0)).toHaveLength(4);
  });

  it('gives concerns topics of their category', () => {
    for (const concern of demoWorld.concerns) expect(topicsOf(concern.category)).toContain(concern.topic);
  });

  it('has short titles in both languages', () => {
    for (const { titleKm, titleEn } of demoWorld.issues)
      for (const title of [titleKm, titleEn]) {
        expect(title.length).toBeGreaterThan(5);
        expect(title.length).toBeLessThanOrEqual(60);
      }
  });

  it('is written in Khmer where it says so', () => {
    const texts = [
      ...demoWorld.concerns.map((each) => each.km),
      ...demoWorld.waiting.map((each) => each.km),
      ...demoWorld.issues.flatMap((each) => [each.titleKm, each.bodyKm]),
      ...demoWorld.answers.map((each) => each.words.km),
    ];
    for (const text of texts) {
      expect(text).toMatch(/^[\u1780-\u17ff\u19e0-\u19ff]/u);
      expect(text).not.toMatch(/[\u200b-\u200d\ufeff]/u);
    }
  });

  it('runs forwards in time', () => {
    for (const issue of demoWorld.issues) {
      for (const { concern, on } of issue.from) {
        const raised = demoWorld.concerns.find((each) => each.key === concern)!;
        expect(raised.raisedOn < on && on <= demoWorld.today).toBe(true);
      }
      const published = issue.from[0]!.on;
      if (issue.acknowledgedOn !== null) expect(issue.acknowledgedOn >= published).toBe(true);
      for (const answer of demoWorld.answers.filter((each) => each.issue === issue.key))
        expect(answer.answeredOn > published && answer.answeredOn <= demoWorld.today).toBe(true);
    }
    for (const support of demoWorld.supports) {
      const published = demoWorld.issues.find((issue) => issue.key === support.issue)!.from[0]!.on;
      expect(support.on >= published && support.on <= demoWorld.today).toBe(true);
    }
  });

  it('answers with all that the decision needs', () => {
    for (const answer of demoWorld.answers) {
      const given = { ...answer, passedOnTo: answer.passedOnToKind };
      for (const field of decisions[answer.decision].needs) expect(given[field]).not.toBeNull();
    }
  });

  it('plans with money that adds up, for issues that exist', () => {
    for (const item of demoWorld.planItems) {
      expect(item.sources.reduce((sum, source) => sum + source.amount, 0)).toBe(item.cost);
      for (const issue of item.issues) expect(issueKeys).toContain(issue);
    }
  });

  it('has support enough to rank, and a slot to keep', () => {
    const supporters = demoWorld.supporters.filter((each) => each.communeCode === demoWorld.commune);
    const groupsOf = (each: (typeof supporters)[number]): string[] =>
      [each.sex, each.ageBand, each.disability && `DISABILITY_${each.disability}`].filter(
        (key) => key !== null,
      );
    const countBy = (some: typeof supporters): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const key of some.flatMap(groupsOf)) counts[key] = (counts[key] ?? 0) + 1;
      return counts;
    };
    const issues = demoWorld.issues
      .filter((issue) => issue.communeCode === demoWorld.commune)
      .map((issue) => {
        const keys = new Set(
          demoWorld.supports.filter((each) => each.issue === issue.key).map((each) => each.supporter),
        );
        const some = supporters.filter((each) => keys.has(each.key));
        return {
          id: issue.key,
          support: some.length,
          byGroup: countBy(some),
          publishedOn: issue.from[0]!.on,
        };
      });
    const groups = Object.entries(countBy(supporters)).map(([key, participants]) => ({ key, participants }));
    const { places, inputs } = rankIssues({ participants: supporters.length, groups, issues });
    expect(inputs.groups.map((group) => group.key)).toEqual(
      expect.arrayContaining(['GIRL', 'BOY', 'AGE_10_13', 'AGE_14_17', 'DISABILITY_YES']),
    );
    expect(places[0]!.id).toBe('i010');
    expect(places.every((place) => place.support >= 3)).toBe(true);
    expect(places.find((place) => place.id === 'i015')).toMatchObject({
      importantTo: expect.arrayContaining(['DISABILITY_YES']),
      kept: { groupKey: 'DISABILITY_YES', choice: 1 },
    });
  });
});

describe('the people', () => {
  it('of the staff have an office or a place, and can sign in', () => {
    for (const each of staff) {
      expect((each.officeKey === null) !== (each.placeCode === null)).toBe(true);
      expect(each.role === 'OFFICIAL').toBe(each.officeKey !== null);
      if (each.officeKey !== null) expect(keysOf(demoWorld.offices)).toContain(each.officeKey);
      if (each.clubKey !== null) expect(keysOf(demoWorld.clubs)).toContain(each.clubKey);
      expect(each.signIn.passphrase.length).toBeGreaterThanOrEqual(15);
      expect(each.signIn.totpSecret).toMatch(/^[A-Z2-7]{32}$/);
    }
    expect(persona('chan').officeKey).toBe('140907.COMMUNE_COUNCIL');
    expect(() => persona('nobody')).toThrow('nobody');
  });

  it('who protect have a name and no account here', () => {
    expect(Object.keys(protectionWorker)).toEqual(['key', 'name', 'title']);
    expect(keysOf(staff)).not.toContain(protectionWorker.key);
  });
});

describe('disclosures', () => {
  it('stand nowhere in the demo world', () => {
    const world = JSON.stringify(demoWorld);
    for (const { km, en } of testDisclosures)
      for (const text of [km, en])
        if (text !== null) expect(world).not.toContain(text.replace(/^\[[^\]]+\] /, ''));
  });
});

const source = new URL('../../../../shared/data/demo_content.json', import.meta.url);
const isSourceThere = existsSync(source);

describe('the content the demo was made from', () => {
  it.runIf(isSourceThere)('is told word for word', () => {
    const content = JSON.parse(readFileSync(source, 'utf8')) as {
      concerns: {
        id: string;
        category: string;
        text_en: string;
        text_km: string | null;
        crc_articles: number[];
      }[];
    };
    expect(content.concerns.map((each) => each.id)).toEqual(keysOf(demoWorld.concerns));
    for (const [index, given] of content.concerns.entries()) {
      const concern = demoWorld.concerns[index]!;
      expect(concern.en).toBe(given.text_en);
      if (given.text_km !== null) expect(concern.km).toBe(given.text_km);
      expect(concern.category).toBe(given.category.toUpperCase());
      expect(concern.articles).toEqual(given.crc_articles);
    }
  });

  it.runIf(!isSourceThere)('is not here (../shared/data/demo_content.json): compared where it lies', () => {
    expect(isSourceThere).toBe(false);
  });
});
