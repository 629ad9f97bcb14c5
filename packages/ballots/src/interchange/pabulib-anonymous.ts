import type { PabulibFile } from './pabulib-file.ts';
import { type ExportRules, prepareForExport, usualExportRules } from './prepare-for-export.ts';

/**
 * Makes a file fit for publishing (see `prepare-for-export.ts`): voters shuffled and numbered anew, ages as bands, age
 * or sex but never both, no description that fits fewer than ten voters. All other columns about voters (education,
 * neighbourhood, way of voting, free text) are left out.
 *
 * @param chance a fair number from 0 up to but not including 1, new on each call.
 */
export function anonymisePabulib(
  file: PabulibFile,
  chance: () => number,
  rules: ExportRules = usualExportRules,
): PabulibFile {
  const column = rules.groupBy === 'sex' ? 'sex' : 'age';
  const columns = [column, 'district'].filter((name) => file.votes.some(({ details }) => name in details));
  const ballots = file.votes.map(({ projects, points, details }) => ({
    ballot: { projects, ...(points === undefined ? {} : { points }) },
    age: yearsOf(details['age']),
    sex: details['sex'] || null,
    district: details['district'] || null,
  }));
  return {
    ...file,
    votes: prepareForExport(ballots, chance, rules).map(({ voter, ballot, group, district }) => {
      const told: Readonly<Record<string, string>> = { [column]: group ?? '', district: district ?? '' };
      return {
        voter: String(voter),
        ...ballot,
        details: Object.fromEntries(columns.map((name) => [name, told[name] ?? ''])),
      };
    }),
  };
}

function yearsOf(age: string | undefined): number | null {
  return age !== undefined && /^\d{1,3}$/.test(age) ? Number(age) : null;
}
