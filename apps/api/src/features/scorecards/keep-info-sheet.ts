import { isId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { newestCriteria, type Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { fieldsWithIdentifiers, isRiel } from '../assignments/index.ts';
import { Office } from '../offices/index.ts';
import { auditScorecard } from './record-deed.ts';
import { InfoSheet } from './scorecard.entity.ts';
import { mayActForService } from './scorecard.policy.ts';

export type InfoSheetWords = {
  readonly officeId: string;
  readonly year: number;
  readonly standards: string;
  readonly performance?: string | null;
  readonly fees?: string | null;
  readonly hours?: string | null;
  readonly plannedRiel?: number | null;
  readonly spentRiel?: number | null;
  readonly source?: string | null;
};

/** The service's staff write what it owes the people in a year, or change it. One sheet a service and year. */
export async function keepInfoSheet(
  request: ApiRequest,
  input: InfoSheetWords,
): Promise<Result<InfoSheet, readonly Problem[]>> {
  const { officeId, year } = input;
  const office = isId(officeId) ? await request.em.findOne(Office, { id: officeId, isActive: true }) : null;
  if (office === null || !mayActForService(request.viewer, { officeId }))
    return refused([problem('NOT_FOUND', 'officeId')]);
  if (newestCriteria(office.kind) === null) return refused([problem('NOT_IN_LIST', 'officeId')]);
  const { standards, performance, fees, hours, source } = input;
  const words = admitTexts(
    { standards, performance, fees, hours, source },
    {
      standards: { max: 2_000 },
      performance: { max: 2_000, optional: true },
      fees: { max: 2_000, optional: true },
      hours: { max: 400, optional: true },
      source: { max: 200, oneLine: true, optional: true },
    },
  );
  const problems: Problem[] = words.ok
    ? fieldsWithIdentifiers(words.value).map((field) => problem('IDENTIFIERS_LEFT', field))
    : [...words.problem];
  const thisYear = Number(dayInCambodia(request.clock.now()).slice(0, 4));
  if (!Number.isInteger(year) || Math.abs(year - thisYear) > 5)
    problems.push(problem('OUT_OF_RANGE', 'year'));
  const money = { plannedRiel: input.plannedRiel ?? null, spentRiel: input.spentRiel ?? null };
  for (const [field, riel] of Object.entries(money))
    if (riel !== null && !isRiel(riel)) problems.push(problem('OUT_OF_RANGE', field));
  if (!words.ok || problems.length > 0) return refused(problems);
  const changedOn = dayInCambodia(request.clock.now());
  const written = { ...words.value, ...money, changedOn };
  return inTransaction(request, async (inside) => {
    const standing = await inside.em.findOne(InfoSheet, { officeId, year });
    const sheet = standing
      ? Object.assign(standing, written)
      : inside.em.create(InfoSheet, { officeId, year, ...written });
    await inside.em.flush();
    await auditScorecard(inside, 'keepInfoSheet', { id: sheet.id, type: 'infoSheet' }, { officeId, year });
    return ok(sheet);
  });
}
