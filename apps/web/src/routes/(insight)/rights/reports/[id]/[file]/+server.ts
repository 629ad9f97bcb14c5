import { error } from '@sveltejs/kit';
import { reportFormats } from '@samleng/vocabulary';
import { isLanguage } from '#lib/language.ts';
import { ask } from '#lib/server/api.ts';
import { ReportFileOf } from '#lib/server/operations/rights.ts';
import type { RequestHandler } from './$types';

/** A frozen report as a file: km.pdf, en.xlsx, km.csv. */
export const GET: RequestHandler = async (event) => {
  const [language, ending] = event.params.file.split('.');
  const format = reportFormats.find((one) => one.toLowerCase() === ending);
  if (!format || !isLanguage(language)) error(404, 'refused');
  const { rightsReportFile } = await ask(event, ReportFileOf, { id: event.params.id, format, language });
  if (!rightsReportFile) error(404, 'refused');
  const { fileName, mediaType, base64 } = rightsReportFile;
  return new Response(Buffer.from(base64, 'base64'), {
    headers: { 'content-type': mediaType, 'content-disposition': `attachment; filename="${fileName}"` },
  });
};
