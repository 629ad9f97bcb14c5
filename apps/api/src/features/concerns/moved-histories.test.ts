import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { envelopeKeys, openEnvelope } from '@samleng/server';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { anIssue, aReceipt, concernInput, publishInput, raiseConcern } from '../../testing/a-concern.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { handOverWaiting } from './hand-over-concern.ts';

// A thousand receipts: without the work that makes guessing dear, which has tests of its own.
vi.mock('@samleng/server', async (original) => ({
  ...(await original<object>()),
  deriveReceipt: async (digits: string) => {
    const bytes = createHash('sha512').update(digits).digest();
    return {
      lookupId: bytes.toString('hex', 0, 16),
      key: bytes.subarray(0, 32),
      publicKey: bytes.subarray(32),
    };
  },
}));

const keys = envelopeKeys(Buffer.alloc(32, 7), 'protection desk');
/** What the desk has taken in. */
const atDesk: string[] = [];
let isDeskUp = true;
let desk: Server;
let world: World;
let moderator: Caller;

beforeAll(async () => {
  desk = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (!isDeskUp) return void response.writeHead(503).end('{}');
      const { variables } = JSON.parse(Buffer.concat(parts).toString()) as {
        variables: { input: { sealed: string } };
      };
      const bytes = openEnvelope(Buffer.from(variables.input.sealed, 'base64'), keys, 'moved concern');
      atDesk.push((JSON.parse(Buffer.from(bytes).toString()) as { text: string }).text);
      response.end('{"data":{"receiveMovedConcern":{"isTakenIn":true,"problems":[]}}}');
    });
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  world = await startWorld(undefined, {
    PROTECTION_URL: `http://127.0.0.1:${(desk.address() as AddressInfo).port}`,
    PROTECTION_INTAKE_KEY: 'i'.repeat(32),
    PROTECTION_DESK_PUBLIC_KEY: Buffer.from(keys.publicKey).toString('hex'),
  });
  await somePlaces(world);
  moderator = await aStaffMember(world, 'Mony', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
});
afterAll(async () => {
  await world.end();
  desk.close();
});

const steps = ['screen', 'move', 'publish', 'edit', 'merge', 'return', 'sendAgain', 'job'] as const;
type Step = (typeof steps)[number];

/** What a concern has come to in a history. */
type Told = {
  readonly id: string;
  readonly input: ReturnType<typeof concernInput>;
  readonly device: string;
  /** In the child's words, and in what a moderator would make of them. */
  readonly secret: string;
  readonly edited: string;
  issueId: string | null;
  isMoved: boolean;
};

async function submit(number: number): Promise<Told> {
  const secret = `kingfisher${number}x`;
  const input = concernInput({ text: `[TEST] ${secret} at our school`, villageCode: lvea.village });
  const device = aDevice();
  await world.ask(raiseConcern, { input }, { device });
  const [row] = await world
    .em()
    .execute<{ id: string }[]>('select id from concerns where idempotency_key = ?', [input.idempotencyKey]);
  return { id: row!.id, input, device, secret, edited: `heron${number}x`, issueId: null, isMoved: false };
}

/** A deed of the moderator; gives its payload. */
async function deed<Payload>(name: string, type: string, fields: string, input: object): Promise<Payload> {
  const { data, errors } = await world.ask<Record<string, Payload>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} problems { code } } }`,
    { input },
    moderator,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name]!;
}

async function take(step: Step, told: Told, standing: string): Promise<void> {
  const { id: concernId, edited } = told;
  const words = { titleEn: `Title ${edited}`, wordsEn: `Words ${edited}` };
  switch (step) {
    case 'screen':
      return void (await world.ask(`{ concern(id: "${concernId}") { text signs { kind } } }`, {}, moderator));
    case 'move': {
      const input = { concernId, isAboutSomeoneInCharge: true };
      const moved = await deed<{ isMoved: boolean }>(
        'moveConcernToProtection',
        'MoveConcernInput',
        'isMoved',
        input,
      );
      if (moved.isMoved) told.isMoved = true;
      return;
    }
    case 'publish': {
      const input = publishInput(concernId, words);
      const published = await deed<{ issue: { id: string } | null }>(
        'publishIssue',
        'PublishIssueInput',
        'issue { id }',
        input,
      );
      told.issueId ??= published.issue?.id ?? null;
      return;
    }
    case 'edit':
      // Words of a moved concern never come as far as an issue of its own: there is none to edit.
      if (told.issueId === null) return;
      return void (await deed('editIssue', 'EditIssueInput', 'issue { id }', {
        issueId: told.issueId,
        ...words,
      }));
    case 'merge':
      return void (await deed('mergeConcern', 'MergeConcernInput', 'issue { id }', {
        concernId,
        issueId: standing,
      }));
    case 'return':
      return void (await deed('returnConcern', 'ReturnConcernInput', 'concern { state }', {
        concernId,
        reason: 'NOT_CLEAR',
        note: edited,
      }));
    case 'sendAgain':
      return void (await world.ask(raiseConcern, { input: told.input }, { device: told.device }));
    case 'job':
      return void (await handOverWaiting({ ...world.service, em: world.em() }));
    default:
      throw new Error(step satisfies never);
  }
}

const issueFields =
  'id titleKm titleEn wordsKm wordsEn latestAnswer { words } history(first: 50) { nodes { change } }';

/** Everything of the commune that whoever comes along can look at or take away. */
async function seenByStrangers(all: readonly Told[], standing: string): Promise<string> {
  const stranger = { device: aDevice() };
  const answers: unknown[] = [];
  const ask = async (query: string, variables: object = {}) => {
    const reply = await world.ask(query, variables, stranger);
    // A question that is not understood would prove nothing.
    expect(reply.status).toBe(200);
    answers.push(reply);
  };
  const lists = (order: string) =>
    ask(
      `{ issues(filter: { communeCode: "${lvea.commune}" }, order: ${order}, first: 50) { nodes { id titleEn wordsEn } } }`,
    );
  await lists('NEWEST');
  await lists('RANKED');
  await ask(`{ communeRecord(communeCode: "${lvea.commune}") { issues answered } }`);
  await ask('{ notices { nodes { id } } }');
  await ask('{ concernsToModerate { nodes { id text } } }');
  await ask(`query ($receipt: String!) { concernByReceipt(receipt: $receipt) { concern { ownWords } } }`, {
    receipt: aReceipt(),
  });
  for (const id of [standing, ...all.flatMap(({ issueId }) => issueId ?? [])])
    await ask(`{ issue(id: "${id}") { ${issueFields} } }`);
  for (const { id, secret } of all.slice(0, 3)) {
    await ask(`{ concern(id: "${id}") { text } issue(id: "${id}") { titleEn } }`);
    await ask(
      `{ similarIssues(communeCode: "${lvea.commune}", text: "${secret}") { issue { titleEn wordsEn } } }`,
    );
  }
  for (const format of ['json', 'rss'])
    answers.push(await (await fetch(`${world.address}/feeds/${lvea.commune}.${format}`)).text());
  return JSON.stringify(answers);
}

/** All that the moderator is shown of a queue and the history of what was moderated. */
async function seenByModerator(): Promise<string> {
  const states = ['RECEIVED', 'PUBLISHED', 'RETURNED', 'MOVED_TO_PROTECTION'];
  const lists = states.map(
    (state, at) => `q${at}: concernsToModerate(filter: { state: ${state} }, first: 50) { nodes { id text } }`,
  );
  const { data, errors } = await world.ask(`{ ${lists.join(' ')} }`, {}, moderator);
  expect(errors).toEqual([]);
  return JSON.stringify(data);
}

it(
  'over 1,000 random histories no text of a concern that was moved to the desk, and no private words, are reachable by a stranger',
  { timeout: 600_000 },
  async () => {
    let number = 0;
    const moved: string[] = [];
    let published = 0;
    await fc.assert(
      fc.asyncProperty(
        // Ten concerns stand beside each other, and in half of the runs the desk does not answer at first.
        fc.array(fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 4 }), {
          minLength: 10,
          maxLength: 10,
        }),
        fc.boolean(),
        async (histories, isUp) => {
          await world.em().execute('truncate issues cascade');
          const { id: standing } = await anIssue(world, moderator);
          isDeskUp = isUp;
          const all: Told[] = [];
          for (const history of histories) {
            const told = await submit((number += 1));
            for (const step of history) await take(step, told, standing);
            all.push(told);
          }
          const [strangers, moderators] = [await seenByStrangers(all, standing), await seenByModerator()];
          // A child's own words are never public, whatever came of them.
          expect(strangers).not.toContain('kingfisher');
          for (const told of all) {
            if (told.issueId !== null) {
              published += 1;
              expect(strangers).toContain(told.edited);
            }
            if (!told.isMoved) continue;
            moved.push(told.secret);
            expect(told.issueId).toBeNull();
            expect(strangers).not.toContain(told.edited);
            for (const trace of [told.secret, told.edited, told.id]) expect(moderators).not.toContain(trace);
          }
          isDeskUp = true;
          await handOverWaiting({ ...world.service, em: world.em() });
          const kept = JSON.stringify(await world.em().execute('select * from concerns'));
          for (const told of all) if (told.isMoved) expect(kept).not.toContain(told.secret);
        },
      ),
      { numRuns: 100 },
    );
    expect(number).toBeGreaterThanOrEqual(1_000);
    expect(published).toBeGreaterThan(100);
    expect(moved.length).toBeGreaterThan(100);
    // The desk has each of them, and nothing else.
    const secrets = atDesk.map((text) => /kingfisher\d+x/.exec(text)?.[0]);
    expect(new Set(secrets)).toEqual(new Set(moved));
  },
);
