import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReceipt, askToErase, comeBack, disclose, disclosure, write } from '../testing/child.ts';
import { rowCounts } from '../testing/desk.ts';
import { aPerson, lvea } from '../testing/people.ts';
import { aDevice, startWorld, testSettings, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ stretch: 'CLOSED' });
  await aPerson(world, 'Phalla', { receivesIn: lvea.commune });
});
afterAll(() => world.end());

const closed = [{ code: 'INTAKE_CLOSED', field: null }];

describe('without the pepper', () => {
  it('the desk says that it is closed, and gives the number to call', async () => {
    const { data } = await world.ask('{ deskStatus { isOpen helpline } }');
    expect(data).toEqual({ deskStatus: { isOpen: false, helpline: '1280' } });
  });

  it('nothing is taken in that no receipt could ever open', async () => {
    const before = await rowCounts(world);
    const taken = await world.ask<{ discloseHarm: object }>(
      disclose,
      { input: disclosure() },
      { device: aDevice() },
    );
    expect(taken.data.discloseHarm).toEqual({ isTakenIn: false, receivedOn: null, problems: closed });
    for (const [name, as] of [
      ['discloseSealed', { device: aDevice() }],
      ['receiveMovedConcern', { intakeKey: testSettings.PROTECTION_INTAKE_KEY }],
    ] as const) {
      const { data } = await world.ask(
        `mutation { ${name}(input: { sealed: "" }) { isTakenIn problems { code field } } }`,
        {},
        as,
      );
      expect(data).toEqual({ [name]: { isTakenIn: false, problems: closed } });
    }
    expect(await comeBack(world, aReceipt())).toEqual({ case: null, problems: closed });
    expect((await write(world, aReceipt(), 'words')).problems).toEqual(closed);
    expect(await askToErase(world, aReceipt())).toEqual(closed);
    expect(await rowCounts(world)).toEqual(before);
  });

  it('the service itself is up', async () => {
    expect((await fetch(`${world.address}/health/ready`)).status).toBe(200);
  });
});
