import { randomUUID } from 'node:crypto';
import { newId } from '@samleng/kernel';
import { expect } from 'vitest';
import { Club } from '../features/networks/index.ts';
import { aStaffMember } from './a-staff-member.ts';
import { lvea } from './some-places.ts';
import type { Refusal } from './an-official.ts';
import type { Caller, World } from './world.ts';

export type Staff = Awaited<ReturnType<typeof aStaffMember>>;

/** Two facilitators of Lvea, for what takes two people. */
export async function twoFacilitators(world: World): Promise<readonly [Staff, Staff]> {
  const grants = [{ role: 'FACILITATOR' as const, placeCode: lvea.commune }];
  const mark = randomUUID().slice(0, 8);
  return [
    await aStaffMember(world, `sokha ${mark}`, grants),
    await aStaffMember(world, `dara ${mark}`, grants),
  ];
}

/** A club of Lvea with so many members; gives its id. */
export async function aClub(
  world: World,
  girls: number,
  boys: number,
  placeCode: string = lvea.commune,
): Promise<string> {
  const em = world.em();
  const id = newId();
  em.create(Club, { id, nameKm: 'ក្លឹបកុមារ', nameEn: 'Child club', placeCode, girls, boys });
  await em.flush();
  return id;
}

/** What a poll needs at least: a ranked one for a club of Lvea. What is not given is as usual. */
export function pollInput(world: World, given: object = {}) {
  const now = world.clock.now().getTime();
  return {
    idempotencyKey: randomUUID(),
    placeCode: lvea.commune,
    questionEn: 'What should the commune fix first?',
    ballotType: 'RANKED',
    electorate: 'CLUB',
    opensAt: new Date(now - 3_600_000).toISOString(),
    closesAt: new Date(now + 7 * 86_400_000).toISOString(),
    options: [{ titleEn: 'Toilets' }, { titleEn: 'Road' }, { titleEn: 'Lights' }],
    ...given,
  };
}

/** Sends a deed and gives what it gave; errors fail the test. */
export async function pollDeed<Given = { poll: { id: string; state: string } | null }>(
  world: World,
  deed: string,
  input: object,
  as: Caller,
  fields = 'poll { id state }',
): Promise<Given & { problems: Refusal[] }> {
  const type = inputTypes[deed] ?? `${deed[0]!.toUpperCase()}${deed.slice(1)}Input`;
  const { data, errors } = await world.ask<Record<string, Given & { problems: Refusal[] }>>(
    `mutation ($input: ${type}!) { ${deed}(input: $input) { ${fields} problems { code field } } }`,
    { input },
    as,
  );
  expect(errors).toEqual([]);
  return data[deed]!;
}

const inputTypes: Readonly<Record<string, string>> = {
  openPoll: 'PollInput',
  closePoll: 'PollInput',
  keepPollOpen: 'PollInput',
  confirmClose: 'PollInput',
  approveCards: 'CardBatchInput',
  voidCards: 'CardBatchInput',
};

/** Why a deed was refused, as `CODE field`. */
export async function pollRefusals(world: World, deed: string, input: object, as: Caller): Promise<string[]> {
  const thing = /Cards$|Drawn$|Flag$/.test(deed)
    ? 'batch { id }'
    : /Paper/.test(deed)
      ? 'sheet { id }'
      : 'poll { id }';
  const { problems } = await pollDeed(world, deed, input, as, thing);
  return problems.map(({ code, field }) => (field === null ? code : `${code} ${field}`));
}

/** A draft; gives its id. */
export async function aDraft(world: World, as: Caller, given: object = {}): Promise<string> {
  const { poll, problems } = await pollDeed(world, 'makePoll', pollInput(world, given), as);
  expect(problems).toEqual([]);
  return poll!.id;
}

/** An open poll; gives its id. */
export async function anOpenPoll(world: World, as: Caller, given: object = {}): Promise<string> {
  const pollId = await aDraft(world, as, given);
  expect(await pollRefusals(world, 'openPoll', { pollId }, as)).toEqual([]);
  return pollId;
}

/** Cards of a club for a poll, and their batch. */
export async function someCards(
  world: World,
  as: Caller,
  input: { pollId: string; clubId?: string; size?: number; sex?: string; voters?: number },
): Promise<{ batchId: string; codes: string[] }> {
  const made = await pollDeed<{ batch: { id: string } | null; codes: string[] }>(
    world,
    'makeCards',
    { idempotencyKey: randomUUID(), ...input },
    as,
    'batch { id } codes',
  );
  expect(made.problems).toEqual([]);
  return { batchId: made.batch!.id, codes: made.codes };
}

/** Closes a poll by two people. */
export async function closeByTwo(
  world: World,
  pollId: string,
  [one, two]: readonly [Caller, Caller],
): Promise<void> {
  expect(await pollRefusals(world, 'closePoll', { pollId }, one)).toEqual([]);
  expect(await pollRefusals(world, 'confirmClose', { pollId }, two)).toEqual([]);
}

export type SeenResult = {
  voice: string;
  isWithoutDoubted: boolean;
  ballots: number;
  papers: number;
  sentence: { key: string; values: Record<string, unknown> };
  winners: { key: string; titleEn: string }[];
  outcome: Record<string, never> & { winners: string[]; order: string[]; rounds: Record<string, never>[] };
  steps: { key: string }[];
  opinionGroups: Record<string, never> | null;
  splits: {
    groups: { key: string; ballots: number | null }[];
    options: { option: string; counts: (number | null)[] }[];
  } | null;
};

/** What came of a poll, as somebody sees it. */
export async function seenResults(
  world: World,
  id: string,
  as: Caller = {},
): Promise<{ state: string; resultHiddenBecause: string | null; results: SeenResult[] }> {
  const { data, errors } = await world.ask<{
    poll: { state: string; resultHiddenBecause: string | null; results: SeenResult[] };
  }>(
    `query ($id: ID!) { poll(id: $id) { state resultHiddenBecause results {
       voice isWithoutDoubted ballots papers sentence { key values } winners { key titleEn } outcome
       steps { key } opinionGroups splits { groups { key ballots } options { option counts } } } } }`,
    { id },
    as,
  );
  expect(errors).toEqual([]);
  return data.poll;
}
