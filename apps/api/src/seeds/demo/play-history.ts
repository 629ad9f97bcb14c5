import { demoWorld } from '@samleng/personas';
import type { Result } from '@samleng/kernel';
import type { OfficeKind, Problem } from '@samleng/vocabulary';
import { acknowledgeIssue, answerIssue, Assignment } from '../../features/assignments/index.ts';
import { returnConcern } from '../../features/concerns/return-concern.ts';
import { mergeConcern } from '../../features/issues/merge-concern.ts';
import { publishIssue } from '../../features/issues/publish-issue.ts';
import { Office } from '../../features/offices/index.ts';
import { addPlanItem, reportPlanProgress } from '../../features/plans/index.ts';
import type { ApiRequest } from '../../request.ts';
import { demoId } from './demo-id.ts';
import type { DemoScene } from './demo-scene.ts';

type Step = { readonly at: Date; readonly play: () => Promise<unknown> };

/**
 * Plays what happened in the demo through the same deeds people use, in the order of its days: publishing, merging,
 * returning, acknowledging, answering, planning. So history, clocks and the audit record are what they would be.
 *
 * @returns the issues' ids by their key in the script
 */
export async function playHistory(scene: DemoScene): Promise<Map<string, string>> {
  const issueIds = new Map<string, string>();
  const steps: Step[] = [
    ...demoWorld.issues.flatMap((issue) => publishingSteps(scene, issue, issueIds)),
    ...demoWorld.returned.map((concern) => ({
      at: scene.instantOf(concern.returned.on, 9),
      play: async () =>
        done(
          await returnConcern(moderator(scene, concern.placeCode), {
            concernId: demoId('concern', concern.key),
            reason: concern.returned.reason,
            note: concern.returned.words.km,
          }),
        ),
    })),
    ...demoWorld.answers.map((answer) => ({
      at: scene.instantOf(answer.answeredOn, 14),
      play: async () => answerAs(scene, issueIds.get(answer.issue)!, answer),
    })),
    ...demoWorld.planItems.flatMap((item) => planSteps(scene, item, issueIds)),
  ];
  for (const step of steps.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    scene.clock.moveTo(step.at);
    await step.play();
  }
  return issueIds;
}

type DemoIssueEntry = (typeof demoWorld.issues)[number];

function publishingSteps(scene: DemoScene, issue: DemoIssueEntry, issueIds: Map<string, string>): Step[] {
  const [first, ...merged] = issue.from;
  const publish: Step = {
    at: scene.instantOf(first!.on, 8),
    play: async () => {
      const published = done(
        await publishIssue(moderator(scene, issue.communeCode), {
          concernId: demoId('concern', first!.concern),
          titleKm: issue.titleKm,
          titleEn: issue.titleEn,
          wordsKm: issue.bodyKm,
          wordsEn: issue.bodyEn,
          category: issue.category,
          topic: issue.topic,
          communeCode: issue.communeCode,
          villageCode: issue.placeCode.length === 8 ? issue.placeCode : null,
          aboutOfficeKind: issue.aboutOfficeKind,
        }),
      );
      issueIds.set(issue.key, published.issue.id);
    },
  };
  const merge = merged.map(({ concern, on }) => ({
    at: scene.instantOf(on, 10),
    play: async () =>
      done(
        await mergeConcern(moderator(scene, issue.communeCode), {
          concernId: demoId('concern', concern),
          issueId: issueIds.get(issue.key)!,
        }),
      ),
  }));
  const acknowledge =
    issue.acknowledgedOn === null
      ? []
      : [
          {
            at: scene.instantOf(issue.acknowledgedOn, 11),
            play: async () => {
              const issueId = issueIds.get(issue.key)!;
              done(await acknowledgeIssue(await official(scene, issueId), { issueId }));
            },
          },
        ];
  return [publish, ...merge, ...acknowledge];
}

async function answerAs(
  scene: DemoScene,
  issueId: string,
  answer: (typeof demoWorld.answers)[number],
): Promise<void> {
  const office = await currentOffice(scene, issueId);
  const passedOnToOfficeId =
    answer.passedOnToKind === null ? null : await officeAt(scene, answer.passedOnToKind, office.placeCode);
  done(
    await answerIssue(await official(scene, issueId), {
      issueId,
      decision: answer.decision,
      words: answer.words.km,
      reason: answer.reason?.km ?? null,
      nextStep: answer.nextStep?.km ?? null,
      question: answer.question?.km ?? null,
      dueOn: answer.dueOn === null ? null : scene.dayOf(answer.dueOn),
      amountRiel: null,
      passedOnToOfficeId,
      idempotencyKey: demoId('answer', `${answer.issue} ${answer.answeredOn}`),
    }),
  );
}

function planSteps(
  scene: DemoScene,
  item: (typeof demoWorld.planItems)[number],
  issueIds: ReadonlyMap<string, string>,
): Step[] {
  const key = item.issues[0]!;
  return [
    {
      // The toilets are built before the script ends.
      at: scene.instantOf(item.key === 'pi1' ? '2026-11-05' : '2026-11-20', 9),
      play: async () => {
        const issueId = issueIds.get(key)!;
        const request = await official(scene, issueId);
        const added = done(
          await addPlanItem(request, {
            issueId,
            kind: item.plan,
            period: item.period,
            sector: item.sector,
            titleKm: item.titleKm,
            titleEn: item.titleEn,
            costRiel: item.cost,
            sources: item.sources.map(({ source, amount }) => ({ source, amountRiel: amount })),
            dueOn: scene.dayOf(item.dueOn),
            idempotencyKey: demoId('plan item', item.key),
          }),
        );
        if (item.state === 'PLANNED') return;
        done(
          await reportPlanProgress(request, {
            planItemId: added.id,
            percentDone: item.percentDone,
            state: item.state,
            note: item.reason?.km ?? null,
            evidenceLink: null,
            idempotencyKey: demoId('plan progress', item.key),
          }),
        );
      },
    },
  ];
}

function moderator(scene: DemoScene, placeCode: string): ApiRequest {
  const byCommune: Readonly<Record<string, string>> = {
    '140907': 'sokha',
    '170704': 'vanna',
    '020808': 'piseth',
    '160702': 'romam',
  };
  const communeCode = placeCode.slice(0, 6);
  return scene.as(
    { role: 'FACILITATOR', placeCode: communeCode, officeId: null },
    byCommune[communeCode] ?? 'sokha',
  );
}

async function currentOffice(scene: DemoScene, issueId: string): Promise<Office> {
  const em = scene.em();
  const assignment = await em.findOneOrFail(Assignment, { issueId, endedAt: null });
  return em.findOneOrFail(Office, { id: assignment.officeId });
}

/** A request of whoever answers for the office that has the issue now. */
async function official(scene: DemoScene, issueId: string): Promise<ApiRequest> {
  const { id } = await currentOffice(scene, issueId);
  return scene.as({ role: 'OFFICIAL', placeCode: null, officeId: id }, 'chan');
}

async function officeAt(scene: DemoScene, kind: OfficeKind, placeCode: string): Promise<string> {
  return (await scene.em().findOneOrFail(Office, { kind, placeCode })).id;
}

function done<Value>(result: Result<Value, readonly Problem[]>): Value {
  if (result.ok) return result.value;
  throw new Error(`The demo's script does not play: ${JSON.stringify(result.problem)}`);
}
