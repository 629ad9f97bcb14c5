import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../../testing/world.ts';
import { comparePlaces, writePlaceChanges } from './import-places.ts';
import { Place } from './place.entity.ts';
import { readPlaceList } from './read-place-list.ts';

const header = 'code,type_latin,name_km,name_en';
const lvea = `${header}
14,Khaet,ព្រៃវែង,Prey Veng
1409,Srok,ព្រះស្ដេច,Preah Sdach
140907,Khum,ល្វា,Lvea
14090706,Phum,ល្វា,Lvea
`;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

async function bringIn(text: string, endMissing = false, asOf: string | null = null) {
  const list = readPlaceList(text, new Set());
  if (!list.ok) throw new Error(list.problem[0]?.reason);
  const changes = await comparePlaces(world.em(), list.value, endMissing);
  await writePlaceChanges(world.em(), changes, asOf, asOf ?? '2026-11-23', () => undefined);
  return changes;
}

describe('the official list', () => {
  it('is brought in once: the second time nothing changes', async () => {
    expect((await bringIn(lvea)).added).toHaveLength(4);
    const again = await bringIn(lvea);
    expect([again.added.length, again.changed.length, again.unchanged]).toEqual([0, 0, 4]);
    expect(await world.em().count(Place, {})).toBe(4);
  });

  it('changes names, and ends places that are gone only when it is complete', async () => {
    const newer = lvea.replace('14090706,Phum,ល្វា,Lvea', '14090701,Phum,សំរោង,Samraong');
    const partial = await bringIn(newer, false, '2026-12-01');
    expect([partial.added.length, partial.ended.length, partial.missing]).toEqual([1, 0, 1]);
    const complete = await bringIn(newer, true, '2027-01-01');
    expect(complete.ended.map((place) => place.code)).toEqual(['14090706']);
    const ended = await world.em().findOneOrFail(Place, { code: '14090706' });
    const added = await world.em().findOneOrFail(Place, { code: '14090701' });
    expect([ended.validTo, added.validFrom, added.validTo ?? null]).toEqual([
      '2027-01-01',
      '2026-12-01',
      null,
    ]);
    const reply = await world.ask<{ places: { nodes: { code: string }[] } }>(
      `{ places(parentCode: "140907") { nodes { code } } }`,
    );
    expect(reply.data.places.nodes.map((place) => place.code)).toEqual(['14090701']);
  });

  it.each([
    ['14,Khaet,ព្រៃវែង,Prey Veng\n1409,Srok,,Preah Sdach', 3, 'has no Khmer name'],
    ['140,Khaet,ព្រៃវែង,Prey Veng', 2, 'is not a code'],
    ['១៤,Khaet,ព្រៃវែង,Prey Veng', 2, 'is not a code'],
    ['14,Srok,ព្រៃវែង,Prey Veng', 2, 'has codes of 4 digits'],
    ['14,Island,ព្រៃវែង,Prey Veng', 2, 'is not a kind of place'],
    ['1409,Srok,ព្រះស្ដេច,Preah Sdach', 2, 'which is not in the list'],
    ['14,Khaet,ក,A\n14,Khaet,ខ,B', 3, 'stands in line 2 already'],
    ['14,Khaet,ក', 2, 'not CSV'],
  ])('is refused with the line: %s', (rows, line, reason) => {
    const list = readPlaceList(`${header}\n${rows}\n`, new Set());
    expect(list).toMatchObject({
      ok: false,
      problem: [{ line, reason: expect.stringContaining(reason) as string }],
    });
  });

  it('names the line of a bad row in JSON', () => {
    const text = `{"columns":["code","type_latin","name_km","name_en"],"rows":[\n["14","Khaet","ព្រៃវែង","Prey Veng"],\n["1409","Srok","",""]]}`;
    expect(readPlaceList(text, new Set())).toMatchObject({ ok: false, problem: [{ line: 3 }] });
  });

  const whole = new URL('../../../../../../shared/data/gazetteer/gazetteer.compact.json', import.meta.url);
  const isThere = existsSync(whole);
  if (!isThere) console.log('The whole official list is not here: reading it is not tested.');
  it.runIf(isThere)('is read whole: 25, 210, 1,652 and 14,578', () => {
    const list = readPlaceList(readFileSync(whole, 'utf8'), new Set());
    if (!list.ok) throw new Error(list.problem[0]?.reason);
    const lengths = Map.groupBy(list.value, (place) => place.code.length);
    expect([2, 4, 6, 8].map((length) => lengths.get(length)?.length)).toEqual([25, 210, 1652, 14578]);
  });
});
