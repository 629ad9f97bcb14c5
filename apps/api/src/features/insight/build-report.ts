import { isId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia, isIsoDay } from '@samleng/routing';
import { appendAudit } from '@samleng/server';
import { type Problem, type ReportKind, reportKinds } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { placesByCode } from '../places/index.ts';
import { freezeFigures, sealOf } from './freeze-figures.ts';
import { mayBuildReport } from './insight.policy.ts';
import { RightsReport } from './report.entity.ts';

export type ReportWish = {
  readonly id: string;
  readonly kind: ReportKind;
  readonly placeCode: string;
  readonly from: string;
  readonly to: string;
};

/**
 * An analyst, or for a commune its facilitator, freezes the figures of a place and period into a report. It shows to
 * everybody from then on and is never changed; its hash stands in the audit. The same id is the same report.
 */
export async function buildReport(
  request: ApiRequest,
  { id, kind, placeCode, from, to }: ReportWish,
): Promise<Result<RightsReport, readonly Problem[]>> {
  if (!isId(id)) return refused([problem('REQUIRED', 'id')]);
  if (!/^(\d\d){0,3}$/.test(placeCode) || !mayBuildReport(request.viewer, placeCode))
    return refused([problem('NOT_FOUND', 'placeCode')]);
  if (placeCode !== '' && (await load(request, placesByCode, placeCode)) === undefined)
    return refused([problem('PLACE_NOT_FOUND', 'placeCode')]);
  const madeOn = dayInCambodia(request.clock.now());
  if (!isIsoDay(from) || !isIsoDay(to) || to < from || to > madeOn || from < '2015-01-01')
    return refused([problem('OUT_OF_RANGE', 'to')]);
  if (monthsAfter(from, reportKinds[kind].months) < to) return refused([problem('OUT_OF_RANGE', 'from')]);
  const figures = await freezeFigures(request, kind, placeCode, { from, to });
  const hash = sealOf(figures);
  return inTransaction(request, async (inside) => {
    const same = await inside.em.findOne(RightsReport, { id });
    if (same !== null)
      return same.kind === kind && same.placeCode === placeCode && same.fromDay === from && same.toDay === to
        ? ok(same)
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'id')]);
    const report = inside.em.create(RightsReport, {
      id,
      kind,
      placeCode,
      fromDay: from,
      toDay: to,
      figures,
      hash,
      madeOn,
      madeBy: inside.viewer.accountId!,
    });
    await inside.em.flush();
    await appendAudit(inside.em, {
      occurredAt: inside.clock.now(),
      actorId: inside.viewer.accountId,
      deed: 'buildReport',
      subjectType: 'rightsReport',
      subjectId: id,
      detail: { kind, placeCode, from, to, hash },
    });
    return ok(report);
  });
}

/** The day so many months on, as text; days past a month's end compare as they should. */
function monthsAfter(day: string, months: number): string {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}${day.slice(7)}`;
}
