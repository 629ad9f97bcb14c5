import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConcern, concernInput, raiseConcern } from '../../testing/a-concern.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, startWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
});
afterAll(() => world.end());

describe('raising', () => {
  it('smokes', async () => {
    const r = await world.ask(raiseConcern, { input: concernInput() }, { device: aDevice() });
    console.log(JSON.stringify(r));
    const c = await aConcern(world);
    expect(c.id).toBeTruthy();
    expect(lvea.commune).toBe('140907');
  });
});
