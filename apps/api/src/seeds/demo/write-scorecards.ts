import type { Result } from '@samleng/kernel';
import { criteriaOf, type Problem, type ScoreGroup } from '@samleng/vocabulary';
import {
  assessOwnService,
  countScoreRound,
  keepInfoSheet,
  openScorecard,
  openScoreRound,
  planScorecardAction,
  publishScorecard,
  recordInterface,
} from '../../features/scorecards/index.ts';
import { demoId } from './demo-id.ts';
import type { DemoScene } from './demo-scene.ts';

const placeCode = '140907';
const school = { officeId: demoId('office', `${placeCode}.SCHOOL`) };
const healthCentre = { officeId: demoId('office', `${placeCode}.HEALTH_CENTRE`) };

/** Invented for the demonstration: how many of each group sat there, and the mean they tend to, by criterion. */
const sittings: readonly { group: ScoreGroup; heads: number; leans: number }[] = [
  { group: 'GIRLS', heads: 24, leans: -0.4 },
  { group: 'BOYS', heads: 21, leans: 0 },
  { group: 'WOMEN', heads: 18, leans: 0.2 },
  { group: 'MEN', heads: 14, leans: 0.4 },
  // Too few to be shown.
  { group: 'DISABILITY', heads: 6, leans: -0.6 },
];
const means = {
  2025: [3.2, 1.9, 2.2, 2.8, 3.6, 3.1, 2.7, 2.4],
  2026: [3.4, 2.6, 3.3, 3.2, 3.7, 3.2, 2.8, 2.5],
} as const;

/** Plays a scorecard of the school in two years, with a promise kept after the first, and opens the health centre's. */
export async function writeScorecards(scene: DemoScene): Promise<void> {
  const sokha = scene.as({ role: 'FACILITATOR', placeCode, officeId: null }, 'sokha');
  const sophal = scene.as({ role: 'OFFICIAL', placeCode: null, ...school }, 'sophal');
  done(
    await keepInfoSheet(sophal, {
      ...school,
      year: 2026,
      standards:
        'គ្រូម្នាក់ក្នុងថ្នាក់នីមួយៗ រៀងរាល់ថ្ងៃសិក្សា\nបង្គន់ស្អាត ដាច់ដោយឡែកសម្រាប់ក្មេងស្រី និងក្មេងប្រុស\nទឹកស្អាតសម្រាប់ផឹក និងលាងដៃ',
      performance: 'សិស្ស ២១៤ នាក់ ឡើងថ្នាក់ ១៩៨ នាក់ (តួលេខសាកល្បង)',
      fees: 'ការចុះឈ្មោះ៖ ឥតគិតថ្លៃ\nសៀវភៅ៖ ឥតគិតថ្លៃ',
      hours: 'ច័ន្ទ ដល់ សៅរ៍ ម៉ោង ៧ ដល់ ១១ និងម៉ោង ១ ដល់ ៥',
      plannedRiel: 18_400_000,
      spentRiel: 15_900_000,
      source: 'តួលេខសាកល្បង',
    }),
  );
  for (const year of [2025, 2026] as const) {
    const scorecardId = demoId('scorecard', `school ${year}`);
    const criteria = criteriaOf('school-1');
    done(await openScorecard(sokha, { id: scorecardId, ...school, year }));
    const scores = criteria.map((criterion, at) => ({ criterion, score: at === 1 ? 3 : 4 }));
    done(await assessOwnService(sophal, { scorecardId, scores }));
    for (const { group, heads, leans } of sittings) {
      const roundId = demoId('score round', `school ${year} ${group}`);
      done(await openScoreRound(sokha, { id: roundId, scorecardId, group, way: 'PAPER' }));
      const counts = criteria.map((criterion, at) => ({
        criterion,
        faces: facesAround(means[year][at]! + leans, heads),
      }));
      done(await countScoreRound(sokha, { roundId, heads, counts }));
    }
    done(await publishScorecard(sokha, { scorecardId }));
    if (year === 2025)
      done(
        await recordInterface(sokha, {
          scorecardId,
          heldOn: scene.dayOf('2026-09-04'),
          agreedKm: 'សាលាជួសជុលបង្គន់ និងដាក់សាប៊ូ មុនចប់ឆ្នាំ។',
          agreedEn: 'The school repairs the toilets and puts soap there before the year ends.',
        }),
      );
  }
  await promiseDoors(scene, demoId('scorecard', 'school 2025'));
  done(await openScorecard(sokha, { id: demoId('scorecard', 'health centre'), ...healthCentre, year: 2026 }));
}

/** Where the school already plans something for children, the scorecard leads there too. */
async function promiseDoors(scene: DemoScene, scorecardId: string): Promise<void> {
  const sophal = scene.as({ role: 'OFFICIAL', placeCode: null, ...school }, 'sophal');
  const [held] = await scene.em().execute<{ id: string }[]>(
    `select i.id from issues i join assignments a on a.issue_id = i.id and a.ended_at is null
      where a.office_id = ? and i.state in ('PLANNED', 'IN_PROGRESS') and i.position > 1 order by i.id limit 1`,
    [school.officeId],
  );
  if (held === undefined) return;
  done(
    await planScorecardAction(sophal, {
      scorecardId,
      criterion: 'schoolToilets',
      issueId: held.id,
      sector: 'SOCIAL',
      titleKm: 'ជួសជុលបង្គន់សាលា និងដាក់សាប៊ូ',
      titleEn: 'Repair the school toilets and put soap there',
      costRiel: 2_400_000,
      sources: [{ source: 'COMMUNE_FUND', amountRiel: 2_400_000 }],
      dueOn: null,
      idempotencyKey: demoId('scorecard action', 'toilets'),
    }),
  );
}

/** Faces whose mean lies near: most give one of the two faces around it, a few one further off. */
function facesAround(mean: number, heads: number): number[] {
  const wanted = Math.min(4.9, Math.max(1.1, mean));
  const lower = Math.min(4, Math.floor(wanted));
  const upper = Math.round((wanted - lower) * heads);
  const faces = [0, 0, 0, 0, 0];
  faces[lower - 1] = heads - upper;
  faces[lower] = upper;
  const isWide = lower > 1 && heads - upper >= 2;
  if (isWide) {
    // As many below as above keep the mean.
    faces[lower - 2]! += 1;
    faces[lower]! += 1;
    faces[lower - 1]! -= 2;
  }
  return faces;
}

function done<Value>(result: Result<Value, readonly Problem[]>): void {
  if (!result.ok) throw new Error(`The demo's scorecards do not play: ${JSON.stringify(result.problem)}`);
}
