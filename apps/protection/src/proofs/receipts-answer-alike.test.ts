import { afterEach, expect, it } from 'vitest';
import { aCase, aReceipt, askToErase } from '../testing/child.ts';
import { deed } from '../testing/desk.ts';
import { aPerson, lvea, refresh } from '../testing/people.ts';
import { aDevice, startWorld, type World } from '../testing/world.ts';

let world: World;
afterEach(() => world.end());

const apart = 15;

// Stretching costs the same for all digits and would hide what differs behind its own swaying. The tries go without
// its cost, which is the harder test, and count that each is stretched once.
it(
  'wrong, expired and erased receipts answer alike: the same bytes, one stretching each, and over 200 tries the same time within 15 ms',
  { timeout: 300_000 },
  async () => {
    world = await startWorld({ stretch: 'QUICK' });
    const phalla = await aPerson(world, 'Phalla', { receivesIn: lvea.commune });
    const erased = await aCase(world);
    expect(await askToErase(world, erased.receipt)).toEqual([]);
    const expired = await aCase(world);
    await deed(world, phalla, 'closeCase', { caseId: expired.id, closing: 'HELPED' });
    // Its time is over, and the job that erases has not run.
    world.clock.advance(91 * 86_400_000);
    await refresh(world, phalla);
    const receipts = { wrong: aReceipt(), expired: expired.receipt, erased: erased.receipt };
    const query =
      'query ($receipt: String!) { caseByReceipt(receipt: $receipt) { case { state messages { text } } problems { code field } } }';
    const bodies = new Set<string>();
    const times: Record<keyof typeof receipts, number[]> = { wrong: [], expired: [], erased: [] };
    const ask = async (receipt: string) => {
      const began = performance.now();
      const { text } = await world.ask(query, { receipt }, { device: aDevice() });
      bodies.add(text);
      return performance.now() - began;
    };
    let stretched = 0;
    const stretchReceipt = world.service.stretchReceipt!;
    Object.assign(world.service, {
      stretchReceipt: (digits: string) => {
        stretched += 1;
        return stretchReceipt(digits);
      },
    });
    for (let warm = 0; warm < 5; warm += 1) await ask(aReceipt());
    const kinds = Object.keys(receipts) as (keyof typeof receipts)[];
    // In turns, so that whatever else the machine does falls on all three.
    for (let round = 0; round < 200; round += 1)
      for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) {
        stretched = 0;
        times[kind].push(await ask(receipts[kind]));
        expect(stretched, kind).toBe(1);
      }
    expect([...bodies]).toEqual([
      '{"data":{"caseByReceipt":{"case":null,"problems":[{"code":"RECEIPT_NOT_RIGHT","field":"receipt"}]}}}\n',
    ]);
    const medians = kinds.map((kind) => median(times[kind]));
    console.log(`medians in ms: ${kinds.map((kind, at) => `${kind} ${medians[at]!.toFixed(1)}`).join(', ')}`);
    expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(apart);
  },
);

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}
