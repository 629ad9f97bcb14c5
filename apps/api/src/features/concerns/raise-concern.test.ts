import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aConcern, aReceipt, concernInput, raiseConcern, rowCounts } from '../../testing/a-concern.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { concernsByAddress } from './concern-limits.ts';
import { Concern } from './concern.entity.ts';

type Payload = {
  raiseConcern: {
    receivedOn: string | null;
    concern: { state: string; ownWords: string; category: string; commune: { code: string } | null } | null;
    problems: { code: string; field: string | null }[];
  };
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
});
beforeEach(() => {
  world.clock.advance(3_601_000);
});
afterAll(() => world.end());

async function raise(input: object, as: Caller = { device: aDevice() }) {
  const { data, errors } = await world.ask<Payload>(raiseConcern, { input }, as);
  expect(errors).toEqual([]);
  return data.raiseConcern;
}

describe('raising a concern', () => {
  it('takes the words alone; place, category and the rest may stay unsaid', async () => {
    const idempotencyKey = crypto.randomUUID();
    const given = await raise({ idempotencyKey, receipt: aReceipt(), text: ' Our well is dry. \u0000' });
    expect(given).toMatchObject({
      receivedOn: '2026-11-23',
      concern: { state: 'RECEIVED', ownWords: 'Our well is dry.', category: 'OTHER', commune: null },
      problems: [],
    });
    const concern = await world.em().findOneOrFail(Concern, { idempotencyKey });
    expect(concern).toMatchObject({ urgency: 'NORMAL', language: 'en', communeCode: null });
    expect(concern.receiptLookupId).toMatch(/^[0-9a-f]{32}$/);
    expect(concern.receiptPublicKey).toMatch(/^[0-9a-f]{64}$/);
    expect(concern.deviceKey).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps the receipt nowhere', async () => {
    const { receipt } = await aConcern(world);
    const [row] = await world
      .em()
      .execute<{ n: number }[]>(`select count(*)::int n from concerns where concerns::text like ?`, [
        `%${receipt}%`,
      ]);
    expect(row).toEqual({ n: 0 });
  });

  it('takes the receipt in Khmer digits with hyphens, and the village instead of its commune', async () => {
    const given = await raise(
      concernInput({ receipt: '១២៣៤-៥៦៧៨-៩០១២-៣៤៥៦', communeCode: null, villageCode: lvea.village }),
    );
    expect(given.problems).toEqual([]);
    expect(given.concern?.commune?.code).toBe(lvea.commune);
  });

  it('guesses the language, and raises the urgency by words of harm without refusing anything', async () => {
    const khmer = await aConcern(world, { text: 'អណ្តូងទឹកក្នុងភូមិខ្ញុំរីងស្ងួត' });
    const harm = await aConcern(world, { text: 'I do not want to live any more.' });
    expect(await world.em().findOneOrFail(Concern, khmer.id)).toMatchObject({
      language: 'km',
      urgency: 'NORMAL',
    });
    expect(await world.em().findOneOrFail(Concern, harm.id)).toMatchObject({ urgency: 'URGENT' });
  });

  it.each([
    [{ text: '\u200b  ' }, { code: 'REQUIRED', field: 'text' }],
    [{ text: 'a'.repeat(4_001) }, { code: 'TOO_LONG', field: 'text' }],
    [{ receipt: '1234' }, { code: 'RECEIPT_NOT_RIGHT', field: 'receipt' }],
    [{ idempotencyKey: 'again' }, { code: 'REQUIRED', field: 'idempotencyKey' }],
    [{ communeCode: '999999' }, { code: 'PLACE_NOT_FOUND', field: 'communeCode' }],
    [{ communeCode: "' or 1=1" }, { code: 'PLACE_NOT_FOUND', field: 'communeCode' }],
    [{ communeCode: lvea.district }, { code: 'PLACE_NOT_A_COMMUNE', field: 'communeCode' }],
    [{ villageCode: kaevPoar.village }, { code: 'VILLAGE_OF_ANOTHER_COMMUNE', field: 'villageCode' }],
    [{ villageCode: '14090799' }, { code: 'PLACE_NOT_FOUND', field: 'villageCode' }],
    [{ topic: 'FEES' }, { code: 'TOPIC_OF_ANOTHER_CATEGORY', field: 'topic' }],
  ])('refuses %j and writes nothing', async (given, expected) => {
    const before = await rowCounts(world);
    expect((await raise(concernInput(given))).problems).toEqual([expected]);
    expect(await rowCounts(world)).toEqual(before);
  });

  it('names every problem at once', async () => {
    const given = await raise(concernInput({ text: '', receipt: '', communeCode: '999999' }));
    expect(given.problems.map(({ field }) => field)).toEqual(['receipt', 'text', 'communeCode']);
  });
});

describe('sending the same form again', () => {
  it('gives the same concern, also from another phone and in another grouping of the receipt', async () => {
    const input = concernInput({ receipt: '1111 2222 3333 4444' });
    const first = await raise(input);
    const before = await rowCounts(world);
    expect(await raise({ ...input, receipt: '1111-2222-3333-4444' })).toEqual(first);
    expect(await rowCounts(world)).toEqual(before);
  });

  it('is refused with other words', async () => {
    const input = concernInput();
    await raise(input);
    const before = await rowCounts(world);
    expect((await raise({ ...input, text: 'Something else.' })).problems).toEqual([
      { code: 'SAME_KEY_OTHER_CONTENT', field: 'idempotencyKey' },
    ]);
    expect(await rowCounts(world)).toEqual(before);
  });

  it('ten times at once makes one concern', async () => {
    const input = concernInput();
    const device = aDevice();
    const before = await rowCounts(world);
    // All of one device: only the first ones count against its limit.
    const answers = await Promise.all(Array.from({ length: 5 }, () => raise(input, { device })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await rowCounts(world))['concerns']).toBe(before['concerns']! + 1);
  });

  it('with a receipt that opens another concern answers as ever, and the receipt opens the first one', async () => {
    const first = concernInput({ text: 'The first words.' });
    await raise(first);
    const device = aDevice();
    const second = concernInput({ receipt: first.receipt, text: 'Other words.' });
    const answer = await raise(second, { device });
    const fresh = await raise(concernInput({ text: 'Other words.' }), { device });
    expect(answer).toEqual(fresh);
    expect(await raise(second, { device })).toEqual(answer);
    const { data } = await world.ask<{ concernByReceipt: { concern: { ownWords: string } } }>(
      'query ($receipt: String!) { concernByReceipt(receipt: $receipt) { concern { ownWords } } }',
      { receipt: first.receipt },
      { device: aDevice() },
    );
    expect(data.concernByReceipt.concern.ownWords).toBe('The first words.');
  });
});

describe('how many', () => {
  it('five an hour from a device; the sixth is refused and nothing is written, a retry is not', async () => {
    const device = aDevice();
    const inputs = Array.from({ length: 6 }, (_, at) => concernInput({ text: `Concern number ${at}` }));
    for (const input of inputs.slice(0, 5)) expect((await raise(input, { device })).problems).toEqual([]);
    const before = await rowCounts(world);
    expect((await raise(inputs[5]!, { device })).problems).toEqual([
      { code: 'TOO_MANY_CONCERNS', field: null },
    ]);
    expect(await rowCounts(world)).toEqual(before);
    expect((await raise(inputs[0]!, { device })).problems).toEqual([]);
  });

  it('on the tablet of a club any number, inside its facilitator’s session, and none is tied to it', async () => {
    const sokha = await aStaffMember(world, 'Sokha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
    const tablet = { ...sokha, device: aDevice() };
    const inputs = Array.from({ length: 7 }, () => concernInput());
    for (const input of inputs) expect((await raise(input, tablet)).problems).toEqual([]);
    const { idempotencyKey } = inputs[6]!;
    expect((await world.em().findOneOrFail(Concern, { idempotencyKey })).deviceKey).toBeNull();
  });

  it('forty children of one school all get through', async () => {
    const school = { address: '198.51.100.4' };
    const before = await rowCounts(world);
    for (let pair = 0; pair < 20; pair += 1) {
      const answers = await Promise.all(
        Array.from({ length: 2 }, () => raise(concernInput(), { device: aDevice(), ...school })),
      );
      expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    }
    expect((await rowCounts(world))['concerns']).toBe(before['concerns']! + 40);
  });

  it('over sixty an hour from an address are slowed, and still received', async () => {
    const address = '198.51.100.5';
    for (let before = 0; before < concernsByAddress.points; before += 1)
      await world.service.rates.take('concerns-by-address', address, concernsByAddress);
    expect((await raise(concernInput(), { device: aDevice(), address })).problems).toEqual([]);
  });
});
