import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aKeptClub, deedOf } from '../../testing/a-club.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';

let world: World;
let mony: Caller;
let elsewhere: Caller;
let administrator: Caller;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  mony = await aStaffMember(world, 'Mony', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  elsewhere = await aStaffMember(world, 'Far', [{ role: 'FACILITATOR', placeCode: kaevPoar.province }]);
  administrator = await aStaffMember(world, 'Rotha', [{ role: 'ADMINISTRATOR' }]);
});
afterAll(() => world.end());

type Mark = { id: string; deed: string; subjectId: string | null; isUrgent: boolean };
const marksFor = async (as: Caller) =>
  (await world.ask<{ wordsToLookAt: Mark[] }>('{ wordsToLookAt { id deed subjectId isUrgent } }', {}, as))
    .data.wordsToLookAt;
const see = (markId: string, as: Caller) => deedOf(world, 'seeWords', { markId }, as, '', 'SeeWordsInput');

const meeting = (notes: string) => ({
  id: randomUUID(),
  recordId: randomUUID(),
  kind: 'VILLAGE',
  placeCode: lvea.commune,
  startsAt: '2026-11-20T01:00:00Z',
  minutes: 60,
  items: [],
  attendance: [{ role: 'CHILD', sex: 'FEMALE', ageBand: 'AGE_10_13', disability: 'NO', count: 3 }],
  faces: { HAPPY: 1, SO_SO: 0, SAD: 0 },
  notes,
});

it('words of harm in minutes are marked for the moderators of the place, with no word of them; seen, they go', async () => {
  const plain = meeting('We talked about the well and the road to school.');
  expect((await deedOf(world, 'recordMeeting', plain, mony, 'meeting { id }')).refusals).toEqual([]);
  expect(await marksFor(mony)).toEqual([]);

  const telling = meeting('A girl of ten said that her uncle touches her at night.');
  const kept = await deedOf<{ meeting: { id: string } }>(
    world,
    'recordMeeting',
    telling,
    mony,
    'meeting { id }',
  );
  expect(kept.refusals).toEqual([]);
  const [mark, ...more] = await marksFor(mony);
  expect(more).toEqual([]);
  expect(mark).toMatchObject({ deed: 'recordMeeting', subjectId: kept.meeting.id, isUrgent: false });
  expect(await marksFor(administrator)).toEqual([mark]);
  expect(JSON.stringify(await world.em().execute('select * from word_marks'))).not.toContain('uncle');

  for (const as of [elsewhere, { device: aDevice() }]) {
    expect(await marksFor(as)).toEqual([]);
    expect((await see(mark!.id, as)).refusals).toEqual(['NOT_FOUND markId']);
  }
  expect((await see(mark!.id, mony)).refusals).toEqual([]);
  expect(await marksFor(mony)).toEqual([]);
});

it('so are names and notes of any other deed; what is refused is not kept and leaves no mark', async () => {
  const id = await aKeptClub(world, mony, { nameEn: 'My father beats me every night' });
  expect(await marksFor(mony)).toMatchObject([{ deed: 'foundClub', subjectId: id }]);
  const refused = { idempotencyKey: randomUUID(), kind: 'CHILDREN_CLUB', placeCode: kaevPoar.province };
  const { refusals } = await deedOf(
    world,
    'foundClub',
    { ...refused, nameKm: 'ពូស្ទាបខ្ញុំ', nameEn: 'x', girls: 3, boys: 2 },
    mony,
    '',
  );
  expect(refusals).not.toEqual([]);
  expect(await marksFor(administrator)).toHaveLength(1);
});
