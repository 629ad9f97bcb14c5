import type { Result } from '@samleng/kernel';
import { demoWorld } from '@samleng/personas';
import type { Problem } from '@samleng/vocabulary';
import { planMeeting, recordMeeting } from '../../features/meetings/index.ts';
import { demoId } from './demo-id.ts';
import type { DemoScene } from './demo-scene.ts';

const children = { sex: 'FEMALE', ageBand: 'AGE_10_13', disability: 'NO', role: 'CHILD' } as const;

/** Plans the demo's meetings through the deeds people use, and records those whose day has passed. */
export async function writeMeetings(scene: DemoScene, issueIds: ReadonlyMap<string, string>): Promise<void> {
  const now = scene.clock.now();
  const firstIssues = demoWorld.issues
    .filter(({ communeCode }) => communeCode === '140907')
    .slice(0, 2)
    .flatMap(({ key }) => issueIds.get(key) ?? []);
  for (const meeting of demoWorld.meetings) {
    const { key, kind, placeCode, minutes, invited } = meeting;
    const facts = {
      id: demoId('meeting', key),
      kind,
      placeCode,
      startsAt: scene.instantOf(meeting.heldOn, 8),
      minutes,
      venue: 'សាលាឃុំ',
      invitedGirls: invited.girls,
      invitedBoys: invited.boys,
      invitedFacilitators: invited.facilitators,
    };
    const items = [
      ...meeting.agenda.map((one, at) => ({
        id: demoId('agenda item', `${key} ${at}`),
        kind: 'OTHER' as const,
        titleEn: one.item,
        minutes: one.minutes,
        isWithoutChildren: one.item.includes('children leave'),
      })),
      ...firstIssues.map((issueId, at) => ({
        id: demoId('agenda item', `${key} issue ${at}`),
        kind: 'ISSUE' as const,
        issueId,
        minutes: 10,
      })),
    ];
    const sokha = scene.as({ role: 'FACILITATOR', placeCode, officeId: null }, 'sokha');
    if (facts.startsAt > now) {
      done(await planMeeting(sokha, { ...facts, items }));
      continue;
    }
    scene.clock.moveTo(new Date(facts.startsAt.getTime() + 4 * 3_600_000));
    done(
      await recordMeeting(sokha, {
        ...facts,
        recordId: demoId('meeting record', key),
        items: items.map((item) => {
          if (item.kind === 'OTHER') return { ...item, outcome: 'DECIDED' as const };
          const isFirst = item.issueId === firstIssues[0];
          return {
            ...item,
            outcome: isFirst ? ('DECIDED' as const) : ('CARRIED_OVER' as const),
            decisionKm: isFirst ? 'ឃុំដាក់បញ្ហានេះក្នុងកម្មវិធីវិនិយោគឆ្នាំក្រោយ។' : null,
            decisionEn: isFirst ? 'The commune puts it into next year’s investment programme.' : null,
            spoke: [{ role: 'CHILD' as const, sex: 'FEMALE' as const, count: 2 }],
          };
        }),
        attendance: [
          { ...children, count: 4 },
          { ...children, sex: 'MALE', count: 4 },
          { sex: 'MALE', ageBand: 'ADULT', disability: 'UNSAID', role: 'OFFICIAL', count: 9 },
          { sex: 'FEMALE', ageBand: 'ADULT', disability: 'UNSAID', role: 'PARENT', count: 14 },
        ],
        faces: { HAPPY: 5, SO_SO: 2, SAD: 1 },
        notes: null,
      }),
    );
    scene.clock.moveTo(now);
  }
}

function done<Value>(result: Result<Value, readonly Problem[]>): void {
  if (!result.ok) throw new Error(`The demo's meetings do not play: ${JSON.stringify(result.problem)}`);
}
