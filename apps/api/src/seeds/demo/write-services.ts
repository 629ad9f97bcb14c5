import type { Result } from '@samleng/kernel';
import { demoWorld, type IsoDay } from '@samleng/personas';
import type { Need, Problem, ServiceKind } from '@samleng/vocabulary';
import { countNeeds, Emergency, saveServicePoint } from '../../features/services/index.ts';
import { demoId } from './demo-id.ts';
import type { DemoScene } from './demo-scene.ts';

type Point = {
  readonly kind: ServiceKind;
  readonly km: string;
  readonly en: string;
  readonly hours: string;
  /** Which part of the place's code: 4 the district, 6 the commune, 8 its first village. */
  readonly level: 4 | 6 | 8;
  readonly checkedOn: IsoDay;
  readonly at?: readonly [north: number, east: number];
};

/** Invented for the demonstration, but for their kinds; none has a number, so that nobody is called by a demo. */
const points: readonly Point[] = [
  {
    kind: 'HEALTH_CENTRE',
    km: 'មណ្ឌលសុខភាព (សាកល្បង)',
    en: 'Health centre (demo)',
    hours: '7–11, 14–17',
    level: 6,
    checkedOn: '2026-11-03',
    at: [0.012, 0.018],
  },
  {
    kind: 'SCHOOL',
    km: 'សាលាបឋមសិក្សា (សាកល្បង)',
    en: 'Primary school (demo)',
    hours: '7–11, 13–17',
    level: 8,
    checkedOn: '2026-11-03',
    at: [-0.006, 0.004],
  },
  {
    kind: 'POLICE',
    km: 'ប៉ុស្តិ៍នគរបាលរដ្ឋបាល (សាកល្បង)',
    en: 'Police post (demo)',
    hours: '24/7',
    level: 6,
    checkedOn: '2025-09-12',
    at: [0.004, -0.016],
  },
  {
    kind: 'WOMEN_AND_CHILDREN_DESK',
    km: 'ការិយាល័យកិច្ចការនារី និងកុមារ (សាកល្បង)',
    en: 'Desk for women and children (demo)',
    hours: '7:30–11:30, 14–17',
    level: 4,
    checkedOn: '2026-10-20',
  },
  {
    kind: 'SOCIAL_AFFAIRS',
    km: 'ការិយាល័យសង្គមកិច្ចស្រុក (សាកល្បង)',
    en: 'Social affairs office (demo)',
    hours: '7:30–11:30, 14–17',
    level: 4,
    checkedOn: '2026-10-20',
  },
];

/** Where a commune's invented points lie around, in degrees. */
const middles: Readonly<Record<string, readonly [number, number]>> = {
  '140907': [11.1, 105.3],
  '170704': [13.45, 103.7],
};

const counted: Readonly<Record<string, readonly (readonly [Need, number])[]>> = {
  '14090701': [
    ['NO_TOILET', 34],
    ['NO_CLEAN_WATER', 52],
    ['CHILD_NOT_AT_SCHOOL', 4],
  ],
  '14090702': [
    ['NO_TOILET', 21],
    ['NO_CLEAN_WATER', 17],
    ['CHILD_NOT_AT_SCHOOL', 13],
  ],
  '14090706': [
    ['NO_TOILET', 58],
    ['NO_CLEAN_WATER', 40],
    ['CHILD_NOT_AT_SCHOOL', 26],
  ],
};

/** Writes service points of the demo's communes, needs of three villages, and a flood that is over. */
export async function writeServices(scene: DemoScene): Promise<void> {
  const rotha = scene.as({ role: 'ADMINISTRATOR', placeCode: null, officeId: null }, 'rotha');
  for (const { code } of demoWorld.places.filter((place) => place.type === 'COMMUNE'))
    for (const { kind, km, en, hours, level, checkedOn, at } of points) {
      const middle = middles[code];
      done(
        await saveServicePoint(rotha, {
          id: demoId('service point', `${code} ${kind}`),
          kind,
          nameKm: km,
          nameEn: en,
          placeCode: level === 8 ? `${code}01` : code.slice(0, level),
          hours,
          isFree: true,
          latitude: at && middle ? middle[0] + at[0] : null,
          longitude: at && middle ? middle[1] + at[1] : null,
          checkedOn: scene.dayOf(checkedOn),
          checkedBy: level === 4 ? 'ការិយាល័យស្រុក (សាកល្បង)' : 'ការិយាល័យឃុំ (សាកល្បង)',
        }),
      );
    }
  for (const [villageCode, needs] of Object.entries(counted))
    done(
      await countNeeds(rotha, {
        villageCode,
        countedOn: scene.dayOf('2026-10-15'),
        counts: needs.map(([need, families]) => ({ need, families })),
      }),
    );
  const em = scene.em();
  em.create(Emergency, {
    id: demoId('emergency', 'flood'),
    kind: 'FLOOD',
    placeCode: '1409',
    messageKm: 'ទឹកជំនន់ (សាកល្បង)។ សូមទៅវត្ត ឬសាលាដែលនៅទីខ្ពស់។',
    messageEn: 'Flood (demo). Go to the pagoda or a school on high ground.',
    startsAt: scene.instantOf('2026-10-02', 6),
    endsAt: scene.instantOf('2026-10-09', 18),
    endedAt: null,
    declaredBy: demoId('account', 'rotha'),
  });
  await em.flush();
}

function done<Value>(result: Result<Value, readonly Problem[]>): void {
  if (!result.ok) throw new Error(`The demo's services do not play: ${JSON.stringify(result.problem)}`);
}
