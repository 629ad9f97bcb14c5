import type { Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { importBudget } from '../../features/budgets/index.ts';
import { demoId } from './demo-id.ts';
import type { DemoScene } from './demo-scene.ts';

/** Invented, in riel: code, Khmer, English, sector, for whom, planned and, where the year is over, spent. */
const lines = [
  ['A1', 'រដ្ឋបាល', 'Administration', 'ADMINISTRATION_SECURITY', 'OTHER', 152_000_000, 160_000_000],
  ['I1', 'ផ្លូវ និងស្ពាន', 'Roads and bridges', 'ECONOMIC', 'OTHER', 120_000_000, 118_000_000],
  ['S1', 'សេវាសង្គម', 'Social services', 'SOCIAL', 'SOCIAL_SERVICES', 8_000_000, 5_200_000],
  ['C1', 'បង្គន់សាលា', 'School toilets', 'SOCIAL', 'CHILDREN', 0, 6_000_000],
  ['C2', 'មត្តេយ្យសហគមន៍', 'Community preschool', 'SOCIAL', 'CHILDREN', 4_000_000, 8_400_000],
  ['G1', 'យេនឌ័រ', 'Gender', 'GENDER', 'SOCIAL_SERVICES', 3_000_000, 6_000_000],
  ['R1', 'ទុនបម្រុង', 'Reserve', 'ADMINISTRATION_SECURITY', 'OTHER', 13_000_000, 16_400_000],
] as const;

/** Two years of money of Lvea commune: below the benchmark in the first, above it in the second. */
export async function writeBudgets(scene: DemoScene): Promise<void> {
  const administrator = scene.as({ role: 'ADMINISTRATOR', placeCode: null, officeId: null }, 'rotha');
  for (const [at, year] of [2025, 2026].entries()) {
    const rows = lines.map(([code, km, en, sector, tag, ...planned]) =>
      [code, km, en, sector, tag, planned[at], at === 0 ? Math.round(planned[0] * 0.9) : ''].join(','),
    );
    const file = ['code,titleKm,titleEn,sector,tag,plannedRiel,spentRiel', ...rows].join('\n');
    done(
      await importBudget(administrator, {
        communeCode: '140907',
        year,
        source: `ឧទាហរណ៍ · Demo: invented figures, ${year}`,
        children: 3_200,
        file: Buffer.from(file).toString('base64'),
        importId: demoId('budget', String(year)),
        isPreview: false,
      }),
    );
  }
}

function done(result: Result<{ readonly added: number }, readonly Problem[]>): void {
  if (!result.ok || result.value.added !== lines.length)
    throw new Error(`The demo's budgets do not play: ${JSON.stringify(result)}`);
}
