import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConcern, anIssue, publishInput, publishIssue, rowCounts } from '../../testing/a-concern.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { Concern } from '../concerns/index.ts';
import { Issue, Support } from './issue.entity.ts';

let world: World;
let facilitator: Caller;
let neighbour: Caller;
let official: Caller;
let administrator: Caller;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  facilitator = await aStaffMember(world, 'Sreymom', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  neighbour = await aStaffMember(world, 'Dara', [{ role: 'FACILITATOR', placeCode: kaevPoar.commune }]);
  official = await aStaffMember(world, 'Bopha', [{ role: 'OFFICIAL' }]);
  administrator = await aStaffMember(world, 'Sophea', [{ role: 'ADMINISTRATOR' }]);
});
afterAll(() => world.end());

type Payload = {
  publishIssue: {
    issue: { id: string; state: string; supportCount: number } | null;
    concern: { state: string } | null;
    problems: { code: string; field: string | null }[];
  };
};

async function publish(input: object, as: Caller = facilitator) {
  const { data, errors } = await world.ask<Payload>(publishIssue, { input }, as);
  expect(errors).toEqual([]);
  return data.publishIssue;
}

const shown = `query ($id: ID!) { issue(id: $id) { titleEn wordsEn wordsKm category topic commune { code } village { code }
  rights { article } isSensitive publishedOn supportCount isSupportedByViewer concernCount
  standing { position share participants explanation { code figures } }
  verdicts { solved partly notSolved } viewerVerdict
  history(first: 5) { nodes { change occurredOn } } voices { total } mergedInto { id }
  viewerCan { support withdrawSupport giveVerdict edit seeVoices } } }`;

describe('publishing', () => {
  it("makes an issue in the moderator's words, with the child as its first supporter", async () => {
    const raised = await aConcern(world, {
      ageBand: 'AGE_10_13',
      sex: 'GIRL',
      disability: 'NO',
      villageCode: lvea.village,
    });
    const given = await publish(
      publishInput(raised.id, { topic: 'SCHOOL_TOILET', villageCode: lvea.village }),
    );
    expect(given).toMatchObject({
      issue: { supportCount: 1 },
      concern: { state: 'PUBLISHED' },
      problems: [],
    });
    const id = given.issue!.id;
    const { data } = await world.ask(shown, { id }, { device: raised.device });
    expect(data).toMatchObject({
      issue: {
        titleEn: 'Doors for the school toilet',
        wordsKm: null,
        commune: { code: lvea.commune },
        village: { code: lvea.village },
        rights: [{ article: 24 }],
        isSensitive: false,
        publishedOn: '2026-11-23',
        isSupportedByViewer: true,
        concernCount: 1,
        standing: { position: 1, share: 1, participants: 1 },
        voices: null,
        viewerCan: {
          support: false,
          withdrawSupport: true,
          giveVerdict: false,
          edit: false,
          seeVoices: false,
        },
      },
    });
    const [support] = await world.em().find(Support, { issueId: id });
    expect(support).toMatchObject({
      ageBand: 'AGE_10_13',
      sex: 'GIRL',
      disability: 'NO',
      villageCode: lvea.village,
      sinceEvent: 0,
    });
    expect(await world.em().findOneOrFail(Concern, raised.id)).toMatchObject({
      deviceKey: null,
      issueId: id,
    });
  });

  it("never shows the child's own words", async () => {
    const raised = await aConcern(world, { text: 'A canary sings: kraloan-7431 is what only I wrote.' });
    const { issue } = await publish(publishInput(raised.id));
    const everything = await world.ask(shown, { id: issue!.id }, official);
    expect(JSON.stringify(everything)).not.toContain('kraloan-7431');
    const [row] = await world.em().execute<{ n: number }[]>(
      `select (select count(*) from issues where issues::text like '%kraloan-7431%')::int
              + (select count(*) from audit_entries where audit_entries::text like '%kraloan-7431%')::int n`,
    );
    expect(row).toEqual({ n: 0 });
  });

  it('counts a child without a device under a number nobody holds', async () => {
    const raised = await aConcern(world);
    await world.em().nativeUpdate(Concern, { id: raised.id }, { deviceKey: null });
    const { issue } = await publish(publishInput(raised.id));
    expect(issue?.supportCount).toBe(1);
  });

  it('of one concern by ten moderators at once makes one issue', async () => {
    const raised = await aConcern(world);
    const before = await rowCounts(world);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        publish(publishInput(raised.id, { titleEn: `Title ${at}` }), at % 2 ? facilitator : administrator),
      ),
    );
    expect(answers.filter(({ issue }) => issue !== null)).toHaveLength(1);
    expect(answers.flatMap(({ problems }) => problems)).toEqual(
      Array.from({ length: 9 }, () => ({ code: 'ALREADY_MODERATED', field: 'concernId' })),
    );
    const after = await rowCounts(world);
    expect(after['issues']).toBe(before['issues']! + 1);
    expect(after['supports']).toBe(before['supports']! + 1);
  });

  it('waits until each name and number is removed or justified', async () => {
    const raised = await aConcern(world);
    const words = { wordsEn: 'Call me on 012 345 678 about the toilet.' };
    const before = await rowCounts(world);
    expect(await publish(publishInput(raised.id, words))).toMatchObject({
      issue: null,
      problems: [{ code: 'IDENTIFIERS_LEFT', field: 'wordsEn' }],
    });
    expect(await rowCounts(world)).toEqual(before);
    const { data } = await world.ask<{ concern: { identifiers: { text: string }[] } }>(
      'query ($id: ID!) { concern(id: $id) { identifiers { kind text start end } } }',
      { id: (await aConcern(world, { text: words.wordsEn })).id },
      facilitator,
    );
    const marked = data.concern.identifiers.map(({ text }) => text);
    expect(marked).toHaveLength(1);
    const given = await publish(publishInput(raised.id, { ...words, justifiedIdentifiers: marked }));
    expect(given.problems).toEqual([]);
  });

  it.each([
    [{ titleEn: null }, 'REQUIRED', 'titleEn'],
    [{ titleEn: ' ', wordsEn: '\u200b' }, 'REQUIRED', 'wordsKm'],
    [{ titleKm: 'ទ្វារបង្គន់' }, 'REQUIRED', 'wordsKm'],
    [{ titleEn: 'a'.repeat(121) }, 'TOO_LONG', 'titleEn'],
    [{ wordsEn: 'a'.repeat(4_001) }, 'TOO_LONG', 'wordsEn'],
    [{ topic: 'FEES' }, 'TOPIC_OF_ANOTHER_CATEGORY', 'topic'],
    [{ communeCode: '999999' }, 'PLACE_NOT_FOUND', 'communeCode'],
    [{ communeCode: kaevPoar.commune }, 'PLACE_NOT_FOUND', 'communeCode'],
    [{ villageCode: kaevPoar.village }, 'VILLAGE_OF_ANOTHER_COMMUNE', 'villageCode'],
  ])('with %j is refused and writes nothing', async (given, code, field) => {
    const raised = await aConcern(world);
    const before = await rowCounts(world);
    expect((await publish(publishInput(raised.id, given))).problems).toEqual([{ code, field }]);
    expect(await rowCounts(world)).toEqual(before);
    expect(await world.em().findOneOrFail(Concern, raised.id)).toMatchObject({ state: 'RECEIVED' });
  });

  it.each([
    ['a stranger', () => ({})],
    ["a child's device", () => ({ device: aDevice() })],
    ['a facilitator of another commune', () => neighbour],
    ['an official', () => official],
  ] as const)('is not for %s; nothing is written', async (_who, caller) => {
    const raised = await aConcern(world);
    const before = await rowCounts(world);
    expect(await publish(publishInput(raised.id), caller())).toEqual({
      issue: null,
      concern: null,
      problems: [{ code: 'NOT_FOUND', field: 'concernId' }],
    });
    expect(await rowCounts(world)).toEqual(before);
  });
});

const mergeConcern = `mutation ($input: MergeConcernInput!) { mergeConcern(input: $input) {
  issue { id supportCount concernCount } concern { state } problems { code field } } }`;
const mergeIssues = `mutation ($input: MergeIssuesInput!) { mergeIssues(input: $input) {
  issue { id supportCount concernCount history(first: 9) { nodes { change } } } problems { code field } } }`;
const support = `mutation ($input: SupportIssueInput!) { supportIssue(input: $input) { problems { code } } }`;

describe('merging a concern into an issue', () => {
  it('adds its child as a supporter, once', async () => {
    const device = aDevice();
    const first = await anIssue(world, facilitator);
    const second = await aConcern(world, {}, device);
    const third = await aConcern(world, {}, device);
    const merge = (concernId: string) =>
      world.ask(mergeConcern, { input: { concernId, issueId: first.id } }, facilitator);
    expect((await merge(second.id)).data).toMatchObject({
      mergeConcern: { issue: { supportCount: 2, concernCount: 2 }, concern: { state: 'PUBLISHED' } },
    });
    expect((await merge(third.id)).data).toMatchObject({
      mergeConcern: { issue: { supportCount: 2, concernCount: 3 } },
    });
    expect((await merge(third.id)).data).toMatchObject({
      mergeConcern: { issue: null, problems: [{ code: 'ALREADY_MODERATED' }] },
    });
  });

  it('of a place one does not moderate is refused and writes nothing', async () => {
    const theirs = await anIssue(world, administrator, { communeCode: kaevPoar.commune });
    const mine = await aConcern(world);
    const before = await rowCounts(world);
    const { data } = await world.ask(
      mergeConcern,
      { input: { concernId: mine.id, issueId: theirs.id } },
      facilitator,
    );
    expect(data).toMatchObject({ mergeConcern: { problems: [{ code: 'NOT_FOUND', field: 'issueId' }] } });
    expect(await rowCounts(world)).toEqual(before);
  });
});

describe('merging two issues', () => {
  it('keeps every supporter once and leads from one to the other', async () => {
    const from = await anIssue(world, facilitator);
    const into = await anIssue(world, facilitator);
    const both = aDevice();
    const onlyFrom = aDevice();
    for (const [device, issueId] of [
      [both, from.id],
      [both, into.id],
      [onlyFrom, from.id],
    ] as const)
      await world.ask(support, { input: { issueId } }, { device });
    const input = { fromIssueId: from.id, intoIssueId: into.id };
    const { data } = await world.ask(mergeIssues, { input }, facilitator);
    // Both raisers, the child of both, and the child of the first one only.
    expect(data).toMatchObject({
      mergeIssues: { issue: { supportCount: 4, concernCount: 2 }, problems: [] },
    });
    expect(await world.em().count(Support, { issueId: into.id })).toBe(4);
    expect(await world.em().count(Support, { issueId: from.id })).toBe(0);
    expect(await world.em().findOneOrFail(Concern, from.concern.id)).toMatchObject({ issueId: into.id });
    const merged = await world.ask(shown, { id: from.id }, { device: onlyFrom });
    expect(merged.data).toMatchObject({ issue: { mergedInto: { id: into.id } } });
    // A late support of the first one goes to the second.
    await world.ask(support, { input: { issueId: from.id } }, { device: aDevice() });
    expect(await world.em().findOneOrFail(Issue, into.id)).toMatchObject({ supportCount: 5 });
    const again = await world.ask(mergeIssues, { input }, facilitator);
    expect(again.data).toMatchObject({
      mergeIssues: { problems: [{ code: 'NOT_FOUND', field: 'fromIssueId' }] },
    });
  });

  it('loses no support that is given while they are merged', async () => {
    const from = await anIssue(world, facilitator);
    const into = await anIssue(world, facilitator);
    const given = Array.from({ length: 30 }, () =>
      world.ask(support, { input: { issueId: from.id } }, { device: aDevice() }),
    );
    const input = { fromIssueId: from.id, intoIssueId: into.id };
    await Promise.all([...given, world.ask(mergeIssues, { input }, facilitator)]);
    expect(await world.em().count(Support, { issueId: from.id })).toBe(0);
    expect(await world.em().count(Support, { issueId: into.id })).toBe(32);
    expect(await world.em().findOneOrFail(Issue, into.id)).toMatchObject({ supportCount: 32 });
  });

  it.each([
    ['a stranger', () => ({})],
    ['a facilitator of another commune', () => neighbour],
    ['an official', () => official],
  ] as const)('is not for %s; nothing is written', async (_who, caller) => {
    const from = await anIssue(world, facilitator);
    const into = await anIssue(world, facilitator);
    const before = await rowCounts(world);
    const input = { fromIssueId: from.id, intoIssueId: into.id };
    const { data } = await world.ask(mergeIssues, { input }, caller());
    expect(data).toMatchObject({ mergeIssues: { issue: null, problems: [{ code: 'NOT_FOUND' }] } });
    expect(await rowCounts(world)).toEqual(before);
  });

  it('of different communes, or one with itself, is refused', async () => {
    const here = await anIssue(world, facilitator);
    const there = await anIssue(world, administrator, { communeCode: kaevPoar.commune });
    const before = await rowCounts(world);
    for (const intoIssueId of [there.id, here.id]) {
      const input = { fromIssueId: here.id, intoIssueId };
      const { data } = await world.ask(mergeIssues, { input }, administrator);
      expect(data).toMatchObject({
        mergeIssues: { problems: [{ code: 'NOT_IN_LIST', field: 'intoIssueId' }] },
      });
    }
    expect(await rowCounts(world)).toEqual(before);
  });
});

const editIssue = `mutation ($input: EditIssueInput!) { editIssue(input: $input) {
  issue { titleEn wordsEn titleKm category topic } problems { code field } } }`;

describe('editing', () => {
  it('changes what is given and keeps the rest', async () => {
    const { id } = await anIssue(world, facilitator, { topic: 'SCHOOL_TOILET' });
    const { data } = await world.ask(
      editIssue,
      { input: { issueId: id, titleEn: 'A door for the toilet', category: 'EDUCATION' } },
      facilitator,
    );
    expect(data).toEqual({
      editIssue: {
        issue: {
          titleEn: 'A door for the toilet',
          wordsEn: 'The toilet of the school has no door, so girls do not go there.',
          titleKm: null,
          category: 'EDUCATION',
          topic: null,
        },
        problems: [],
      },
    });
  });

  it('is refused with a phone number, and to others; nothing is written', async () => {
    const { id } = await anIssue(world, facilitator);
    const before = await rowCounts(world);
    const phone = { issueId: id, wordsEn: 'Call 012 345 678.' };
    const { data } = await world.ask(editIssue, { input: phone }, facilitator);
    expect(data).toMatchObject({ editIssue: { problems: [{ code: 'IDENTIFIERS_LEFT', field: 'wordsEn' }] } });
    for (const caller of [{}, { device: aDevice() }, neighbour, official]) {
      const refused = await world.ask(editIssue, { input: { issueId: id, titleEn: 'Mine' } }, caller);
      expect(refused.data).toMatchObject({ editIssue: { issue: null, problems: [{ code: 'NOT_FOUND' }] } });
    }
    expect(await rowCounts(world)).toEqual(before);
  });
});
