import type { Result } from '@samleng/kernel';
import { demoWorld } from '@samleng/personas';
import { ethicsItems, type Problem, sensitiveResearch } from '@samleng/vocabulary';
import {
  addAnswerCode,
  addFinding,
  addRecommendation,
  answerRecommendation,
  approveEthics,
  fillEthics,
  followUpRecommendation,
  moveTopic,
  planTopic,
  presentTopic,
  recordAnswers,
  recordTally,
  saveForm,
  tagAnswers,
} from '../../features/research/index.ts';
import { demoId } from './demo-id.ts';
import type { DemoScene } from './demo-scene.ts';
import { demoOpenAnswers, type DemoResearch, demoResearch } from './research-of-the-demo.ts';

const placeCode = '140907';
const people = 48;

/** Plays the demo's research through the deeds people use: each topic goes from the idea to what came of the answer. */
export async function writeResearch(scene: DemoScene): Promise<void> {
  const now = scene.clock.now();
  for (const research of demoResearch) {
    await prepare(scene, research);
    await collect(scene, research);
    await conclude(scene, research);
  }
  scene.clock.moveTo(now);
}

const topicOf = ({ key }: DemoResearch) => demoId('research topic', key);
/** Each deed a request of its own, as the pages send them. */
const keeper = (scene: DemoScene) => scene.as({ role: 'FACILITATOR', placeCode, officeId: null }, 'sokha');

async function prepare(scene: DemoScene, research: DemoResearch): Promise<void> {
  const { key, category, method, question, team, asked, lists } = research;
  const topicId = topicOf(research);
  const title = demoWorld.researchTopics.find((topic) => topic.key === key)!;
  scene.clock.moveTo(scene.instantOf('2026-08-03', 9));
  const [teamGirls, teamBoys, teamAdults] = team;
  const isSensitive = sensitiveResearch.includes(category);
  const { titleKm, titleEn } = title;
  const facts = { titleKm, titleEn, question, category, placeCode, clubId: demoId('club', 'n1') };
  done(
    await planTopic(keeper(scene), {
      ...facts,
      id: topicId,
      method,
      isSensitive,
      teamGirls,
      teamBoys,
      teamAdults,
    }),
  );
  done(await moveTopic(keeper(scene), { topicId, to: 'PLAN' }));
  const survey = asked.map(([type, name, km, en, more]) => [
    type,
    name,
    km,
    en,
    type === 'note' || type === 'text' ? '' : 'yes',
    more?.range ?? '',
  ]);
  const labels = ['label::Khmer (km)', 'label::English (en)'];
  const sheets = [
    { name: 'survey', rows: [['type', 'name', ...labels, 'required', 'parameters'], ...survey] },
    { name: 'choices', rows: [['list_name', 'name', ...labels], ...lists.map((row) => [...row])] },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id', 'version'],
        [titleKm, key, '1'],
      ],
    },
  ];
  const { problems, lines } = await saveForm(keeper(scene), { topicId, sheets });
  if (problems.length > 0) throw new Error(`A form of the demo is none: ${JSON.stringify(lines)}`);
  done(await moveTopic(keeper(scene), { topicId, to: 'ETHICS' }));
  done(await fillEthics(keeper(scene), { topicId, items: ethicsItems }));
  const second = scene.as({ role: 'ADMINISTRATOR', placeCode: '', officeId: null }, 'rotha');
  if (isSensitive) done(await approveEthics(second, { topicId }));
  done(await moveTopic(keeper(scene), { topicId, to: 'FIELDWORK' }));
}

async function collect(scene: DemoScene, research: DemoResearch): Promise<void> {
  const topicId = topicOf(research);
  const day = scene.dayOf('2026-08-20');
  scene.clock.moveTo(scene.instantOf('2026-08-20', 15));
  for (const [at, group] of research.groups.entries()) {
    const counts = Object.entries(group.counts).map(([cell, count]) => {
      const [question = '', choice = null] = cell.split(' ');
      return { question, choice, count };
    });
    const id = demoId('research tally', `${research.key} ${at}`);
    const given = { topicId, id, source: 'PAPER', countedOn: day, people: group.people, counts } as const;
    done(await recordTally(keeper(scene), given));
  }
  const isByPerson = research.groups.length === 0;
  const sheetId = (at: number) => demoId('answer sheet', `${research.key} ${at}`);
  const openAnswer = (at: number) => (at % 2 === 1 ? demoOpenAnswers[(at >> 1) % 2] : undefined);
  if (isByPerson) {
    const sheets = Array.from({ length: people }, (_, at) => ({
      id: sheetId(at),
      source: at % 3 === 0 ? ('PAPER' as const) : ('PHONE' as const),
      answeredOn: day,
      answers: [
        { name: 'sex', value: at < 26 ? 'girl' : 'boy' },
        { name: 'apart', value: at % 4 === 0 ? 'yes' : 'no' },
        { name: 'lock', value: at % 3 === 0 ? 'yes' : 'no' },
        { name: 'water', value: at % 2 === 0 ? 'always' : 'some' },
        { name: 'clean', value: String((at % 5) + 1) },
        { name: 'why', value: openAnswer(at)?.text ?? '' },
      ],
    }));
    done(await recordAnswers(keeper(scene), { topicId, sheets }));
  }
  done(await moveTopic(keeper(scene), { topicId, to: 'ANALYSIS' }));
  if (!isByPerson) return;
  for (const { code, name } of demoOpenAnswers) {
    const [nameKm, nameEn] = name;
    const id = demoId('answer code', code);
    done(await addAnswerCode(keeper(scene), { topicId, id, question: 'why', nameKm, nameEn }));
  }
  const answers = Array.from({ length: people }, (_, at) => at).flatMap((at) => {
    const given = openAnswer(at);
    return given ? [{ sheetId: sheetId(at), codeIds: [demoId('answer code', given.code)] }] : [];
  });
  done(await tagAnswers(keeper(scene), { topicId, question: 'why', answers }));
}

async function conclude(scene: DemoScene, research: DemoResearch): Promise<void> {
  const { key, findings, asks } = research;
  const topicId = topicOf(research);
  scene.clock.moveTo(scene.instantOf('2026-09-07', 10));
  for (const [at, { words, base }] of findings.entries()) {
    const [textKm, textEn] = words;
    const id = demoId('finding', `${key} ${at}`);
    done(await addFinding(keeper(scene), { topicId, id, textKm, textEn, base }));
  }
  const askedId = (at: number) => demoId('recommendation', `${key} ${at}`);
  for (const [at, { officeKey, words }] of asks.entries()) {
    const [textKm, textEn] = words;
    const officeId = demoId('office', officeKey);
    done(await addRecommendation(keeper(scene), { topicId, id: askedId(at), officeId, textKm, textEn }));
  }
  done(await moveTopic(keeper(scene), { topicId, to: 'FINDINGS' }));
  scene.clock.moveTo(scene.instantOf('2026-09-16', 9));
  done(await presentTopic(keeper(scene), { topicId, meetingId: demoId('meeting', 'm2') }));
  scene.clock.moveTo(scene.instantOf('2026-09-30', 9));
  for (const [at, { officeKey, by, decision, answer }] of asks.entries()) {
    const official = scene.as(
      { role: 'OFFICIAL', placeCode: null, officeId: demoId('office', officeKey) },
      by,
    );
    done(await answerRecommendation(official, { recommendationId: askedId(at), decision, answer }));
  }
  scene.clock.moveTo(scene.instantOf('2026-11-10', 9));
  for (const [at, { verdict }] of asks.entries())
    done(await followUpRecommendation(keeper(scene), { recommendationId: askedId(at), verdict }));
}

function done<Value>(result: Result<Value, readonly Problem[]>): void {
  if (!result.ok) throw new Error(`The demo's research does not play: ${JSON.stringify(result.problem)}`);
}
