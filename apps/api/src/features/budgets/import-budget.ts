import { LockMode } from '@mikro-orm/core';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { appendAudit } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { type ImportLine, lineReader, type ReadLine, readList } from '../networks/index.ts';
import { Place } from '../places/index.ts';
import { BudgetLine, BudgetYear } from './budget.entity.ts';
import { figuresOf } from './budget-figures.ts';
import { mayImport } from './budget.queries.ts';
import { budgetColumns, readCode, readRiel, readSector, readTag } from './budget-words.ts';

export type BudgetWish = {
  readonly communeCode: string;
  readonly year: number;
  readonly source: string;
  readonly children?: number | null;
  /** The file in base64. */
  readonly file: string;
  readonly importId: string;
  /** Only look: nothing is written. */
  readonly isPreview: boolean;
};
type Imported = { readonly lines: readonly ImportLine[]; readonly added: number };
type Column = keyof typeof budgetColumns;
type CheckedLine = Omit<BudgetLine, 'communeCode' | 'year' | 'position'>;

const childrenMost = 100_000;

/**
 * An official of the council, or an administrator, reads the budget of a year in. First as a preview that shows what is
 * wrong with each line; then all lines together or none. The year read in again is replaced, so that what was spent can
 * follow; the same import is done once.
 */
export async function importBudget(
  request: ApiRequest,
  input: BudgetWish,
): Promise<Result<Imported, readonly Problem[]>> {
  const facts = checkFacts(input, dayInCambodia(request.clock.now()));
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    const { communeCode, year, importId } = input;
    // Two imports of a commune wait for each other.
    const place = /^\d{6}$/.test(communeCode)
      ? await em.findOne(Place, { code: communeCode }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
    if (!place || !(await mayImport(inside, communeCode)))
      return refused([problem('NOT_FOUND', 'communeCode')]);
    if (!facts.ok) return facts;
    const before = await em.findOne(BudgetYear, { communeCode, year });
    if (before?.importId === importId)
      return ok({ lines: [], added: await em.count(BudgetLine, { communeCode, year }) });
    const read = readList<Column>(input.file, budgetColumns, ['code', 'plannedRiel', 'tag']);
    if (!read.ok) return read;
    const { lines, checked } = checkLines(read.value);
    if (input.isPreview || checked.length < lines.length) return ok({ lines, added: 0 });
    await keepYear(inside, { ...input, source: facts.value }, checked);
    return ok({ lines, added: checked.length });
  });
}

function checkFacts(
  { year, source, children, importId }: BudgetWish,
  today: string,
): Result<string, readonly Problem[]> {
  const words = admitTexts({ source }, { source: { max: 200, oneLine: true } });
  const problems = words.ok ? [] : [...words.problem];
  if (!isId(importId)) problems.push(problem('REQUIRED', 'importId'));
  const isYear = Number.isInteger(year) && year >= 2000 && year <= Number(today.slice(0, 4)) + 3;
  if (!isYear) problems.push(problem('OUT_OF_RANGE', 'year'));
  const heads = children ?? 1;
  if (!Number.isInteger(heads) || heads < 1 || heads > childrenMost)
    problems.push(problem('OUT_OF_RANGE', 'children'));
  return words.ok && problems.length === 0 ? ok(words.value.source!) : refused(problems);
}

function checkLines(read: readonly ReadLine<Column>[]): { lines: ImportLine[]; checked: CheckedLine[] } {
  const codes = new Set<string>();
  const checked: CheckedLine[] = [];
  const lines = read.map((line) => {
    const result = checkLine(line);
    const problems = result.ok ? [] : [...result.problem];
    if (result.ok) {
      if (codes.has(result.value.code)) problems.push(problem('ALREADY_THERE', 'code'));
      else checked.push(result.value);
      codes.add(result.value.code);
    }
    return { number: line.number, cells: line.cells, problems };
  });
  return { lines, checked };
}

function checkLine(line: ReadLine<Column>): Result<CheckedLine, readonly Problem[]> {
  const { read, problems } = lineReader(line);
  const code = read('code', readCode, 'NOT_IN_LIST', true);
  const sector = read('sector', readSector, 'NOT_IN_LIST') ?? 'SOCIAL';
  const tag = read('tag', readTag, 'NOT_IN_LIST', true);
  const plannedRiel = read('plannedRiel', readRiel, 'NOT_A_NUMBER', true);
  const spentRiel = read('spentRiel', readRiel, 'NOT_A_NUMBER');
  const titles = admitTexts(
    { titleKm: line.text('titleKm'), titleEn: line.text('titleEn') },
    {
      titleKm: { max: 200, oneLine: true, optional: true },
      titleEn: { max: 200, oneLine: true, optional: true },
    },
  );
  if (!titles.ok) return refused([...problems, ...titles.problem]);
  if (titles.value.titleKm === null && titles.value.titleEn === null)
    problems.push(problem('REQUIRED', 'titleKm'));
  if (code === null || tag === null || plannedRiel === null || problems.length > 0) return refused(problems);
  return ok({ code, sector, tag, plannedRiel, spentRiel, ...titles.value } as CheckedLine);
}

async function keepYear(
  inside: ApiRequest,
  { communeCode, year, source, children, importId }: BudgetWish,
  lines: readonly CheckedLine[],
): Promise<void> {
  const { em, clock, viewer } = inside;
  await em.nativeDelete(BudgetLine, { communeCode, year });
  await em.upsert(BudgetYear, {
    communeCode,
    year,
    source,
    children: children ?? null,
    importId,
    importedAt: clock.now(),
    importedBy: viewer.accountId!,
  });
  await em.insertMany(
    BudgetLine,
    lines.map((line, position) => ({ ...line, communeCode, year, position })),
  );
  const { plannedRiel, socialRiel, childrenRiel } = figuresOf(lines, null);
  await appendAudit(em, {
    occurredAt: clock.now(),
    actorId: viewer.accountId,
    deed: 'importBudget',
    subjectType: 'budgetYear',
    subjectId: `${communeCode} ${year}`,
    detail: { lines: lines.length, plannedRiel, socialRiel, childrenRiel },
  });
}
