import { demoWorld } from '@samleng/personas';
import type { Result } from '@samleng/kernel';
import type { Electorate, Problem } from '@samleng/vocabulary';
import { Office } from '../../features/offices/index.ts';
import { castBallot } from '../../features/polls/cast-ballot.ts';
import { closePoll } from '../../features/polls/close-poll.ts';
import { confirmClose } from '../../features/polls/confirm-close.ts';
import { enterPaperCounts } from '../../features/polls/enter-paper-counts.ts';
import { makeCards } from '../../features/polls/make-cards.ts';
import { makePoll, type NewPoll } from '../../features/polls/make-poll.ts';
import { openPoll } from '../../features/polls/open-poll.ts';
import { pollTemplates } from '../../features/polls/poll-templates.ts';
import type { ApiRequest } from '../../request.ts';
import { demoId } from './demo-id.ts';
import type { DemoScene } from './demo-scene.ts';
import { demoBudget, demoStatements } from './polls-of-the-demo.ts';

type Play = {
  readonly key: string;
  readonly communeCode: string;
  readonly poll: Pick<
    NewPoll,
    'ballotType' | 'questionKm' | 'questionEn' | 'isSensitive' | 'settings' | 'options'
  >;
  readonly electorate: Electorate;
  /** A draft; open until two weeks from now; or closed by two people last week. */
  readonly as: 'DRAFT' | 'OPEN' | 'CLOSED';
  /** How many children answered, and what the child of a number says. */
  readonly answers?: number;
  readonly answer?: (child: number) => unknown;
  /** Options that stand for issues of the script, by their place. */
  readonly issues?: Readonly<Record<number, string>>;
  readonly paper?: { readonly papers: number; readonly counts: Readonly<Record<string, readonly number[]>> };
};

const day = 86_400_000;

const pick =
  (...keys: readonly string[]) =>
  (child: number) => ({ choice: keys[child % keys.length] });
const order =
  (...rankings: readonly (readonly string[])[]) =>
  (child: number) => ({
    ranking: rankings[child % rankings.length],
  });

/** The ten polls of the script where they are asked, a budget, and statements on which two groups differ. */
const plays: readonly Play[] = [
  {
    ...templateOf(1),
    communeCode: '140907',
    as: 'CLOSED',
    answers: 33,
    issues: { 0: 'i010' },
    answer: order(['o1', 'o2', 'o3'], ['o2', 'o1'], ['o1', 'o6', 'o2'], ['o3', 'o2', 'o1'], ['o6', 'o1']),
  },
  {
    ...templateOf(2),
    communeCode: '140907',
    as: 'OPEN',
    answers: 14,
    answer: pick('o2', 'o3', 'o2', 'o4', 'o1'),
  },
  { ...templateOf(3), communeCode: '140907', as: 'OPEN', answers: 12, answer: pick('o2', 'o1', 'o3') },
  {
    ...templateOf(4),
    communeCode: '020808',
    as: 'CLOSED',
    answers: 24,
    answer: pick('o4', 'o3', 'o2', 'o4', 'o5'),
  },
  { ...templateOf(5), communeCode: '170704', as: 'OPEN', answers: 10, answer: pick('o1', 'o2') },
  { ...templateOf(6), communeCode: '170704', as: 'DRAFT' },
  { ...templateOf(7), communeCode: '140907', as: 'OPEN' },
  {
    ...templateOf(8),
    communeCode: '140907',
    as: 'CLOSED',
    answers: 18,
    answer: (child) => ({
      scores: { o1: 3 + (child % 3), o2: 1 + (child % 4), o3: 1 + (child % 2), o4: 2 + (child % 3), o5: 4 },
    }),
    paper: {
      papers: 12,
      counts: {
        o1: [0, 1, 4, 5, 2],
        o2: [5, 3, 2, 2, 0],
        o3: [6, 4, 2, 0, 0],
        o4: [1, 4, 4, 3, 0],
        o5: [0, 0, 3, 6, 3],
      },
    },
  },
  {
    ...templateOf(9),
    communeCode: '020808',
    as: 'OPEN',
    answers: 11,
    answer: (child) => ({
      approved: child % 4 === 0 ? ['o6'] : child % 2 === 0 ? ['o1', 'o2'] : ['o1', 'o4'],
    }),
  },
  { ...templateOf(10), communeCode: '160702', as: 'DRAFT' },
  { ...demoBudget, key: 'budget', communeCode: '140907', electorate: 'CLUB', as: 'CLOSED', answers: 30 },
  {
    ...demoStatements,
    key: 'statements',
    communeCode: '140907',
    electorate: 'OPEN',
    as: 'CLOSED',
    answers: 28,
  },
];

/** Plays the polls of the demo through the deeds people use: cards are drawn, ballots cast, two people close. */
export async function writePolls(scene: DemoScene, issueIds: ReadonlyMap<string, string>): Promise<void> {
  const now = scene.clock.now();
  for (const play of plays) await playPoll(scene, aboutIssues(play, issueIds), now.getTime());
  scene.clock.moveTo(now);
}

/** A poll of the script, with the Khmer of its template. */
function templateOf(number: number): Pick<Play, 'key' | 'poll' | 'electorate'> {
  const { key } = demoWorld.polls[number - 1]!;
  const { questionKm, questionEn, ballotType, settings, isSensitive, options, electorate } =
    pollTemplates[number - 1]!;
  return {
    key,
    electorate,
    poll: {
      questionKm,
      questionEn,
      ballotType,
      isSensitive,
      options,
      settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
    },
  };
}

function aboutIssues(play: Play, issueIds: ReadonlyMap<string, string>): Play {
  const options = play.poll.options?.map((option, at) => {
    const key = play.issues?.[at];
    return key === undefined ? option : { ...option, issueId: issueIds.get(key)! };
  });
  return { ...play, poll: { ...play.poll, options } };
}

async function playPoll(scene: DemoScene, play: Play, now: number): Promise<void> {
  const isClosed = play.as === 'CLOSED';
  const opensAt = new Date(now - (isClosed ? 20 : 4) * day);
  scene.clock.moveTo(opensAt);
  const request = facilitator(scene, play.communeCode);
  const school =
    play.electorate === 'SCHOOL'
      ? await scene.em().findOneOrFail(Office, { kind: 'SCHOOL', placeCode: play.communeCode })
      : null;
  const { id: pollId } = done(
    await makePoll(request, {
      ...play.poll,
      idempotencyKey: demoId('poll', play.key),
      placeCode: play.communeCode,
      electorate: play.electorate,
      schoolOfficeId: school?.id ?? null,
      opensAt,
      closesAt: new Date(now + (isClosed ? -6 : 14) * day),
    }),
  );
  if (play.as === 'DRAFT') return;
  done(await openPoll(facilitator(scene, play.communeCode), { pollId }));
  scene.clock.moveTo(new Date(opensAt.getTime() + 2 * day));
  await castAll(scene, play, pollId);
  if (play.paper) await enterPaper(scene, play, pollId, play.paper);
  if (!isClosed) return;
  scene.clock.moveTo(new Date(now - 6 * day));
  done(await closePoll(facilitator(scene, play.communeCode), { pollId }));
  const second = scene.as({ role: 'ADMINISTRATOR', placeCode: null, officeId: null }, 'rotha');
  done(await confirmClose(second, { pollId }));
}

async function castAll(scene: DemoScene, play: Play, pollId: string): Promise<void> {
  const { answers = 0, answer = () => null, electorate, communeCode, key } = play;
  const club = demoWorld.clubs.find((one) => one.communeCode === communeCode);
  const isByCard = electorate !== 'OPEN';
  const codes =
    isByCard && answers > 0
      ? done(
          await makeCards(facilitator(scene, communeCode), {
            idempotencyKey: demoId('cards', key),
            pollId,
            clubId: electorate === 'CLUB' ? demoId('club', club!.key) : null,
            voters: electorate === 'SCHOOL' ? answers : null,
          }),
        ).codes
      : [];
  const tablet = facilitator(scene, communeCode);
  for (let child = 0; child < answers; child += 1)
    done(
      await castBallot(tablet, {
        pollId,
        ballot: answer(child),
        card: codes[child] ?? null,
        turn: isByCard ? null : demoId('turn', `${key} ${child}`),
      }),
    );
}

async function enterPaper(
  scene: DemoScene,
  { key, communeCode }: Play,
  pollId: string,
  { papers, counts }: NonNullable<Play['paper']>,
): Promise<void> {
  done(
    await enterPaperCounts(facilitator(scene, communeCode), {
      idempotencyKey: demoId('paper sheet', key),
      pollId,
      papers,
      counts: Object.entries(counts).map(([option, columns]) => ({ option, columns })),
      photoKey: 'demo/tally-sheet.jpg',
      signers: ['គ្រូ', 'ប្រធានក្លឹប'],
    }),
  );
}

function facilitator(scene: DemoScene, communeCode: string): ApiRequest {
  const byCommune: Readonly<Record<string, string>> = {
    '140907': 'sokha',
    '170704': 'vanna',
    '020808': 'piseth',
    '160702': 'romam',
  };
  return scene.as({ role: 'FACILITATOR', placeCode: communeCode, officeId: null }, byCommune[communeCode]!);
}

function done<Value>(result: Result<Value, readonly Problem[]>): Value {
  if (result.ok) return result.value;
  throw new Error(`The demo's polls do not play: ${JSON.stringify(result.problem)}`);
}
