import { isId } from '@samleng/kernel';
import { addDays, dayInCambodia, isIsoDay } from '@samleng/routing';
import type { ReportFormat } from '@samleng/vocabulary';
import { checkCursor, type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import { readRows } from '../../read-rows.ts';
import type { ApiRequest, Language } from '../../request.ts';
import { type FrozenFigures, freezeFigures } from './freeze-figures.ts';
import { documentOf } from './report-document.ts';
import { RightsReport } from './report.entity.ts';
import { csvOf, typesetReport, workbookOf } from './write-report.ts';

const longestDays = 6 * 366;
/** Typesetting takes a part of a second. */
const filesByAddress = { points: 60, seconds: 600 };

/** The figures of a place as they stand; without days: of the last year. Null for no place or no period. */
export async function rightsOf(
  request: ApiRequest,
  placeCode: string,
  days: { readonly from?: string | null; readonly to?: string | null },
): Promise<FrozenFigures | null> {
  if (!/^(\d\d){0,3}$/.test(placeCode)) return null;
  const to = days.to ?? dayInCambodia(request.clock.now());
  const from = days.from ?? addDays(to, -365);
  if (!isIsoDay(from) || !isIsoDay(to) || to < from || addDays(from, longestDays) < to) return null;
  return freezeFigures(request, 'DONOR', placeCode, { from, to });
}

/** The report with this id. */
export async function reportById({ em }: ApiRequest, id: string): Promise<RightsReport | null> {
  if (!isId(id)) return null;
  const [report] = await readRows(em, RightsReport, 'where it.id = ?::uuid', [id]);
  return report ?? null;
}

/** Reports of a place and below, in the order of their ids, last first. */
export async function listReports(
  { em }: ApiRequest,
  placeCode: string,
  args: { first?: number | null; after?: string | null },
): Promise<Page<RightsReport>> {
  const first = pageSize(args);
  if (!/^(\d\d){0,3}$/.test(placeCode)) return pageOf<RightsReport>([], first, () => []);
  const after = readCursor<[string, string]>(args.after, ['string', 'string']);
  if (after !== null) checkCursor(after, ['any', 'id']);
  const reports = await readRows(
    em,
    RightsReport,
    `where it.place_code like ? ${after && isIsoDay(after[0]) ? 'and (it.made_on, it.id) < (?::date, ?::uuid)' : ''}
      order by it.made_on desc, it.id desc limit ?`,
    [`${placeCode}%`, ...(after && isIsoDay(after[0]) ? after : []), first + 1],
  );
  return pageOf(reports, first, ({ madeOn, id }) => [madeOn, id]);
}

export type ReportFile = { readonly fileName: string; readonly mediaType: string; readonly base64: string };

const files = {
  PDF: { ending: 'pdf', mediaType: 'application/pdf', write: typesetReport },
  XLSX: {
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: workbookOf,
  },
  CSV: { ending: 'csv', mediaType: 'text/csv; charset=utf-8', write: csvOf },
} as const;

/** A report as a file in a language: only what was frozen is written, never what stands now. */
export async function reportFile(
  request: ApiRequest,
  { id, format, language }: { id: string; format: ReportFormat; language: Language },
): Promise<ReportFile | null> {
  const tries = await request.rates.take('report-files', request.clientAddress, filesByAddress);
  const report = tries.allowed ? await reportById(request, id) : null;
  if (report === null) return null;
  const { ending, mediaType, write } = files[format];
  const bytes = write(documentOf(report.figures, report, language));
  return {
    fileName: `samleng-${report.kind.toLowerCase().replaceAll('_', '-')}-${report.toDay}-${language}.${ending}`,
    mediaType,
    base64: bytes.toString('base64'),
  };
}
