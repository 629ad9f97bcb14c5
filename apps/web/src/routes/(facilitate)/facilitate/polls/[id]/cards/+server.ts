import { error } from '@sveltejs/kit';
import { textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { CardSheetToPrint } from '#lib/server/operations/poll-work.ts';
import type { RequestHandler } from './$types';

/**
 * The sheet of cards as a PDF in Khmer. The codes come with the form of the page that shows them this one time: they
 * are kept nowhere and stand in no address.
 */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  const codes = textOf(form, 'codes', 20_000)
    .split(' ')
    .filter((code) => code !== '');
  const { cardSheet } = await ask(event, CardSheetToPrint, { batchId: textOf(form, 'batchId', 40), codes });
  if (!cardSheet.sheet) error(404, 'refused');
  const { fileName, mediaType, base64 } = cardSheet.sheet;
  return new Response(Buffer.from(base64, 'base64'), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
    },
  });
};
