import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ethicsItems } from '@samleng/vocabulary';
import { deedOf } from '../../testing/a-club.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { aSurveyFile } from '../../testing/a-survey.ts';
import { auditOf, countRows } from '../../testing/count-rows.ts';
import { someOffices } from '../../testing/some-offices.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';

type Staff = Caller & { readonly accountId: string };
let world: World;
let sokha: Staff, mealea: Staff, vanna: Staff, chan: Staff, other: Staff, analyst: Staff;
let councilId: string;
let schoolOfficeId: string;
let farOfficeId: string;

const tables = [
  'research_topics',
  'answer_sheets',
  'research_tallies',
  'research_findings',
  'research_recommendations',
] as const;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  const offices = await someOffices(world, lvea.village);
  const elsewhere = await someOffices(world, kaevPoar.village);
  councilId = offices.COMMUNE_COUNCIL.id;
  schoolOfficeId = offices.EDUCATION_OFFICE.id;
  farOfficeId = elsewhere.COMMUNE_COUNCIL.id;
  sokha = await aStaffMember(world, 'sokha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  mealea = await aStaffMember(world, 'mealea', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  vanna = await aStaffMember(world, 'vanna', [{ role: 'FACILITATOR', placeCode: kaevPoar.commune }]);
  chan = await aStaffMember(world, 'chan', [{ role: 'OFFICIAL', officeId: councilId }]);
  other = await aStaffMember(world, 'other', [{ role: 'OFFICIAL', officeId: schoolOfficeId }]);
  analyst = await aStaffMember(world, 'analyst', [{ role: 'ANALYST', placeCode: lvea.province }]);
});
afterAll(() => world.end());

type Stage = { topic: { id: string; stage: string } | null };
const topicDeed = (deed: string, input: object, as: Caller = sokha) =>
  deedOf<Stage>(world, deed, input, as, 'topic { id stage }');

function aTopic(given: object = {}) {
  return {
    id: randomUUID(),
    category: 'WATER_SANITATION',
    placeCode: lvea.commune,
    titleKm: 'បង្គន់ ទឹក និងការបន្តការសិក្សា',
    titleEn: 'Toilets, water and staying in school',
    question: 'How many pupils are there per working toilet?',
    method: 'CHECK_LIST',
    isSensitive: false,
    ...given,
  };
}
async function done(deed: string, input: object, as: Caller = sokha): Promise<void> {
  expect((await topicDeed(deed, input, as)).refusals).toEqual([]);
}
const importing = (topicId: string, file: string, as: Caller = sokha) =>
  deedOf<{
    topic: object | null;
    dropped: { what: string; about: string }[];
    lines: { line: number; code: string }[];
  }>(
    world,
    'importSurveyForm',
    { topicId, file },
    as,
    'topic { id } dropped { what about } lines { line code }',
  );
/** A topic with its form and its ethics ticked, standing at ETHICS. */
async function aReadyTopic(given: object = {}, withWords = true): Promise<string> {
  const topic = aTopic(given);
  await done('planResearchTopic', topic);
  await done('moveResearchTopic', { topicId: topic.id, to: 'PLAN' });
  expect((await importing(topic.id, aSurveyFile({ withWords }))).refusals).toEqual([]);
  await done('moveResearchTopic', { topicId: topic.id, to: 'ETHICS' });
  await done('fillEthics', { topicId: topic.id, items: ethicsItems });
  return topic.id;
}
async function inTheField(given: object = {}, withWords = true): Promise<string> {
  const topicId = await aReadyTopic(given, withWords);
  await done('approveEthics', { topicId }, mealea);
  await done('moveResearchTopic', { topicId, to: 'FIELDWORK' });
  return topicId;
}
function sheet(sex: string, apart: string, given: object = {}, more: object[] = []) {
  const answers = [{ name: 'sex', value: sex }, { name: 'apart', value: apart }, ...more];
  return { id: randomUUID(), source: 'PAPER', answeredOn: '2026-11-20', answers, ...given };
}
const sheets = (count: number, sex: string, apart: string) =>
  Array.from({ length: count }, () => sheet(sex, apart));

type Seen = {
  stage: string;
  ethics: string[];
  form: { name: string; rows: string[][] }[];
  formFile: string | null;
  analysis: {
    name: string;
    base: number | null;
    sum: number | null;
    choices: { name: string; count: number | null }[];
  }[];
  crossTable: {
    base: number | null;
    columns: string[];
    rows: { name: string; counts: (number | null)[] }[];
  } | null;
  findings: { textEn: string; base: number }[];
  recommendations: {
    id: string;
    textEn: string;
    decision: string | null;
    verdict: string | null;
    office: { id: string };
  }[];
  viewerCan: { keep: boolean; approveEthics: boolean };
};
async function seen(id: string, as: Caller): Promise<Seen | null> {
  const { data, errors } = await world.ask<{ researchTopic: Seen | null }>(
    `query ($id: ID!) { researchTopic(id: $id) { stage ethics form { name rows } formFile viewerCan { keep approveEthics }
       analysis { name base sum choices { name count } } findings { textEn base }
       crossTable(row: "sex", column: "apart") { base columns rows { name counts } }
       recommendations { id textEn decision verdict office { id } } } }`,
    { id },
    as,
  );
  expect(errors).toEqual([]);
  return data.researchTopic;
}

describe('a topic', () => {
  it('runs from idea to followed up', async () => {
    const topicId = await inTheField();
    const first = [...sheets(14, 'girl', 'yes'), ...sheets(12, 'girl', 'no')];
    await done('recordSurveyAnswers', { topicId, sheets: first });
    // Sent again, in part with others: each is kept once.
    await done('recordSurveyAnswers', {
      topicId,
      sheets: [...first.slice(0, 5), ...sheets(3, 'boy', 'yes'), ...sheets(20, 'boy', 'no')],
    });
    expect((await seen(topicId, sokha))?.analysis).toEqual([]);
    await done('moveResearchTopic', { topicId, to: 'ANALYSIS' });
    const counted = await seen(topicId, sokha);
    expect(counted?.analysis.slice(0, 2)).toEqual([
      {
        name: 'sex',
        base: 49,
        sum: null,
        choices: [
          { name: 'girl', count: 26 },
          { name: 'boy', count: 23 },
        ],
      },
      {
        name: 'apart',
        base: 49,
        sum: null,
        choices: [
          { name: 'yes', count: 17 },
          { name: 'no', count: 32 },
        ],
      },
    ]);
    // Nobody wrote a number: nothing is said of it.
    expect(counted?.analysis[2]).toEqual({ name: 'working', base: null, sum: null, choices: [] });
    // Three boys are too few; with the totals known, every other cell of two by two would give them away.
    expect(counted?.crossTable?.base).toBe(49);
    expect(counted?.crossTable?.rows.find(({ name }) => name === 'boy')?.counts[0]).toBeNull();

    const finding = { topicId, id: randomUUID(), textEn: '32 of 49 say toilets are not apart.', base: 49 };
    expect((await topicDeed('addFinding', { ...finding, base: 50 })).refusals).toEqual(['OUT_OF_RANGE base']);
    for (const _ of [1, 2]) await done('addFinding', finding);
    const asks = (officeId: string, textEn: string) => ({ topicId, id: randomUUID(), officeId, textEn });
    expect((await topicDeed('addRecommendation', asks(farOfficeId, 'Build.'))).refusals).toEqual([
      'NOT_FOUND officeId',
    ]);
    const council = asks(councilId, 'Put a second toilet in the CIP.');
    for (const _ of [1, 2]) await done('addRecommendation', council);
    await done('addRecommendation', asks(schoolOfficeId, 'Pay for soap.'));
    expect(await seen(topicId, chan)).toBeNull();
    await done('moveResearchTopic', { topicId, to: 'FINDINGS' });

    const public_ = await seen(topicId, { device: aDevice() });
    expect(public_).toMatchObject({
      findings: [{ textEn: finding.textEn, base: 49 }],
      recommendations: [],
      analysis: [],
      crossTable: null,
      ethics: [],
      form: [],
      formFile: null,
      viewerCan: { keep: false, approveEthics: false },
    });
    expect((await seen(topicId, chan))?.recommendations.map(({ office }) => office.id)).toEqual([councilId]);
    expect((await seen(topicId, other))?.recommendations.map(({ office }) => office.id)).toEqual([
      schoolOfficeId,
    ]);
    expect((await seen(topicId, analyst))?.recommendations).toHaveLength(2);

    const meeting = {
      id: randomUUID(),
      recordId: randomUUID(),
      kind: 'CCWC_MONTHLY',
      placeCode: lvea.commune,
      startsAt: '2026-11-20T01:00:00Z',
      items: [],
      attendance: [{ role: 'CHILD', sex: 'FEMALE', ageBand: 'AGE_10_13', disability: 'NO', count: 3 }],
    };
    const present = { topicId, meetingId: meeting.id };
    expect((await topicDeed('presentResearchTopic', present)).refusals).toEqual(['NOT_FOUND meetingId']);
    const held = await deedOf(world, 'recordMeeting', meeting, sokha, 'meeting { id }');
    expect(held.refusals).toEqual([]);
    await done('presentResearchTopic', present);

    const answer = (recommendationId: string, as: Caller) =>
      deedOf<object>(
        world,
        'answerRecommendation',
        { recommendationId, decision: 'PLANNED', answer: 'It stands in the CIP for 2027.' },
        as,
        'recommendation { id }',
      );
    const follow = (recommendationId: string) =>
      deedOf<object>(
        world,
        'followUpRecommendation',
        { recommendationId, verdict: 'PARTLY' },
        sokha,
        'recommendation { id }',
      );
    const all = (await seen(topicId, sokha))!.recommendations;
    const [theirs, schools] = [councilId, schoolOfficeId].map((id) =>
      all.find(({ office }) => office.id === id),
    );
    const before = await countRows(world, ...tables);
    for (const as of [other, sokha, vanna, {}])
      expect((await answer(theirs!.id, as)).refusals).toEqual(['NOT_FOUND recommendationId']);
    expect((await follow(theirs!.id)).refusals).toEqual(['WRONG_STATE recommendationId']);
    expect(await countRows(world, ...tables)).toEqual(before);
    expect((await answer(theirs!.id, chan)).refusals).toEqual([]);
    expect((await answer(theirs!.id, chan)).refusals).toEqual(['WRONG_STATE recommendationId']);
    expect((await seen(topicId, sokha))?.stage).toBe('PRESENTED');
    expect((await answer(schools!.id, other)).refusals).toEqual([]);
    expect((await seen(topicId, sokha))?.stage).toBe('ANSWERED');
    for (const { id } of [theirs!, schools!]) expect((await follow(id)).refusals).toEqual([]);
    const end = await seen(topicId, sokha);
    expect(end).toMatchObject({ stage: 'FOLLOWED_UP', recommendations: [{ verdict: 'PARTLY' }, {}] });
    expect((await auditOf(world, topicId)).map(({ deed }) => deed)).toContain('presentTopic');
  });

  it('is planned by facilitators of its commune only, and skips no stage', async () => {
    const before = await countRows(world, ...tables);
    for (const as of [vanna, chan, analyst, {}, { device: aDevice() }])
      expect((await topicDeed('planResearchTopic', aTopic(), as)).refusals).toEqual(['NOT_FOUND placeCode']);
    const bad = aTopic({ titleEn: ' ', question: 'Call 012 345 678', clubId: randomUUID() });
    expect((await topicDeed('planResearchTopic', bad)).refusals).toEqual([
      'REQUIRED titleEn',
      'NOT_FOUND clubId',
    ]);
    expect(await countRows(world, ...tables)).toEqual(before);
    const topic = aTopic();
    for (const _ of [1, 2]) await done('planResearchTopic', topic);
    for (const to of ['ETHICS', 'FIELDWORK', 'PRESENTED', 'IDEA'])
      expect((await topicDeed('moveResearchTopic', { topicId: topic.id, to })).refusals).toEqual([
        'WRONG_STATE to',
      ]);
    for (const as of [vanna, {}, chan]) {
      expect(await seen(topic.id, as)).toBeNull();
      expect((await topicDeed('moveResearchTopic', { topicId: topic.id, to: 'PLAN' }, as)).refusals).toEqual([
        'NOT_FOUND topicId',
      ]);
    }
    const list = async (as: Caller) => {
      const { data } = await world.ask<{ researchTopics: { nodes: { id: string }[] } }>(
        `{ researchTopics(filter: { placeCode: "${lvea.commune}" }) { nodes { id } } }`,
        {},
        as,
      );
      return data.researchTopics.nodes.map(({ id }) => id);
    };
    expect(await list(sokha)).toContain(topic.id);
    expect(await list(analyst)).toContain(topic.id);
    for (const as of [vanna, chan, {}]) expect(await list(as)).not.toContain(topic.id);
  });
});

describe('a form', () => {
  it('is read from XLSForm with what it drops, and given back so that it reads the same', async () => {
    const topic = aTopic();
    await done('planResearchTopic', topic);
    const { dropped } = await importing(topic.id, aSurveyFile());
    expect(dropped).toEqual([
      { what: 'COLUMN', about: 'appearance' },
      { what: 'TYPE', about: 'start' },
    ]);
    const once = await seen(topic.id, sokha);
    expect(once?.form.map(({ name }) => name)).toEqual(['survey', 'choices', 'settings']);
    expect((await importing(topic.id, once!.formFile!)).dropped).toEqual([]);
    expect((await seen(topic.id, sokha))?.form).toEqual(once?.form);
  });

  it('is kept whole or not at all', async () => {
    const topic = aTopic();
    await done('planResearchTopic', topic);
    const bad = await importing(topic.id, aSurveyFile({ more: [['select_one nothing', 'sex', 'ក', 'A']] }));
    expect(bad.refusals).toEqual(['LINES_NOT_RIGHT file']);
    expect(bad.lines).toEqual([
      { line: 7, code: 'NAME_TWICE' },
      { line: 7, code: 'LIST_UNKNOWN' },
    ]);
    expect((await importing(topic.id, 'bm8=')).refusals).toEqual(['FILE_UNREADABLE file']);
    expect((await importing(topic.id, aSurveyFile(), vanna)).refusals).toEqual(['NOT_FOUND topicId']);
    expect((await seen(topic.id, sokha))?.form).toEqual([]);
  });
});

describe('a form put together on the page', () => {
  it('is read by the same rules as a workbook', async () => {
    const topic = aTopic({ teamGirls: 3, teamAdults: 2 });
    await done('planResearchTopic', topic);
    await importing(topic.id, aSurveyFile());
    const { form } = (await seen(topic.id, sokha))!;
    const save = (sheets: object[], as: Caller = sokha) =>
      deedOf<{ lines: { code: string }[] }>(
        world,
        'saveSurveyForm',
        { topicId: topic.id, sheets },
        as,
        'topic { id } dropped { what } lines { code }',
      );
    const [survey, ...others] = form;
    const changed = { name: 'survey', rows: [...survey!.rows, ['note', 'end', 'អរគុណ', 'Thank you']] };
    expect((await save([changed, ...others], vanna)).refusals).toEqual(['NOT_FOUND topicId']);
    expect((await save([changed, ...others])).refusals).toEqual([]);
    expect((await seen(topic.id, sokha))?.form[0]?.rows).toHaveLength(survey!.rows.length + 1);
    const twice = { name: 'survey', rows: [...changed.rows, ['note', 'end', 'ចប់', 'End']] };
    const refused = await save([twice, ...others]);
    expect([refused.refusals, refused.lines]).toEqual([['LINES_NOT_RIGHT file'], [{ code: 'NAME_TWICE' }]]);
    const long = { name: 'survey', rows: [['x'.repeat(64_001)]] };
    expect((await save([long])).refusals).toEqual(['TOO_LONG sheets']);
  });
});

describe('open answers', () => {
  it('bear codes that are counted, and are read by keepers alone', async () => {
    const topicId = await inTheField();
    const said = (words: string) => sheet('girl', 'no', {}, [{ name: 'words', value: words }]);
    const far = Array.from({ length: 12 }, () => said('It is far.'));
    const dark = Array.from({ length: 11 }, () => said('It is dark.'));
    await done('recordSurveyAnswers', { topicId, sheets: [...far, ...dark] });
    type Open = {
      people: number;
      codes: { id: string; count: number | null }[];
      openAnswers: { sheetId: string; text: string; codeIds: string[] }[];
    };
    const open = async (as: Caller, after: string | null = null) => {
      const { data } = await world.ask<{ researchTopic: Open }>(
        `query ($id: ID!, $after: ID) { researchTopic(id: $id) { people codes { id count }
           openAnswers(question: "words", after: $after) { sheetId text codeIds } } }`,
        { id: topicId, after },
        as,
      );
      return data.researchTopic;
    };
    const code = { topicId, id: randomUUID(), question: 'words', nameEn: 'Too far' };
    expect((await topicDeed('addAnswerCode', code)).refusals).toEqual(['WRONG_STATE topicId']);
    expect(await open(sokha)).toEqual({ people: 23, codes: [], openAnswers: [] });
    await done('moveResearchTopic', { topicId, to: 'ANALYSIS' });
    expect((await topicDeed('addAnswerCode', code, vanna)).refusals).toEqual(['NOT_FOUND topicId']);
    expect((await topicDeed('addAnswerCode', { ...code, question: 'sex' })).refusals).toEqual([
      'NOT_FOUND question',
    ]);
    for (const _ of [1, 2]) await done('addAnswerCode', code);
    const first = (await open(sokha)).openAnswers;
    const all = [...first, ...(await open(sokha, first.at(-1)!.sheetId)).openAnswers];
    expect([first.length, all.length]).toEqual([20, 23]);
    const tag = (answers: object[]) => topicDeed('tagAnswers', { topicId, question: 'words', answers });
    expect((await tag([{ sheetId: randomUUID(), codeIds: [code.id] }])).refusals).toEqual([
      'NOT_FOUND answers',
    ]);
    expect((await tag([{ sheetId: all[0]!.sheetId, codeIds: [randomUUID()] }])).refusals).toEqual([
      'NOT_FOUND answers',
    ]);
    const farOnes = all.filter(({ text }) => text.includes('far'));
    const codesOf = (ids: string[], those = farOnes) =>
      those.map(({ sheetId }) => ({ sheetId, codeIds: ids }));
    for (const _ of [1, 2]) expect((await tag(codesOf([code.id]))).refusals).toEqual([]);
    expect((await open(sokha)).codes).toEqual([{ id: code.id, count: 12 }]);
    expect((await open(analyst)).openAnswers).toEqual([]);
    // Three taken off: nine are too few to say.
    expect((await tag(codesOf([], farOnes.slice(0, 3)))).refusals).toEqual([]);
    expect((await open(analyst)).codes).toEqual([{ id: code.id, count: null }]);
  });
});

describe('answers', () => {
  it('are kept all or none, once each, and only in the field', async () => {
    const topicId = await aReadyTopic();
    const record = (given: object[], as: Caller = sokha) =>
      topicDeed('recordSurveyAnswers', { topicId, sheets: given }, as);
    const before = await countRows(world, 'answer_sheets');
    expect((await record(sheets(1, 'girl', 'yes'))).refusals).toEqual(['WRONG_STATE topicId']);
    await done('moveResearchTopic', { topicId, to: 'FIELDWORK' });
    const refused = async (given: object[], ...refusals: string[]) =>
      expect((await record(given)).refusals).toEqual(refusals);
    await refused(
      [sheet('girl', 'yes'), sheet('cat', '')],
      'NOT_IN_LIST sheets.1.sex',
      'REQUIRED sheets.1.apart',
    );
    await refused(
      [sheet('girl', 'yes', {}, [{ name: 'working', value: '51' }])],
      'OUT_OF_RANGE sheets.0.working',
    );
    await refused([sheet('girl', 'yes', {}, [{ name: 'alias', value: 'Dara' }])], 'NOT_FOUND sheets.0.alias');
    await refused([sheet('girl', 'yes', { answeredOn: '2026-12-01' })], 'OUT_OF_RANGE sheets.0.answeredOn');
    await refused(
      [sheet('girl', 'yes', {}, [{ name: 'words', value: 'Call me: 012 345 678' }])],
      'IDENTIFIERS_LEFT sheets.0.words',
    );
    await refused(
      [sheet('girl', 'yes', {}, [{ name: 'words', value: 'ពូស្ទាបខ្ញុំ' }])],
      'TELLS_OF_HARM sheets.0.words',
    );
    await refused([], 'OUT_OF_RANGE sheets');
    expect((await record(sheets(1, 'girl', 'yes'), vanna)).refusals).toEqual(['NOT_FOUND topicId']);
    expect((await countRows(world, 'answer_sheets'))['answer_sheets']).toBe(before['answer_sheets']);
    const kept = sheet('boy', 'yes', {}, [{ name: 'working', value: '2' }]);
    for (const _ of [1, 2]) expect((await record([kept])).refusals).toEqual([]);
    await refused([{ ...kept, source: 'PHONE' }], 'SAME_KEY_OTHER_CONTENT sheets.0.id');
    expect((await countRows(world, 'answer_sheets'))['answer_sheets']).toBe(before['answer_sheets']! + 1);
  });
});

describe('a sensitive topic', () => {
  const violence = { category: 'VIOLENCE', titleEn: 'Violence in the family', method: 'GROUP_TALK' };

  it('passes the gate with a second person only, and violence is sensitive whatever is said', async () => {
    const topicId = await aReadyTopic(violence, false);
    const go = () => topicDeed('moveResearchTopic', { topicId, to: 'FIELDWORK' });
    expect((await go()).refusals).toEqual(['SECOND_PERSON_NEEDED ethics']);
    expect((await topicDeed('approveEthics', { topicId })).refusals).toEqual([
      'SECOND_PERSON_NEEDED topicId',
    ]);
    expect((await topicDeed('approveEthics', { topicId }, vanna)).refusals).toEqual(['NOT_FOUND topicId']);
    await done('fillEthics', { topicId, items: ethicsItems.slice(1) });
    expect((await topicDeed('approveEthics', { topicId }, mealea)).refusals).toEqual([
      'ETHICS_MISSING ethics',
    ]);
    expect((await go()).refusals).toEqual(['ETHICS_MISSING ethics']);
    await done('fillEthics', { topicId, items: ethicsItems });
    await done('approveEthics', { topicId }, mealea);
    // Another tick is another list: it is looked at again.
    await done('fillEthics', { topicId, items: ethicsItems });
    expect((await go()).refusals).toEqual(['SECOND_PERSON_NEEDED ethics']);
    await done('approveEthics', { topicId }, mealea);
    await done('moveResearchTopic', { topicId, to: 'FIELDWORK' });
  });

  it('is kept out of the field by the database itself, as are its answer sheets', async () => {
    const topicId = await aReadyTopic(violence, false);
    const em = world.em();
    const enter = `update research_topics set stage = 'FIELDWORK' where id = '${topicId}'`;
    await expect(em.execute(enter)).rejects.toThrow(/research_topics_ethics_gate/);
    await expect(
      em.execute(`update research_topics set stage = 'FIELDWORK', ethics_approved_by = ethics_filled_by
        where id = '${topicId}'`),
    ).rejects.toThrow(/research_topics_ethics_gate/);
    const insert = (isSensitive: boolean) =>
      em.execute(`insert into answer_sheets (id, topic_id, is_sensitive, source, answered_on, answers, content_hash, recorded_by)
        values ('${randomUUID()}', '${topicId}', ${isSensitive}, 'PAPER', '2026-11-20', '{}', '', '${sokha.accountId}')`);
    await expect(insert(false)).rejects.toThrow(/foreign key/);
    await expect(insert(true)).rejects.toThrow(/answer_sheets_never_sensitive/);
  });

  it('takes counts of groups of ten or more, and no form that asks for words', async () => {
    const plain = aTopic(violence);
    await done('planResearchTopic', plain);
    expect((await importing(plain.id, aSurveyFile())).refusals).toEqual(['ONLY_COUNTS file']);

    const topicId = await inTheField(violence, false);
    const before = await countRows(world, ...tables);
    const given = await topicDeed('recordSurveyAnswers', { topicId, sheets: sheets(1, 'girl', 'yes') });
    expect(given.refusals).toEqual(['ONLY_COUNTS topicId']);
    const tally = {
      topicId,
      id: randomUUID(),
      source: 'PAPER',
      countedOn: '2026-11-20',
      people: 25,
      counts: [
        { question: 'apart', choice: 'yes', count: 13 },
        { question: 'apart', choice: 'no', count: 12 },
        { question: 'working', count: 7 },
      ],
    };
    const refused = async (given_: object, ...refusals: string[]) =>
      expect((await topicDeed('recordTally', { ...tally, ...given_ })).refusals).toEqual(refusals);
    await refused({ people: 9, counts: [{ question: 'working', count: 1 }] }, 'OUT_OF_RANGE people');
    await refused({ people: 24 }, 'COUNTS_IMPOSSIBLE counts');
    await refused({ counts: [{ question: 'apart', choice: 'maybe', count: 1 }] }, 'NOT_FOUND counts.0');
    expect(await countRows(world, ...tables)).toEqual(before);
    for (const _ of [1, 2]) await done('recordTally', tally);
    await refused({ people: 26 }, 'SAME_KEY_OTHER_CONTENT id');
    await done('recordTally', {
      ...tally,
      id: randomUUID(),
      people: 20,
      counts: [{ question: 'sex', choice: 'girl', count: 17 }],
    });
    await done('moveResearchTopic', { topicId, to: 'ANALYSIS' });
    const shown = await seen(topicId, sokha);
    expect(shown?.crossTable).toBeNull();
    expect(shown?.analysis).toEqual([
      // Three who are not girls are too few, and the seventeen would give them away.
      {
        name: 'sex',
        base: 20,
        sum: null,
        choices: [
          { name: 'girl', count: null },
          { name: 'boy', count: null },
        ],
      },
      {
        name: 'apart',
        base: 25,
        sum: null,
        choices: [
          { name: 'yes', count: 13 },
          { name: 'no', count: 12 },
        ],
      },
      { name: 'working', base: 25, sum: 7, choices: [] },
    ]);
  });
});
