import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  aCase,
  aReceipt,
  askToErase,
  comeBack,
  type Disclosed,
  takeNewCode,
  write,
} from '../testing/child.ts';
import { deed, inboxOf, open } from '../testing/desk.ts';
import { aPerson, lvea, type Person } from '../testing/people.ts';
import { aDevice, aKey, startWorld, type World } from '../testing/world.ts';

let world: World;
let phalla: Person;
let sopheap: Person;
let chea: Person;
let clerk: Person;
let lead: Person;
let administrator: Person;

beforeAll(async () => {
  world = await startWorld();
  chea = await aPerson(world, 'Chea', { role: 'SUPERVISOR', placeCode: '14' });
  phalla = await aPerson(world, 'Phalla', { receivesIn: lvea.commune });
  sopheap = await aPerson(world, 'Sopheap', { receivesIn: lvea.commune, affiliation: 'SOCIAL_AFFAIRS' });
  clerk = await aPerson(world, 'Clerk', { receivesIn: lvea.commune, affiliation: 'CCWC' });
  lead = await aPerson(world, 'Sreymom', { role: 'LEAD' });
  administrator = await aPerson(world, 'Rotha', { role: 'ADMINISTRATOR' });
});
afterAll(() => world.end());

const steps = [
  'childWrites',
  'workerOpens',
  'workerReplies',
  'workerNotes',
  'workerJudges',
  'workerTakes',
  'workerOffers',
  'otherAccepts',
  'supervisorAssigns',
  'workerEscalates',
  'workerExcludesOther',
  'childChangesCode',
  'workerCloses',
  'childErases',
] as const;
type Step = (typeof steps)[number];

/** What a case has come to in a history. */
type Told = {
  disclosed: Disclosed;
  secret: string;
  receipt: string;
  oldReceipts: string[];
  isErased: boolean;
};

async function take(step: Step, told: Told): Promise<void> {
  const { id: caseId } = told.disclosed;
  const words = { caseId, idempotencyKey: aKey(), text: `${told.secret} ${step}` };
  switch (step) {
    case 'childWrites':
      return void (await write(world, told.receipt, words.text));
    case 'workerOpens':
      return void (await open(world, phalla, caseId));
    case 'workerReplies':
      return void (await deed(world, phalla, 'replyToChild', words));
    case 'workerNotes':
      return void (await deed(world, phalla, 'addNote', words));
    case 'workerJudges':
      return void (await deed(world, phalla, 'triageCase', {
        caseId,
        urgency: 'NORMAL',
        danger: 'NO',
        kind: 'NEGLECT',
        note: words.text,
      }));
    case 'workerTakes':
      return void (await deed(world, phalla, 'assignCase', { caseId, accountId: phalla.accountId }));
    case 'workerOffers':
      return void (await deed(world, phalla, 'handOverCase', { caseId, toAccountId: sopheap.accountId }));
    case 'otherAccepts':
      return void (await deed(world, sopheap, 'acceptHandOver', { caseId }));
    case 'supervisorAssigns':
      return void (await deed(world, chea, 'assignCase', { caseId, accountId: sopheap.accountId }));
    case 'workerEscalates':
      return void (await deed(world, phalla, 'escalateCase', { caseId }));
    case 'workerExcludesOther':
      return void (await deed(world, phalla, 'excludePerson', { caseId, accountId: sopheap.accountId }));
    case 'childChangesCode': {
      const fresh = aReceipt();
      if ((await takeNewCode(world, told.receipt, fresh)).case === null) return;
      told.oldReceipts.push(told.receipt);
      told.receipt = fresh;
      return;
    }
    case 'workerCloses':
      return void (await deed(world, phalla, 'closeCase', { caseId, closing: 'HELPED', note: words.text }));
    case 'childErases':
      if ((await askToErase(world, told.receipt)).length === 0) told.isErased = true;
      return;
    default:
      throw new Error(step satisfies never);
  }
}

const strangersQueries = [
  '{ deskStatus(placeCode: "140907") { isOpen isSomebodyOnCall readers { name } helpline } deskKey { publicKey } viewer { person { name } } }',
  '{ inbox { nodes { id state } } }',
  '{ alarms { nodes { id kind caseId } } }',
  '{ accessReports { weekOf } caseCounts { received } }',
];

/** Everything that those may see who have no business with the case. */
async function seenByOthers(all: readonly Told[]): Promise<string> {
  const answers: string[] = [];
  const ask = async (query: string, as: object) => answers.push((await world.ask(query, {}, as)).text);
  for (const query of strangersQueries) await ask(query, { device: aDevice() });
  for (const person of [clerk, lead, administrator]) {
    for (const query of strangersQueries.slice(1)) await ask(query, person);
    for (const { id } of all.map(({ disclosed }) => disclosed)) {
      await ask(`{ case(id: "${id}") { id state } }`, person);
      const opened = await world.ask(
        `mutation { openCase(input: { caseId: "${id}", reason: SUPERVISION }) { opened { report { text } } problems { code } } }`,
        {},
        person,
      );
      answers.push(opened.text);
    }
  }
  for (const receipt of [...all.flatMap(({ oldReceipts }) => oldReceipts), aReceipt()])
    answers.push(JSON.stringify(await comeBack(world, receipt)));
  return answers.join('\n');
}

it(
  'over 1,000 random histories nothing of a case is reachable by a stranger, an excluded person, the lead or the administrator',
  { timeout: 1_800_000 },
  async () => {
    let number = 0;
    let erased = 0;
    await fc.assert(
      fc.asyncProperty(
        // Ten cases stand beside each other: what others see is looked at with all of them there.
        fc.array(fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 5 }), {
          minLength: 10,
          maxLength: 10,
        }),
        async (histories) => {
          const all: Told[] = [];
          for (const history of histories) {
            number += 1;
            const secret = `kingfisher${number}x`;
            const disclosed = await aCase(world, {
              text: `[TEST] ${secret}`,
              alias: secret,
              aboutSomeoneInCharge: 'YES',
            });
            const told: Told = {
              disclosed,
              secret,
              receipt: disclosed.receipt,
              oldReceipts: [],
              isErased: false,
            };
            for (const step of history) await take(step, told);
            all.push(told);
          }
          const others = await seenByOthers(all);
          expect(others).not.toContain('kingfisher');
          for (const told of all) {
            expect(others).not.toContain(told.disclosed.id);
            const mine = await comeBack(world, told.receipt);
            if (told.isErased) {
              erased += 1;
              expect(mine.problems).toEqual([{ code: 'RECEIPT_NOT_RIGHT', field: 'receipt' }]);
            } else expect(mine.problems).toEqual([]);
            await leaveNoCase(told);
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(number).toBeGreaterThanOrEqual(1_000);
    expect(erased).toBeGreaterThan(50);
    expect((await inboxOf(world, clerk)).length).toBe(0);
  },
);

/** So that a thousand histories do not make every list long. */
async function leaveNoCase({ disclosed }: Told): Promise<void> {
  await world.em().execute('delete from cases where id = ?', [disclosed.id]);
}
