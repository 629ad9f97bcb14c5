import { demoWorld } from '@samleng/personas';
import type { Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import type { Settings } from '../../config.ts';
import { deviceKeyOf, stranger } from '../../features/accounts/index.ts';
import { giveVerdict } from '../../features/issues/give-verdict.ts';
import { rankDueCommunes } from '../../features/issues/index.ts';
import { recordMeeting } from '../../features/meetings/index.ts';
import { PlanItem, reportPlanProgress } from '../../features/plans/index.ts';
import { linkFinding } from '../../features/research/index.ts';
import { demoId } from './demo-id.ts';
import type { DemoScene } from './demo-scene.ts';

const toilets = 'i010';
const lvea = '140907';

/**
 * Walks the separate toilets of Lvea to their end, through the deeds people use: what research found is said to be
 * about them, the committee decides, the school builds faster than it promised, and the children who asked for them
 * look and say that it is solved.
 */
export async function walkTrail(
  scene: DemoScene,
  settings: Settings,
  issueIds: ReadonlyMap<string, string>,
): Promise<void> {
  const now = scene.clock.now();
  const issueId = issueIds.get(toilets)!;
  const item = await scene.em().findOneOrFail(PlanItem, { issueId });
  const sokha = scene.as({ role: 'FACILITATOR', placeCode: lvea, officeId: null }, 'sokha');
  scene.clock.moveTo(scene.instantOf('2026-10-12', 9));
  done(await linkFinding(sokha, { findingId: demoId('finding', 'par3 0'), issueId }));
  scene.clock.moveTo(scene.instantOf('2026-10-14', 12));
  done(await recordMeeting(sokha, committeeMeeting(scene, issueId, item)));
  await build(scene, item);
  await judge(scene, settings, issueId);
  scene.clock.moveTo(now);
  await rankDueCommunes({ em: scene.em(), clock: scene.clock });
}

function committeeMeeting(scene: DemoScene, issueId: string, { id, officeId }: PlanItem) {
  const child = { ageBand: 'AGE_10_13', disability: 'NO', role: 'CHILD' } as const;
  return {
    id: demoId('meeting', 'toilets'),
    kind: 'CCWC_MONTHLY' as const,
    placeCode: lvea,
    startsAt: scene.instantOf('2026-10-14', 8),
    minutes: 90,
    venue: 'សាលាឃុំ',
    invitedGirls: 3,
    invitedBoys: 3,
    invitedFacilitators: 1,
    recordId: demoId('meeting record', 'toilets'),
    items: [
      {
        id: demoId('agenda item', 'toilets'),
        kind: 'ISSUE' as const,
        issueId,
        minutes: 20,
        outcome: 'DECIDED' as const,
        decisionKm: 'សាលាសង់បង្គន់ស្រីដាច់ពីគ្នា ហើយឃុំជួយថវិកា។',
        decisionEn: 'The school builds toilets apart, and the commune helps to pay.',
        officeId,
        planItemId: id,
        spoke: [{ role: 'CHILD' as const, sex: 'FEMALE' as const, count: 2 }],
      },
    ],
    attendance: [
      { ...child, sex: 'FEMALE' as const, count: 3 },
      { ...child, sex: 'MALE' as const, count: 3 },
    ],
    faces: { HAPPY: 5, SO_SO: 1, SAD: 0 },
    notes: null,
  };
}

async function build(scene: DemoScene, { id, officeId }: PlanItem): Promise<void> {
  const school = () => scene.as({ role: 'OFFICIAL', placeCode: null, officeId }, 'sophal');
  const report = { planItemId: id, evidenceLink: null };
  scene.clock.moveTo(scene.instantOf('2026-11-21', 10));
  done(
    await reportPlanProgress(school(), {
      ...report,
      percentDone: 60,
      state: 'IN_PROGRESS',
      note: 'ជាងបានចាប់ផ្តើមមុនពេល ហើយជញ្ជាំងបង្គន់ស្រីសង់រួច។',
      idempotencyKey: demoId('plan progress', 'toilets walls'),
    }),
  );
  scene.clock.moveTo(scene.instantOf('2026-11-22', 10));
  done(
    await reportPlanProgress(school(), {
      ...report,
      percentDone: 100,
      state: 'DONE',
      note: 'បង្គន់ទាំងពីរសង់រួច មានទឹក និងសោ។',
      evidenceLink: 'https://samleng.example/demo/toilets',
      idempotencyKey: demoId('plan progress', 'toilets done'),
    }),
  );
}

/** Fourteen of those who support it look: twelve say it is solved, two that it is partly. */
async function judge(scene: DemoScene, settings: Settings, issueId: string): Promise<void> {
  scene.clock.moveTo(scene.instantOf('2026-11-23', 16));
  const supporters = demoWorld.supports.filter(({ issue }) => issue === toilets).slice(0, 14);
  for (const [at, { supporter }] of supporters.entries()) {
    const deviceKey = deviceKeyOf(demoId('device', supporter).replaceAll('-', ''), settings.DEVICE_KEY);
    const child = scene.as({ role: 'FACILITATOR', placeCode: lvea, officeId: null }, 'sokha');
    const verdict = at % 5 === 4 ? 'PARTLY' : 'SOLVED';
    done(await giveVerdict({ ...child, viewer: { ...stranger, deviceKey } }, { issueId, verdict }));
  }
}

function done<Value>(result: Result<Value, readonly Problem[]>): void {
  if (!result.ok) throw new Error(`The demo's trail does not play: ${JSON.stringify(result.problem)}`);
}
