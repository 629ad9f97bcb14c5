import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConcern, anIssue } from '../../testing/a-concern.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { type Caller, startWorld, type World } from '../../testing/world.ts';

let world: World;
let administrator: Caller;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  administrator = await aStaffMember(world, 'Sophea', [{ role: 'ADMINISTRATOR' }]);
  const publish = async (key: string, given: object) => {
    ids[key] = (await anIssue(world, administrator, given)).id;
  };
  await publish('well', {
    titleKm: 'អណ្តូងទឹកខូច',
    wordsKm: 'អណ្តូងទឹកក្នុងភូមិយើងខូចតាំងពីខែមុន ហើយយើងត្រូវដើរឆ្ងាយដើម្បីដងទឹក',
    titleEn: 'The well is broken',
    wordsEn: 'The well in our village has been broken since last month and we walk far to fetch water.',
  });
  await publish('wellElsewhere', {
    communeCode: kaevPoar.commune,
    titleEn: 'The well is broken',
    wordsEn: 'The well in our village has been broken since last month and we walk far to fetch water.',
  });
  await publish('road', {
    category: 'ROAD_SAFETY',
    titleEn: 'Cars drive too fast past the school',
    wordsEn: 'Cars and lorries drive very fast on the road in front of the school.',
  });
});
afterAll(() => world.end());

const similar = `query ($text: String!, $communeCode: String!, $category: Category) {
  similarIssues(text: $text, communeCode: $communeCode, category: $category) { issue { id } similarity isSame } }`;

async function found(text: string, communeCode: string = lvea.commune) {
  const { data, errors } = await world.ask<{
    similarIssues: { issue: { id: string }; similarity: number; isSame: boolean }[];
  }>(similar, { text, communeCode, category: 'WATER_SANITATION' });
  expect(errors).toEqual([]);
  return data.similarIssues;
}

describe('similar issues', () => {
  it('are found for an English text with a word left out, those of the commune first', async () => {
    const alike = await found(
      'The well in our village is broken since last month and we walk far to fetch water',
    );
    expect(alike.map(({ issue, isSame }) => [issue.id, isSame])).toEqual([
      [ids['well'], true],
      [ids['wellElsewhere'], true],
    ]);
  });

  it('are found for a Khmer text with invisible spaces in other places', async () => {
    const [first] = await found('អណ្តូងទឹក\u200bក្នុងភូមិយើង\u200bខូចតាំងពីខែមុន យើងត្រូវដើរឆ្ងាយដើម្បីដងទឹក');
    expect(first).toMatchObject({ issue: { id: ids['well'] }, isSame: true });
  });

  it('are found for other words and for the other language, and are then like it, not the same', async () => {
    for (const text of ['The pump broke down, we carry water a long way', 'ឡានបើកលឿនណាស់នៅមុខសាលា']) {
      const [first] = await found(text);
      expect(first, text).toMatchObject({
        issue: { id: ids[text.startsWith('The') ? 'well' : 'road'] },
        isSame: false,
      });
    }
    // In other words only within the commune.
    expect(await found('The pump broke down, we carry water a long way', '010101')).toEqual([]);
  });

  it('are found by their matter behind a hundred newer ones', async () => {
    const publishedAt = new Date(world.clock.now().getTime() + 60_000);
    await world.em().execute(
      `insert into issues (id, category, commune_code, title_en, words_en, state, published_at, bands)
       select gen_random_uuid(), 'OTHER', ?, 'x', 'x', 'OPEN', ?, '{}' from generate_series(1, 120)`,
      [lvea.commune, publishedAt],
    );
    const [first] = await found('The pump broke down, we carry water a long way');
    expect(first?.issue.id).toBe(ids['well']);
  });

  it('are none for something else, for no letters and for nothing', async () => {
    for (const text of ['We want a place to play football in the evening.', '???', ''])
      expect(await found(text)).toEqual([]);
  });

  it('bear any text', async () => {
    expect(await found(`${'ក្'.repeat(5_000)}\u0000`, "' or true\u0000 --")).toEqual([]);
  });

  it('are offered to the moderator of a concern, but not its own issue', async () => {
    const raised = await aConcern(world, {
      text: 'The well in our village is broken since last month and we walk far to fetch water',
    });
    const { data } = await world.ask(
      'query ($id: ID!) { concern(id: $id) { similarIssues(first: 1) { issue { id } isSame } } }',
      { id: raised.id },
      administrator,
    );
    expect(data).toEqual({ concern: { similarIssues: [{ issue: { id: ids['well'] }, isSame: true }] } });
  });
});
