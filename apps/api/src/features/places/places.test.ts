import { countQueries } from '@samleng/server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { somePlaces } from '../../testing/some-places.ts';
import { type Reply, startWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
});
afterAll(() => world.end());

async function found(text: string, level?: string): Promise<string[]> {
  const reply = await world.ask<{ searchPlaces: { nodes: { code: string }[] } }>(
    `query ($text: String!, $level: Level) { searchPlaces(text: $text, level: $level) { nodes { code } } }`,
    { text, level },
  );
  return reply.data.searchPlaces.nodes.map((place) => place.code);
}

describe('places', () => {
  it('are shown with all that lies above them, in a fixed number of queries', async () => {
    const query = `{ places(parentCode: "140907") { nodes { code nameKm path { code } parent { nameEn } } pageInfo { hasNextPage } } }`;
    type Shown = { places: { nodes: { code: string; path: { code: string }[] }[] } };
    let reply: Reply<Shown> | undefined;
    const { count } = await countQueries(world.database, async () => {
      reply = await world.ask<Shown>(query);
    });
    if (!reply) throw new Error('no reply');
    expect(reply.errors).toEqual([]);
    expect(reply.data.places.nodes.map((place) => place.code)).toEqual(['14090701', '14090704', '14090706']);
    expect(reply.data.places.nodes[2]?.path.map((place) => place.code)).toEqual([
      '14',
      '1409',
      '140907',
      '14090706',
    ]);
    expect(count).toBe(2);
  });

  it('are paged by cursor without gap or repeat', async () => {
    const page = async (after: string | null) =>
      (
        await world.ask<{
          places: { nodes: { code: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
        }>(
          `query ($after: String) { places(parentCode: "140907", first: 2, after: $after) { nodes { code } pageInfo { endCursor hasNextPage } } }`,
          { after },
        )
      ).data.places;
    const one = await page(null);
    const two = await page(one.pageInfo.endCursor);
    expect([...one.nodes, ...two.nodes].map((place) => place.code)).toEqual([
      '14090701',
      '14090704',
      '14090706',
    ]);
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('refuse a cursor of another list', async () => {
    const reply = await world.ask(`{ places(after: "bm90IGEgY3Vyc29y") { nodes { code } } }`);
    expect(reply.errors[0]?.extensions['code']).toBe('BAD_CURSOR');
  });

  describe('are found while typing', () => {
    it.each([
      ['ល្វា', 'the Khmer name', '140907'],
      ['ល្\u200Bវា', 'with an invisible space in it', '140907'],
      ['ព្រះស្តេច', 'with the other of two marks that look alike', '1409'],
      ['lv', 'two Latin letters', '140907'],
      ['KAEV PO', 'capital letters, unfinished', '170704'],
      ['kaev por', 'one letter wrong', '170704'],
    ])('%s (%s)', async (text, _how, code) => {
      expect((await found(text))[0]).toBe(code);
    });

    it('of one level only, when asked', async () => {
      expect(await found('ល្វា', 'VILLAGE')).toEqual(['14090706']);
    });

    it.each(['', ' ', '%', '_', '\\', "'; drop table places; --", '\u200B'])(
      'nothing for %j',
      async (text) => {
        expect(await found(text)).toEqual([]);
      },
    );
  });
});
