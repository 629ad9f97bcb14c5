import { arrayOf, readRows } from '../../read-rows.ts';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { officesOf } from '../accounts/index.ts';
import { officesById } from '../offices/index.ts';
import { BudgetLine, BudgetYear } from './budget.entity.ts';
import { mayImportBudget } from './budget.policy.ts';

const yearsMost = 10;

const linesByCommune: Batch<string, readonly BudgetLine[]> = async ({ em }, communeCodes) => {
  const lines = await readRows(
    em,
    BudgetLine,
    'where it.commune_code = any(?::text[]) order by it.year desc, it.position',
    [arrayOf(communeCodes)],
  );
  return Map.groupBy(lines, ({ communeCode }) => communeCode);
};

/** Whether the viewer may read the budget of a commune in. */
export async function mayImport(request: ApiRequest, communeCode: string): Promise<boolean> {
  const offices = await Promise.all(officesOf(request.viewer).map((id) => load(request, officesById, id)));
  return mayImportBudget(
    request.viewer,
    offices.flatMap((office) => (office?.isActive ? office : [])),
    communeCode,
  );
}

/** The years of a commune's budget, the newest first, ten at most. */
export async function budgetYearsOf({ em }: ApiRequest, communeCode: string): Promise<BudgetYear[]> {
  return readRows(em, BudgetYear, `where it.commune_code = ? order by it.year desc limit ${yearsMost}`, [
    communeCode,
  ]);
}

/** The lines of a year, in the order of its document. */
export async function linesOf(
  request: ApiRequest,
  { communeCode, year }: Pick<BudgetYear, 'communeCode' | 'year'>,
): Promise<readonly BudgetLine[]> {
  const lines = (await load(request, linesByCommune, communeCode)) ?? [];
  return lines.filter((line) => line.year === year);
}
