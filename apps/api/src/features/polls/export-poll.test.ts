import { readPabulib, readPrefLib } from '@samleng/ballots';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  aClub,
  anOpenPoll,
  closeByTwo,
  pollRefusals,
  someCards,
  type Staff,
  twoFacilitators,
} from '../../testing/a-poll.ts';
import { somePlaces } from '../../testing/some-places.ts';
import { aDevice, startWorld, type World } from '../../testing/world.ts';

let world: World;
let two: readonly [Staff, Staff];
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  two = await twoFacilitators(world);
});
afterAll(() => world.end());

const open = { electorate: 'OPEN', takesOpenSupport: true };
const cast = async (input: object, as: object = { device: aDevice() }) =>
  expect(await pollRefusals(world, 'castBallot', input, as)).toEqual([]);

async function fileOf(pollId: string, format: string, voice: string) {
  const { data, errors } = await world.ask<{
    poll: { fileFormats: string[] };
    pollFile: { file: { fileName: string; text: string } | null; problems: { code: string }[] };
  }>(
    `query ($pollId: ID!, $format: PollFileFormat!, $voice: Voice!) { poll(id: $pollId) { fileFormats }
       pollFile(pollId: $pollId, format: $format, voice: $voice) { file { fileName text } problems { code } } }`,
    { pollId, format, voice },
  );
  expect(errors).toEqual([]);
  return { formats: data.poll.fileFormats, ...data.pollFile };
}

async function openly(given: object, ballots: readonly object[]): Promise<string> {
  const pollId = await anOpenPoll(world, two[0], { ...open, ...given });
  for (const ballot of ballots) await cast({ pollId, ballot });
  await closeByTwo(world, pollId, two);
  return pollId;
}

const orders = (text: string) =>
  text
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .toSorted();

it('gives faces and dots as orders with ties, complete ones as .toc', async () => {
  const faces = await openly({ ballotType: 'SCORE' }, [
    { scores: { o1: 5, o2: 3, o3: 3 } },
    { scores: { o1: 5, o2: 3, o3: 3 } },
    { scores: { o1: 1, o2: 4, o3: 5 } },
  ]);
  const { file, formats } = await fileOf(faces, 'PREFLIB', 'OPEN_SUPPORT');
  expect(formats).toEqual(['RECOUNT', 'PREFLIB']);
  expect(file!.fileName).toMatch(/\.toc$/);
  expect(orders(file!.text)).toEqual(['1: 3,2,1', '2: 1,{2,3}']);
  expect(readPrefLib(file!.text, 'toc').ok).toBe(true);
  expect((await fileOf(faces, 'BLT', 'OPEN_SUPPORT')).problems).toEqual([{ code: 'NOT_IN_LIST' }]);

  const dots = await openly({ ballotType: 'DOTS' }, [
    { dots: { o1: 1, o2: 3 } },
    { dots: { o1: 2, o2: 2 } },
    { dots: { o3: 5 } },
  ]);
  const given = await fileOf(dots, 'PREFLIB', 'OPEN_SUPPORT');
  expect(given.file!.fileName).toMatch(/\.toi$/);
  expect(orders(given.file!.text)).toEqual(['1: 2,1', '1: 3', '1: {1,2}']);
});

it('gives what was approved as one level, and statements for a recount alone', async () => {
  const approved = await openly({ ballotType: 'APPROVAL' }, [
    { approved: ['o1', 'o3'] },
    { approved: ['o1', 'o3'] },
    { approved: ['o2'] },
  ]);
  const { file } = await fileOf(approved, 'PREFLIB', 'OPEN_SUPPORT');
  expect(orders(file!.text)).toEqual(['1: 2', '2: {1,3}']);
  expect(readPrefLib(file!.text, 'toi').ok).toBe(true);
  const statements = await openly(
    { ballotType: 'STATEMENTS' },
    Array.from({ length: 3 }, () => ({ answers: { o1: 'agree' } })),
  );
  const { formats, problems } = await fileOf(statements, 'PREFLIB', 'OPEN_SUPPORT');
  expect([formats, problems]).toEqual([['RECOUNT'], [{ code: 'NOT_IN_LIST' }]]);
});

/** A budget answered by 20 girls and so many boys with cards of their own: half of each take the one, half the other. */
async function aBudget(boys: number): Promise<ReturnType<typeof readPabulib>> {
  const clubId = await aClub(world, 20, boys);
  const pollId = await anOpenPoll(world, two[0], {
    ballotType: 'BUDGET',
    settings: [{ name: 'money', value: 1_000 }],
    options: [
      { titleEn: 'Books; and "shelves"', costRiel: 600 },
      { titleEn: 'A net', costRiel: 500 },
    ],
  });
  for (const [sex, size] of [
    ['GIRL', 20],
    ['BOY', boys],
  ] as const) {
    const { codes } = await someCards(world, two[0], { pollId, clubId, size, sex });
    for (const [child, card] of codes.entries())
      await cast({ pollId, card, ballot: { approved: [child % 2 === 0 ? 'o1' : 'o2'] } });
  }
  await closeByTwo(world, pollId, two);
  return readPabulib((await fileOf(pollId, 'PABULIB', 'VERIFIED')).file!.text);
}

it('tells groups in a budget file only where the split hides nothing, and numbers voters anew', async () => {
  const told = await aBudget(20);
  expect(told.ok && told.value.votes).toHaveLength(40);
  if (!told.ok) return;
  expect(told.value.votes.map(({ voter }) => Number(voter))).toEqual(
    Array.from({ length: 40 }, (_, n) => n + 1),
  );
  expect(told.value.votes.filter(({ details }) => details['sex'] === 'F')).toHaveLength(20);
  expect(told.value.projects[0]!.details['name']).toBe('Books; and "shelves"');
  // The order of the girls' and the boys' papers is not that in which they were cast.
  const inOrder = told.value.votes.map(({ details }) => details['sex']).join('');
  expect([`${'F'.repeat(20)}${'M'.repeat(20)}`, `${'M'.repeat(20)}${'F'.repeat(20)}`]).not.toContain(inOrder);

  const untold = await aBudget(12);
  expect(untold.ok && untold.value.votes.every(({ details }) => !('sex' in details))).toBe(true);
});
