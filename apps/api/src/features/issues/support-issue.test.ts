import { countQueries } from '@samleng/server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anIssue, rowCounts } from '../../testing/a-concern.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { Issue, RankingDue, Support } from './issue.entity.ts';

let world: World;
let facilitator: Caller;
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  facilitator = await aStaffMember(world, 'Sreymom', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
});
afterAll(() => world.end());

const fields = `issue { id supportCount isSupportedByViewer } problems { code field }`;
const supportIssue = `mutation ($input: SupportIssueInput!) { supportIssue(input: $input) { ${fields} } }`;
const withdrawSupport = `mutation ($input: WithdrawSupportInput!) { withdrawSupport(input: $input) { ${fields} } }`;

describe('supporting', () => {
  it('fifty times at once from one device counts one', async () => {
    const { id } = await anIssue(world, facilitator);
    const device = aDevice();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => world.ask(supportIssue, { input: { issueId: id } }, { device })),
    );
    for (const { data } of answers)
      expect(data).toEqual({
        supportIssue: { issue: { id, supportCount: 2, isSupportedByViewer: true }, problems: [] },
      });
    expect(await world.em().count(Support, { issueId: id })).toBe(2);
  });

  it('from fifty devices at once counts fifty', async () => {
    const { id } = await anIssue(world, facilitator);
    await Promise.all(
      Array.from({ length: 50 }, () =>
        world.ask(supportIssue, { input: { issueId: id } }, { device: aDevice() }),
      ),
    );
    expect(await world.em().findOneOrFail(Issue, id)).toMatchObject({ supportCount: 51 });
    expect(await world.em().count(Support, { issueId: id })).toBe(51);
    expect(await world.em().count(RankingDue, { communeCode: lvea.commune })).toBe(1);
  });

  it('takes one statement, which gives what is shown', async () => {
    const { id } = await anIssue(world, facilitator);
    const { queries } = await countQueries(world.database, () =>
      world.ask(
        `mutation ($input: SupportIssueInput!) { supportIssue(input: $input) { issue { supportCount } } }`,
        { input: { issueId: id } },
        { device: aDevice() },
      ),
    );
    expect(queries.map((sql) => sql.trim().slice(0, 6))).toEqual(['with t']);
  });

  it('keeps what the child says of itself', async () => {
    const { id } = await anIssue(world, facilitator);
    const input = {
      issueId: id,
      ageBand: 'AGE_14_17',
      sex: 'BOY',
      disability: 'YES',
      villageCode: lvea.village,
    };
    await world.ask(supportIssue, { input }, { device: aDevice() });
    expect(
      await world.em().count(Support, { ...input, sex: 'BOY', ageBand: 'AGE_14_17', disability: 'YES' }),
    ).toBe(1);
  });

  it('is taken back, and given again', async () => {
    const { id } = await anIssue(world, facilitator);
    const device = aDevice();
    const input = { issueId: id };
    await world.ask(supportIssue, { input }, { device });
    for (let times = 0; times < 2; times += 1) {
      const { data } = await world.ask(withdrawSupport, { input }, { device });
      expect(data).toEqual({
        withdrawSupport: { issue: { id, supportCount: 1, isSupportedByViewer: false }, problems: [] },
      });
    }
    const { data } = await world.ask(supportIssue, { input }, { device });
    expect(data).toMatchObject({ supportIssue: { issue: { supportCount: 2 } } });
  });

  it.each([
    ['without a device', {}, {}, 'REQUIRED', 'device'],
    ['with a device of our own making', {}, { device: 'me' }, 'REQUIRED', 'device'],
    [
      'of nothing',
      { issueId: '018f0000-0000-7000-8000-000000000000' },
      { device: aDevice() },
      'NOT_FOUND',
      'issueId',
    ],
    ['of what is no id', { issueId: "' or true --" }, { device: aDevice() }, 'NOT_FOUND', 'issueId'],
    [
      'from a village that is none',
      { villageCode: '140907' },
      { device: aDevice() },
      'PLACE_NOT_FOUND',
      'villageCode',
    ],
    [
      'from a village of another commune',
      { villageCode: kaevPoar.village },
      { device: aDevice() },
      'VILLAGE_OF_ANOTHER_COMMUNE',
      'villageCode',
    ],
  ] as const)('%s is refused and writes nothing', async (_how, given, caller, code, field) => {
    const { id } = await anIssue(world, facilitator);
    const before = await rowCounts(world);
    const { data } = await world.ask(supportIssue, { input: { issueId: id, ...given } }, caller);
    expect(data).toEqual({ supportIssue: { issue: null, problems: [{ code, field }] } });
    expect(await rowCounts(world)).toEqual(before);
  });
});
