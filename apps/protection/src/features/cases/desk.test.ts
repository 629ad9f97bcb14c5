import { appendAudit } from '@samleng/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCase, comeBack, write } from '../../testing/child.ts';
import { type Card, deed, inboxOf, open, rowCounts } from '../../testing/desk.ts';
import { aPerson, kaevPoar, lvea, type Person, refresh } from '../../testing/people.ts';
import { aKey, fridayMorning, type Reply, startWorld, type World } from '../../testing/world.ts';
import { eraseDueCases, runTimers } from './run-timers.ts';

let world: World;
let chea: Person;
let phalla: Person;
let sopheap: Person;
let clerk: Person;
let principal: Person;
let administrator: Person;
let everybody: Person[];

beforeAll(async () => {
  world = await startWorld();
  chea = await aPerson(world, 'Chea', { role: 'SUPERVISOR', placeCode: '14' });
  phalla = await aPerson(world, 'Phalla', { receivesIn: lvea.commune });
  sopheap = await aPerson(world, 'Sopheap', { receivesIn: lvea.province, affiliation: 'SOCIAL_AFFAIRS' });
  clerk = await aPerson(world, 'Clerk', { receivesIn: lvea.commune, affiliation: 'CCWC' });
  principal = await aPerson(world, 'Principal', { receivesIn: lvea.commune, affiliation: 'SCHOOL' });
  administrator = await aPerson(world, 'Rotha', { role: 'ADMINISTRATOR' });
  everybody = [chea, phalla, sopheap, clerk, principal, administrator];
});
afterAll(() => world.end());

const notFound = { case: null, problems: [{ code: 'NOT_FOUND', field: 'caseId' }] };
const isIn = async (person: Person, id: string) =>
  (await inboxOf(world, person)).some((card) => card.id === id);
const cardFor = async (person: Person, id: string): Promise<Card | undefined> =>
  (await inboxOf(world, person)).find((card) => card.id === id);
const triage = (caseId: string, given: object = {}) => ({
  caseId,
  urgency: 'HIGH',
  danger: 'NO',
  kind: 'PHYSICAL_VIOLENCE',
  ...given,
});

async function at(instant: Date, work: () => Promise<void>): Promise<void> {
  world.clock.moveTo(instant);
  await refresh(world, ...everybody);
  await work();
  world.clock.moveTo(fridayMorning);
  await refresh(world, ...everybody);
}

describe('a case reaches', () => {
  it('the named people nearest to it, by metadata only; others do not know it is there', async () => {
    const { id } = await aCase(world);
    const card = await cardFor(phalla, id);
    expect(card).toMatchObject({ state: 'RECEIVED', urgency: 'NORMAL', standing: 'RECEIVER', hasNews: true });
    expect(Object.keys(card!)).not.toContain('report');
    expect(await isIn(clerk, id)).toBe(true);
    expect(await isIn(sopheap, id)).toBe(false);
    expect(await cardFor(chea, id)).toMatchObject({
      standing: 'STANDBY',
      viewerCan: { open: false, assign: true },
    });
    const before = await rowCounts(world);
    for (const person of [sopheap, chea])
      expect(await open(world, person, id)).toEqual({ opened: null, problems: notFound.problems });
    expect(await open(world, sopheap, aKey())).toEqual(await open(world, sopheap, id));
    expect(await rowCounts(world)).toEqual(before);
  });

  it('nobody it is about: colleagues of somebody in charge get the same answer as strangers', async () => {
    const { id } = await aCase(world, { aboutSomeoneInCharge: 'YES' });
    expect(await isIn(phalla, id)).toBe(true);
    for (const excluded of [clerk, principal]) {
      expect(await isIn(excluded, id)).toBe(false);
      expect(await open(world, excluded, id)).toEqual(await open(world, excluded, aKey()));
    }
    const teacher = await aCase(world, { accusedRole: 'TEACHER' });
    expect(await isIn(principal, teacher.id)).toBe(false);
    expect(await isIn(clerk, teacher.id)).toBe(true);
  });

  it('nobody the child does not want', async () => {
    const { id } = await aCase(world, { notReadBy: [phalla.accountId, clerk.accountId] });
    expect(await isIn(phalla, id)).toBe(false);
    expect(await isIn(principal, id)).toBe(true);
  });

  it('the supervisor and break-glass with an alarm at once, where nobody may receive it', async () => {
    const everyone = [phalla, sopheap, clerk, principal].map(({ accountId }) => accountId);
    const { id, receipt } = await aCase(world, { notReadBy: everyone });
    expect(await cardFor(chea, id)).toMatchObject({ standing: 'ESCALATED', viewerCan: { open: true } });
    expect((await open(world, chea, id)).opened?.case.state).toBe('READ');
    const far = await aCase(world, { communeCode: kaevPoar.commune, villageCode: kaevPoar.village });
    const holders = await world.em().execute('select standing from case_keys where case_id = ?', [far.id]);
    expect(holders).toEqual([{ standing: 'BREAK_GLASS' }]);
    const alarms = await world
      .em()
      .execute<{ case_id: string }[]>(`select case_id from alarms where kind = 'NO_RECEIVER'`);
    expect(alarms.map(({ case_id }) => case_id)).toEqual([id, far.id]);
    expect((await comeBack(world, receipt)).case?.readBy).toBe(1);
  });
});

describe('a worker sees', () => {
  it('who holds a case and to whom it may go, without those it must not reach', async () => {
    const { id } = await aCase(world, { accusedRole: 'TEACHER', notReadBy: [clerk.accountId] });
    type People = {
      case: {
        holders: { person: { name: string }; standing: string }[];
        possibleReceivers: { name: string }[];
      };
    };
    const { data } = await world.ask<People>(
      `{ case(id: "${id}") { holders { person { name } standing } possibleReceivers { name } } }`,
      {},
      phalla,
    );
    expect(data.case.holders).toEqual([
      { person: { name: 'Chea' }, standing: 'STANDBY' },
      { person: { name: 'Phalla' }, standing: 'RECEIVER' },
    ]);
    expect(data.case.possibleReceivers.map(({ name }) => name)).toEqual(['Chea', 'Phalla', 'Sopheap']);
  });

  it('nothing under ids that are none', async () => {
    for (const id of ['x', '', "' or 1=1"]) {
      expect(await open(world, phalla, id)).toEqual({ opened: null, problems: notFound.problems });
      expect(await deed(world, phalla, 'assignCase', { caseId: id, accountId: id })).toEqual(notFound);
    }
  });
});

describe('opening a case', () => {
  it('needs a reason, is written down with it, stops the timer and shows the child one more reader', async () => {
    const { id, receipt } = await aCase(world, {
      alias: 'Mealea',
      villageCode: lvea.village,
      accusedRole: 'FAMILY',
    });
    const { opened } = await open(world, phalla, id, 'FIRST_LOOK');
    expect(opened).toMatchObject({
      readBy: 1,
      report: { villageCode: lvea.village, accusedRole: 'FAMILY', alias: 'Mealea' },
      case: { state: 'READ', lookDueAt: null, hasNews: false },
    });
    await open(world, phalla, id, 'FOLLOW_UP');
    expect((await open(world, clerk, id, 'FOLLOW_UP')).opened?.readBy).toBe(2);
    expect((await comeBack(world, receipt)).case?.readBy).toBe(2);
    const entries = await world
      .em()
      .execute(
        `select actor_id, detail->>'reason' as reason from audit_entries where deed = 'openCase' and subject_id = ? order by sequence`,
        [id],
      );
    expect(entries).toEqual([
      { actor_id: phalla.accountId, reason: 'FIRST_LOOK' },
      { actor_id: phalla.accountId, reason: 'FOLLOW_UP' },
      { actor_id: clerk.accountId, reason: 'FOLLOW_UP' },
    ]);
  });

  it('needs the passphrase of the last five minutes, and the key unlocked', async () => {
    const { id } = await aCase(world);
    world.clock.advance(6 * 60_000);
    expect((await open(world, phalla, id)).problems).toEqual([{ code: 'SIGN_IN_AGAIN', field: null }]);
    world.clock.moveTo(fridayMorning);
    await refresh(world, ...everybody);
    const locked = await aPerson(world, 'Locked', { receivesIn: lvea.commune });
    const other = await aCase(world);
    world.service.unlocked.lock(locked.sessionId);
    expect((await open(world, locked, other.id)).problems).toEqual([{ code: 'SIGN_IN_AGAIN', field: null }]);
    await world.em().execute('delete from roster_entries where account_id = ?', [locked.accountId]);
  });

  it('shows nothing when it cannot be written down', async () => {
    const { id } = await aCase(world);
    const em = world.em();
    await em.execute('alter table audit_head rename to audit_head_away');
    const { data, errors } = await world.ask(
      `mutation ($input: OpenCaseInput!) { openCase(input: $input) { opened { report { text } } problems { code } } }`,
      { input: { caseId: id, reason: 'FIRST_LOOK' } },
      phalla,
    );
    await em.execute('alter table audit_head_away rename to audit_head');
    expect(data?.['openCase'] ?? null).toBeNull();
    expect(errors[0]?.extensions['code']).toBe('INTERNAL');
    expect((await cardFor(phalla, id))?.state).toBe('RECEIVED');
  });

  it('sixty times in ten minutes alarms once', async () => {
    const alarms = async () =>
      world
        .em()
        .execute(`select 1 from alarms where kind = 'MANY_OPENINGS'`)
        .then((rows) => rows.length);
    expect(await alarms()).toBe(0);
    const { id } = await aCase(world);
    const request = world.request();
    const [{ n }] = (await world
      .em()
      .execute(`select count(*)::int n from audit_entries where deed = 'openCase'`)) as [{ n: number }];
    await request.em.transactional(async (em) => {
      for (let time = n; time < 58; time += 1)
        await appendAudit(em as never, {
          occurredAt: world.clock.now(),
          actorId: phalla.accountId,
          deed: 'openCase',
          subjectType: 'Case',
          subjectId: id,
        });
    });
    await open(world, phalla, id, 'FOLLOW_UP');
    expect(await alarms()).toBe(0);
    await open(world, phalla, id, 'FOLLOW_UP');
    expect(await alarms()).toBe(1);
    await open(world, phalla, id, 'FOLLOW_UP');
    expect(await alarms()).toBe(1);
  });
});

describe('a worker', () => {
  it('judges; what is judged is sealed, and those accused lose the case', async () => {
    const { id } = await aCase(world);
    await open(world, phalla, id);
    expect(await isIn(principal, id)).toBe(true);
    await deed(
      world,
      phalla,
      'triageCase',
      triage(id, { accusedRole: 'TEACHER', note: 'behind the school' }),
    );
    expect(await isIn(principal, id)).toBe(false);
    const { opened } = await open(world, phalla, id);
    expect(opened?.triage).toEqual({
      kind: 'PHYSICAL_VIOLENCE',
      danger: 'NO',
      duty: null,
      note: 'behind the school',
    });
    const [row] = await world.em().execute<object[]>('select * from cases where id = ?', [id]);
    expect(JSON.stringify(row)).not.toContain('PHYSICAL');
  });

  it('takes a case: the others who had received it lose it, and it is sealed to a new key when opened', async () => {
    const { id, receipt } = await aCase(world);
    const keyOf = async () =>
      (await world.em().execute<{ k: string }[]>('select public_key k from cases where id = ?', [id]))[0]!.k;
    const first = await keyOf();
    expect(
      (await deed(world, phalla, 'assignCase', { caseId: id, accountId: phalla.accountId })).case,
    ).toMatchObject({
      standing: 'ASSIGNED',
      assignee: { name: 'Phalla' },
    });
    expect(await isIn(clerk, id)).toBe(false);
    expect(await isIn(chea, id)).toBe(true);
    expect(await keyOf()).toBe(first);
    await open(world, phalla, id);
    expect(await keyOf()).not.toBe(first);
    // After sealing anew the child's receipt, the worker and the supervisor still open it.
    expect((await write(world, receipt, 'and now?')).case?.messages).toHaveLength(1);
    expect((await open(world, phalla, id)).opened?.messages).toHaveLength(1);
    await deed(world, phalla, 'escalateCase', { caseId: id });
    expect((await open(world, chea, id)).opened?.messages).toHaveLength(1);
  });

  it('cannot give a case to whom they like: that is the supervisor’s, and only to named people of the area', async () => {
    const { id } = await aCase(world);
    const give = (person: Person, to: Person) =>
      deed(world, person, 'assignCase', { caseId: id, accountId: to.accountId });
    expect(await give(phalla, clerk)).toEqual(notFound);
    expect(await give(sopheap, sopheap)).toEqual(notFound);
    const stranger = await aPerson(world, 'From elsewhere', { receivesIn: kaevPoar.commune });
    expect((await give(chea, stranger)).problems).toEqual([{ code: 'NOT_A_RECEIVER', field: 'accountId' }]);
    expect((await give(chea, sopheap)).case?.assignee?.name).toBe('Sopheap');
    expect(await isIn(phalla, id)).toBe(false);
    expect((await open(world, sopheap, id)).opened?.readBy).toBe(1);
  });

  it('hands over: it stays theirs until the other accepts', async () => {
    const { id } = await aCase(world);
    await deed(world, phalla, 'assignCase', { caseId: id, accountId: phalla.accountId });
    const offered = await deed(world, phalla, 'handOverCase', { caseId: id, toAccountId: sopheap.accountId });
    expect(offered.case?.handOver).toEqual({ to: { name: 'Sopheap' } });
    expect(await cardFor(sopheap, id)).toMatchObject({
      standing: 'OFFERED',
      viewerCan: { open: false, acceptHandOver: true },
    });
    expect(await open(world, sopheap, id)).toEqual({ opened: null, problems: notFound.problems });
    expect((await open(world, phalla, id)).opened).not.toBeNull();
    expect(await deed(world, clerk, 'acceptHandOver', { caseId: id })).toEqual(notFound);
    expect((await deed(world, sopheap, 'acceptHandOver', { caseId: id })).case).toMatchObject({
      standing: 'ASSIGNED',
      hasNews: true,
    });
    expect(await isIn(phalla, id)).toBe(false);
    expect((await open(world, sopheap, id)).opened?.readBy).toBe(2);
  });

  it('may decline; the offer ends', async () => {
    const { id } = await aCase(world);
    await deed(world, phalla, 'assignCase', { caseId: id, accountId: phalla.accountId });
    await deed(world, phalla, 'handOverCase', { caseId: id, toAccountId: sopheap.accountId });
    expect((await deed(world, sopheap, 'declineHandOver', { caseId: id })).problems).toEqual([]);
    expect(await isIn(sopheap, id)).toBe(false);
    expect((await cardFor(phalla, id))?.handOver).toBeNull();
  });

  it('excludes somebody of the desk, but not themselves', async () => {
    const { id } = await aCase(world);
    expect(
      (await deed(world, phalla, 'excludePerson', { caseId: id, accountId: clerk.accountId })).problems,
    ).toEqual([]);
    expect(await isIn(clerk, id)).toBe(false);
    expect(
      (await deed(world, phalla, 'excludePerson', { caseId: id, accountId: phalla.accountId })).problems,
    ).toEqual([{ code: 'OWN_ACCOUNT', field: 'accountId' }]);
    const alone = await aCase(world, {
      notReadBy: [clerk.accountId, principal.accountId, sopheap.accountId],
    });
    await deed(world, phalla, 'excludePerson', { caseId: alone.id, accountId: chea.accountId });
    expect(await isIn(chea, alone.id)).toBe(false);
  });

  it('closes; the child reads on for 90 days; then nothing of it is left', async () => {
    const { id, receipt } = await aCase(world);
    await open(world, phalla, id);
    await deed(world, phalla, 'replyToChild', {
      caseId: id,
      idempotencyKey: aKey(),
      text: 'We met your aunt.',
    });
    await deed(world, phalla, 'closeCase', {
      caseId: id,
      closing: 'HELPED',
      note: 'The aunt looks after her.',
    });
    expect((await open(world, phalla, id)).opened?.notes).toEqual([
      { text: 'The aunt looks after her.', closing: 'HELPED' },
    ]);
    expect((await comeBack(world, receipt)).case).toMatchObject({ state: 'CLOSED' });
    await at(new Date(fridayMorning.getTime() + 90 * 86_400_000 - 1), async () => {
      expect(await eraseDueCases(world.request())).toBe(0);
      expect((await comeBack(world, receipt)).case?.messages).toHaveLength(1);
    });
    await at(new Date(fridayMorning.getTime() + 90 * 86_400_000), async () => {
      // The receipt stops at the hour, also before the job has run.
      const expired = await comeBack(world, receipt);
      expect(expired).toEqual({ case: null, problems: [{ code: 'RECEIPT_NOT_RIGHT', field: 'receipt' }] });
      expect(await eraseDueCases(world.request())).toBe(1);
      expect(await comeBack(world, receipt)).toEqual(expired);
    });
    expect(await world.em().execute('select 1 from case_items where case_id = ?', [id])).toEqual([]);
    expect(await world.em().execute('select why from tombstones where case_id = ?', [id])).toEqual([
      { why: 'TIME_OVER' },
    ]);
  });

  it('finds a closed case open again when the child writes', async () => {
    const { id, receipt } = await aCase(world);
    await deed(world, phalla, 'closeCase', { caseId: id, closing: 'CHILD_DID_NOT_ANSWER' });
    await write(world, receipt, 'It began again');
    expect(await cardFor(phalla, id)).toMatchObject({ state: 'READ', hasNews: true });
    expect(await eraseDueCases(world.request())).toBe(0);
  });

  it('cannot erase; a supervisor can erase what is closed', async () => {
    const { id, receipt } = await aCase(world);
    await deed(world, phalla, 'escalateCase', { caseId: id });
    expect((await deed(world, chea, 'eraseCase', { caseId: id })).problems).toEqual([
      { code: 'WRONG_STATE', field: null },
    ]);
    await deed(world, phalla, 'closeCase', { caseId: id, closing: 'NOT_A_CASE' });
    expect((await deed(world, chea, 'eraseCase', { caseId: id })).problems).toEqual([]);
    expect((await comeBack(world, receipt)).case).toBeNull();
  });
});

describe('timers', () => {
  const alarmsOf = async (id: string) =>
    (
      await world
        .em()
        .execute<{ kind: string }[]>('select kind from alarms where case_id = ? order by id', [id])
    ).map(({ kind }) => kind);

  it('call the supervisor when nobody looks in time, and again until somebody does', async () => {
    const { id } = await aCase(world, { dangerNow: 'YES' });
    await at(new Date('2026-11-20T02:59:00Z'), async () => {
      await runTimers(world.request());
      expect(await alarmsOf(id)).toEqual([]);
    });
    await at(new Date('2026-11-20T03:00:00Z'), async () => {
      await runTimers(world.request());
      await runTimers(world.request());
      expect(await alarmsOf(id)).toEqual(['NOT_LOOKED_AT']);
      expect(await cardFor(chea, id)).toMatchObject({ standing: 'ESCALATED', viewerCan: { open: true } });
    });
    await at(new Date('2026-11-20T04:00:00Z'), async () => {
      await runTimers(world.request());
      expect(await alarmsOf(id)).toEqual(['NOT_LOOKED_AT', 'NOT_LOOKED_AT']);
      await open(world, chea, id);
    });
    await at(new Date('2026-11-20T08:00:00Z'), async () => {
      await runTimers(world.request());
      expect(await alarmsOf(id)).toHaveLength(2);
    });
  });

  it('count staffed hours for what is urgent: Friday evening waits for Thursday after the festival', async () => {
    await at(new Date('2026-11-20T09:30:00Z'), async () => {
      const { id } = await aCase(world, { dangerNow: 'YES' });
      // 30 minutes until five, 30 after eight on Thursday the 26th.
      expect((await cardFor(phalla, id))?.lookDueAt).toBe('2026-11-26T01:30:00.000Z');
    });
  });

  it('take an offer nobody accepts to the supervisor', async () => {
    const { id } = await aCase(world);
    await open(world, phalla, id);
    await deed(world, phalla, 'assignCase', { caseId: id, accountId: phalla.accountId });
    await deed(world, phalla, 'handOverCase', { caseId: id, toAccountId: sopheap.accountId });
    await at(new Date(fridayMorning.getTime() + 86_400_000), async () => {
      expect((await runTimers(world.request())).offers).toBe(1);
      expect(await alarmsOf(id)).toEqual(['HAND_OVER_NOT_ACCEPTED']);
      expect(await isIn(sopheap, id)).toBe(false);
      expect(await cardFor(chea, id)).toMatchObject({ standing: 'ESCALATED' });
      expect((await open(world, phalla, id)).opened).not.toBeNull();
    });
  });
});

type Page = { inbox: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };

describe('the inbox', () => {
  it('shows urgent first, then the earliest timer, page by page, and counts what is new', async () => {
    const own = await startWorld();
    const worker = await aPerson(own, 'Phalla', { receivesIn: lvea.commune });
    const normal = await aCase(own);
    own.clock.advance(1_000);
    const urgent = await aCase(own, { dangerNow: 'YES' });
    own.clock.advance(1_000);
    const later = await aCase(own);
    const closed = await aCase(own);
    await deed(own, worker, 'closeCase', { caseId: closed.id, closing: 'NOT_A_CASE' });
    const order = [urgent.id, normal.id, later.id, closed.id];
    expect((await inboxOf(own, worker)).map(({ id }) => id)).toEqual(order);
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const { data }: Reply<Page> = await own.ask(
        `query ($after: String) { inbox(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { after },
        worker,
      );
      pages.push(...data.inbox.nodes.map(({ id }) => id));
      after = data.inbox.pageInfo.hasNextPage ? data.inbox.pageInfo.endCursor : null;
    } while (after !== null);
    expect(pages).toEqual(order);
    const news = async () => (await own.ask<{ newItems: number }>('{ newItems }', {}, worker)).data.newItems;
    expect(await news()).toBe(3);
    await open(own, worker, urgent.id);
    expect(await news()).toBe(2);
    await own.end();
  });
});

describe('somebody leaves', () => {
  it('and their keys, sessions and roster go; cases go to those who stay, sealed anew', async () => {
    const own = await startWorld();
    const lead = await aPerson(own, 'Chea', { role: 'SUPERVISOR' });
    const goes = await aPerson(own, 'Goes', { receivesIn: lvea.commune });
    const stays = await aPerson(own, 'Stays', { receivesIn: '14' });
    const admin = await aPerson(own, 'Rotha', { role: 'ADMINISTRATOR' });
    const { id, receipt } = await aCase(own);
    const keyOf = async () =>
      (await own.em().execute<{ k: string }[]>('select public_key k from cases where id = ?', [id]))[0]!.k;
    const before = await keyOf();
    const end = async (accountId: string) =>
      (
        await own.ask<{ endAccount: { account: { state: string } | null; problems: object[] } }>(
          `mutation ($input: EndAccountInput!) { endAccount(input: $input) { account { state } problems { code field } } }`,
          { input: { accountId } },
          admin,
        )
      ).data.endAccount;
    expect(await end(goes.accountId)).toEqual({ account: { state: 'LEFT' }, problems: [] });
    expect((await own.ask('{ inbox { nodes { id } } }', {}, goes)).errors[0]?.extensions['code']).toBe(
      'NOT_FOUND',
    );
    const holders = await own
      .em()
      .execute('select holder_id, standing from case_keys where case_id = ? order by 2', [id]);
    expect(holders).toMatchObject([
      { standing: 'BREAK_GLASS' },
      { holder_id: lead.accountId, standing: 'ESCALATED' },
    ]);
    expect(await own.em().execute(`select 1 from alarms where kind = 'NO_HOLDER'`)).toHaveLength(1);
    expect((await open(own, lead, id)).opened).not.toBeNull();
    expect(await keyOf()).not.toBe(before);
    expect((await comeBack(own, receipt)).case?.readBy).toBe(1);
    expect(await end(stays.accountId)).toEqual({
      account: null,
      problems: [{ code: 'LAST_RECEIVER', field: 'accountId' }],
    });
    expect(await end(admin.accountId)).toMatchObject({ problems: [{ code: 'OWN_ACCOUNT' }] });
    await own.end();
  });
});
