import { testDisclosures } from '@samleng/personas/test-disclosures';
import { sealEnvelope } from '@samleng/server';
import { toKhmerDigits } from '@samleng/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aCase,
  aReceipt,
  askToErase,
  type Code,
  comeBack,
  disclose,
  disclosure,
  takeNewCode,
  write,
} from '../../testing/child.ts';
import { deed, open, rowCounts } from '../../testing/desk.ts';
import { aPerson, kaevPoar, lvea, type Person } from '../../testing/people.ts';
import { aDevice, aKey, startWorld, type World } from '../../testing/world.ts';

let world: World;
let phalla: Person;
let chea: Person;
beforeAll(async () => {
  world = await startWorld();
  chea = await aPerson(world, 'Chea', { role: 'SUPERVISOR' });
  phalla = await aPerson(world, 'Phalla', { receivesIn: lvea.commune });
});
afterAll(() => world.end());

type Taken = { isTakenIn: boolean; receivedOn: string | null; problems: Code[] };
async function sent(input: object, device = aDevice(), address?: string): Promise<Taken> {
  const { data } = await world.ask<{ discloseHarm: Taken }>(
    disclose,
    { input },
    { device, ...(address && { address }) },
  );
  return data.discloseHarm;
}
const notRight = { case: null, problems: [{ code: 'RECEIPT_NOT_RIGHT', field: 'receipt' }] };

describe('a child discloses', () => {
  it('with words alone, and comes back with the receipt as it was written down', async () => {
    const { idempotencyKey, receipt, text } = disclosure();
    expect(await sent({ idempotencyKey, receipt, text })).toEqual({
      isTakenIn: true,
      receivedOn: '2026-11-20',
      problems: [],
    });
    const khmer = toKhmerDigits(receipt.match(/.{4}/g)!.join('-'));
    expect(await comeBack(world, khmer)).toEqual({
      case: { state: 'RECEIVED', receivedOn: '2026-11-20', readBy: 0, mayErase: true, messages: [] },
      problems: [],
    });
  });

  it('once, however often the form is sent; another content under the same key is refused', async () => {
    const input = disclosure();
    const device = aDevice();
    const before = await rowCounts(world);
    const answers = await Promise.all([sent(input, device), sent(input, device), sent(input, device)]);
    expect(answers.every(({ isTakenIn }) => isTakenIn)).toBe(true);
    // Retries cost no tries: a sixth device-hour form is still far away.
    for (let again = 0; again < 6; again += 1) expect((await sent(input, device)).isTakenIn).toBe(true);
    expect((await rowCounts(world))['cases']).toBe(before['cases']! + 1);
    const after = await rowCounts(world);
    expect(await sent({ ...input, text: 'other words' }, device)).toMatchObject({
      isTakenIn: false,
      problems: [{ code: 'SAME_KEY_OTHER_CONTENT', field: 'idempotencyKey' }],
    });
    expect(await sent({ ...input, idempotencyKey: aKey() })).toMatchObject({
      problems: [{ code: 'SAME_KEY_OTHER_CONTENT', field: 'receipt' }],
    });
    expect(await rowCounts(world)).toEqual(after);
  });

  it('and hears at once of everything that must be mended, with nothing written', async () => {
    const before = await rowCounts(world);
    expect(await sent({ idempotencyKey: 'x', receipt: '12', text: ' \u200b ' })).toEqual({
      isTakenIn: false,
      receivedOn: null,
      problems: [
        { code: 'REQUIRED', field: 'idempotencyKey' },
        { code: 'RECEIPT_NOT_RIGHT', field: 'receipt' },
        { code: 'REQUIRED', field: 'text' },
      ],
    });
    expect(await rowCounts(world)).toEqual(before);
  });

  it('and is not refused for a wrong place', async () => {
    const { id } = await aCase(world, { communeCode: '14', villageCode: '99' });
    const [row] = await world
      .em()
      .execute<{ c: null }[]>('select commune_code c from cases where id = ?', [id]);
    expect(row!.c).toBeNull();
  });

  it('forty times in ten minutes from one school; a device over five in an hour is asked to call', async () => {
    const address = '198.51.100.7';
    const answers = [];
    for (let child = 0; child < 40; child += 1) answers.push(await sent(disclosure(), aDevice(), address));
    expect(answers.filter(({ isTakenIn }) => isTakenIn)).toHaveLength(40);
    const device = aDevice();
    for (let form = 0; form < 5; form += 1) expect((await sent(disclosure(), device)).isTakenIn).toBe(true);
    expect(await sent(disclosure(), device)).toMatchObject({ problems: [{ code: 'TOO_MANY_CONCERNS' }] });
  });

  it.each(testDisclosures.flatMap(({ key, km, en }) => [km, en].map((text) => [key, text] as const)))(
    'words of the kind %s are raised, not lost',
    async (_, text) => {
      if (text === null) return;
      const { id } = await aCase(world, { text });
      const opened = (await open(world, phalla, id)).opened!;
      expect(opened.report.text).toBe(text);
      expect(opened.case.urgency).not.toBe('NORMAL');
    },
  );

  it('of danger now is urgent: one staffed hour; other things have a day', async () => {
    const urgent = await aCase(world, { dangerNow: 'YES' });
    const other = await aCase(world);
    const due = async (id: string) =>
      (await world.em().execute<{ d: Date }[]>('select look_due_at d from cases where id = ?', [id]))[0]!.d;
    expect(new Date(await due(urgent.id))).toEqual(new Date('2026-11-20T03:00:00Z'));
    expect(new Date(await due(other.id))).toEqual(new Date('2026-11-21T02:00:00Z'));
  });

  it('sealed on the phone while there was no network', async () => {
    const { data } = await world.ask<{ deskKey: { publicKey: string } }>(
      '{ deskKey { publicKey algorithm } }',
    );
    const publicKey = Buffer.from(data.deskKey.publicKey, 'base64');
    const form = disclosure({ text: 'kept in the phone until the bus reached the town' });
    const seal = (content: object, purpose = 'disclosure') =>
      Buffer.from(sealEnvelope(Buffer.from(JSON.stringify(content)), publicKey, purpose)).toString('base64');
    const send = async (sealed: string) =>
      (
        await world.ask<{ discloseSealed: Taken }>(
          `mutation ($input: SealedInput!) { discloseSealed(input: $input) { isTakenIn problems { code field } } }`,
          { input: { sealed } },
          { device: aDevice() },
        )
      ).data.discloseSealed;
    expect(await send(seal(form))).toEqual({ isTakenIn: true, problems: [] });
    expect(await send(seal(form))).toEqual({ isTakenIn: true, problems: [] });
    expect((await comeBack(world, form.receipt)).case?.state).toBe('RECEIVED');
    const unreadable = { isTakenIn: false, problems: [{ code: 'UNREADABLE_TEXT', field: 'sealed' }] };
    expect(await send('nothing')).toEqual(unreadable);
    expect(await send(seal(form, 'moved concern'))).toEqual(unreadable);
    expect(await send(seal({ ...form, text: 7 }))).toEqual(unreadable);
    expect(await send(seal([]))).toEqual(unreadable);
  });
});

describe('a child comes back', () => {
  it('and writes; the desk answers; the child sees how many have read it', async () => {
    const { id, receipt } = await aCase(world);
    const key = aKey();
    expect((await write(world, receipt, 'Are you there?', key)).case?.messages).toMatchObject([
      { isMine: true, text: 'Are you there?' },
    ]);
    expect((await write(world, receipt, 'Are you there?', key)).case?.messages).toHaveLength(1);
    expect((await write(world, receipt, 'Other words', key)).problems).toEqual([
      { code: 'SAME_KEY_OTHER_CONTENT', field: 'idempotencyKey' },
    ]);
    await open(world, phalla, id);
    await deed(world, phalla, 'replyToChild', {
      caseId: id,
      idempotencyKey: aKey(),
      text: 'Yes. I am Phalla.',
    });
    expect((await comeBack(world, receipt)).case).toMatchObject({
      state: 'READ',
      readBy: 1,
      messages: [
        { isMine: true, text: 'Are you there?' },
        { isMine: false, text: 'Yes. I am Phalla.' },
      ],
    });
  });

  it('with a right receipt as often as it likes; five wrong ones stop the device, whoever it is', async () => {
    const { receipt } = await aCase(world);
    const device = aDevice();
    for (let visit = 0; visit < 8; visit += 1)
      expect((await comeBack(world, receipt, { device })).case).not.toBeNull();
    for (let wrong = 0; wrong < 5; wrong += 1)
      expect(await comeBack(world, aReceipt(), { device })).toEqual(notRight);
    const stopped = { case: null, problems: [{ code: 'TOO_MANY_TRIES', field: 'receipt' }] };
    expect(await comeBack(world, receipt, { device })).toEqual(stopped);
    expect((await comeBack(world, receipt)).case).not.toBeNull();
  });

  it('past our own front a new device each time helps nobody who guesses: the address is counted', async () => {
    const { receipt } = await aCase(world);
    const query = 'query ($receipt: String!) { caseByReceipt(receipt: $receipt) { problems { code } } }';
    const guess = async (digits: string) => {
      const response = await fetch(`${world.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-device': aDevice() },
        body: JSON.stringify({ query, variables: { receipt: digits } }),
      });
      return ((await response.json()) as { data: { caseByReceipt: { problems: Code[] } } }).data.caseByReceipt
        .problems[0]?.code;
    };
    for (let wrong = 0; wrong < 5; wrong += 1) expect(await guess(aReceipt())).toBe('RECEIPT_NOT_RIGHT');
    expect(await guess(receipt)).toBe('TOO_MANY_TRIES');
  });

  it('and takes a new code; the old one opens nothing; asking again finds it done', async () => {
    const { receipt } = await aCase(world);
    const fresh = aReceipt();
    expect((await takeNewCode(world, receipt, fresh)).case).not.toBeNull();
    expect(await comeBack(world, receipt)).toEqual(notRight);
    expect((await comeBack(world, fresh)).case?.state).toBe('RECEIVED');
    expect((await takeNewCode(world, receipt, fresh)).case).not.toBeNull();
    const other = await aCase(world);
    expect((await takeNewCode(world, other.receipt, fresh)).problems).toEqual([
      { code: 'RECEIPT_NOT_RIGHT', field: 'newReceipt' },
    ]);
    expect((await write(world, fresh, 'still here')).case?.messages).toHaveLength(1);
  });

  it('and asks to be forgotten: everything goes at once, a stone without words stays', async () => {
    const { id, receipt } = await aCase(world);
    expect(await askToErase(world, receipt)).toEqual([]);
    expect(await comeBack(world, receipt)).toEqual(notRight);
    for (const table of [
      'case_keys',
      'case_items',
      'receipts',
      'case_exclusions',
      'case_readers',
      'hand_overs',
    ])
      expect(await world.em().execute(`select 1 from ${table} where case_id = ?`, [id])).toEqual([]);
    expect(await world.em().execute('select * from tombstones where case_id = ?', [id])).toMatchObject([
      { why: 'CHILD_ASKED' },
    ]);
    expect(await askToErase(world, receipt)).toEqual(notRight.problems);
  });

  it('but is not forgotten while a duty to protect is recorded, by a worker or by words of danger', async () => {
    const danger = await aCase(world, { dangerNow: 'YES' });
    expect((await comeBack(world, danger.receipt)).case?.mayErase).toBe(false);
    expect(await askToErase(world, danger.receipt)).toEqual([{ code: 'DUTY_TO_PROTECT', field: null }]);
    const judged = await aCase(world);
    await open(world, phalla, judged.id);
    const triage = { caseId: judged.id, urgency: 'HIGH', danger: 'NO', kind: 'NEGLECT' };
    await deed(world, phalla, 'triageCase', { ...triage, duty: 'LAW_REQUIRES' });
    expect(await askToErase(world, judged.receipt)).toEqual([{ code: 'DUTY_TO_PROTECT', field: null }]);
    await deed(world, phalla, 'triageCase', triage);
    expect(await askToErase(world, judged.receipt)).toEqual([]);
  });
});

describe('before typing, a child is told', () => {
  const status = async (placeCode: string | null) =>
    (
      await world.ask<{ deskStatus: object }>(
        `query ($placeCode: String) { deskStatus(placeCode: $placeCode) { isOpen isSomebodyOnCall onCallFrom readers { name } helpline } }`,
        { placeCode },
      )
    ).data.deskStatus;

  it('who reads it and whether somebody is on call', async () => {
    expect(await status(lvea.village)).toEqual({
      isOpen: true,
      isSomebodyOnCall: true,
      onCallFrom: null,
      readers: [{ name: 'Phalla' }],
      helpline: '1280',
    });
  });

  it('when somebody is next on call, over weekend and festival', async () => {
    const now = world.clock.now();
    world.clock.moveTo(new Date('2026-11-20T11:00:00Z'));
    expect(await status(lvea.commune)).toMatchObject({
      isSomebodyOnCall: false,
      onCallFrom: '2026-11-26T01:00:00.000Z',
    });
    world.clock.moveTo(now);
  });

  it('that nobody is there, where nobody is named', async () => {
    expect(await status(kaevPoar.commune)).toMatchObject({
      isOpen: true,
      isSomebodyOnCall: false,
      onCallFrom: null,
      readers: [],
    });
    expect(chea.name).toBe('Chea');
  });
});
