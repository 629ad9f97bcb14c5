import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPublishedIssue } from '../../testing/a-published-issue.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';

let world: World;
let moderator: Caller;
let elsewhere: Caller;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  moderator = await aStaffMember(world, 'Mony', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  elsewhere = await aStaffMember(world, 'Far', [{ role: 'FACILITATOR', placeCode: kaevPoar.province }]);
});
afterAll(() => world.end());

async function isMarked(id: string, as: Caller): Promise<boolean> {
  const { data } = await world.ask<{ issue: { hasSignsOfHarm: boolean } }>(
    `{ issue(id: "${id}") { hasSignsOfHarm } }`,
    {},
    as,
  );
  return data.issue.hasSignsOfHarm;
}

it('published words with signs of harm are marked for those who moderate there, and for nobody else', async () => {
  const id = await aPublishedIssue(world, moderator, { wordsEn: 'My uncle touches me when I come home.' });
  expect(await isMarked(id, moderator)).toBe(true);
  for (const as of [elsewhere, { device: aDevice() }]) expect(await isMarked(id, as)).toBe(false);
  const other = await aPublishedIssue(world, moderator);
  expect(await isMarked(other, moderator)).toBe(false);
});

it('words mended later are looked at again', async () => {
  const id = await aPublishedIssue(world, moderator);
  await world.ask(
    'mutation ($input: EditIssueInput!) { editIssue(input: $input) { problems { code } } }',
    { input: { issueId: id, titleKm: 'ពូស្ទាបខ្ញុំ', wordsKm: 'ពូស្ទាបខ្ញុំនៅផ្ទះ' } },
    moderator,
  );
  expect(await isMarked(id, moderator)).toBe(true);
});
