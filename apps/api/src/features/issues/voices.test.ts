import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anIssue } from '../../testing/a-concern.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { Support } from './issue.entity.ts';

let world: World;
let facilitator: Caller;
let official: Caller;
let issueId: string;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  facilitator = await aStaffMember(world, 'Sreymom', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  official = await aStaffMember(world, 'Bopha', [{ role: 'OFFICIAL' }]);
  issueId = (await anIssue(world, facilitator)).id;
  // The raiser said nothing of itself. 14 girls, 12 boys, 3 who said "other".
  await add(14, { sex: 'GIRL', ageBand: 'AGE_10_13', villageCode: lvea.village });
  await add(12, { sex: 'BOY', ageBand: 'AGE_14_17', villageCode: '14090701' });
  await add(3, { sex: 'OTHER', disability: 'YES' });
});
afterAll(() => world.end());

let devices = 0;
async function add(many: number, said: object): Promise<void> {
  const em = world.em();
  for (let each = 0; each < many; each += 1)
    await em.insert(Support, { issueId, deviceKey: String((devices += 1)).padStart(64, '0'), ...said });
  await em.execute('update issues set support_count = support_count + ? where id = ?', [many, issueId]);
}

const voices = `query ($id: ID!) { issue(id: $id) { voices { total
  byVillage { key place { nameEn } count } bySex { key count } byAgeBand { key count } byDisability { key count } } } }`;
type Cell = { key: string; count: number | null; place?: { nameEn: string } };
type Voices = { total: number; bySex: Cell[]; byVillage: Cell[]; byAgeBand: Cell[]; byDisability: Cell[] };

async function shown(as: Caller): Promise<Voices | null> {
  const { data, errors } = await world.ask<{ issue: { voices: Voices | null } }>(voices, { id: issueId }, as);
  expect(errors).toEqual([]);
  return data.issue.voices;
}

describe('voices', () => {
  it('are for staff only', async () => {
    const neighbour = await aStaffMember(world, 'Dara', [
      { role: 'FACILITATOR', placeCode: kaevPoar.commune },
    ]);
    const analyst = await aStaffMember(world, 'Vuthy', [{ role: 'ANALYST', placeCode: lvea.province }]);
    for (const caller of [{}, { device: aDevice() }, neighbour]) expect(await shown(caller)).toBeNull();
    for (const caller of [facilitator, official, analyst]) expect(await shown(caller)).not.toBeNull();
  });

  it('hide every group under ten and what would give it away', async () => {
    const all = await shown(official);
    expect(all?.total).toBe(30);
    const sexes = Object.fromEntries(all!.bySex.map(({ key, count }) => [key, count]));
    expect(sexes).toMatchObject({ OTHER: null, NOT_SAID: null });
    for (const { count } of [...all!.bySex, ...all!.byVillage, ...all!.byAgeBand, ...all!.byDisability])
      if (count !== null) expect(count).toBeGreaterThanOrEqual(10);
    // What is not shown of a split is either nothing or at least ten children together.
    for (const split of [all!.bySex, all!.byAgeBand, all!.byVillage, all!.byDisability]) {
      const visible = split.reduce((sum, { count }) => sum + (count ?? 0), 0);
      expect(visible === 0 || 30 - visible >= 10).toBe(true);
    }
    expect(all!.byVillage.find(({ key }) => key === lvea.village)?.place?.nameEn).toBe('Lvea');
  });

  it('stand still while fewer than ten come or go, then move; and after a week', async () => {
    const before = await shown(official);
    await add(9, { sex: 'GIRL' });
    expect(await shown(official)).toEqual(before);
    await add(1, { sex: 'GIRL' });
    expect((await shown(official))?.total).toBe(40);
  });
});
