import { error } from '@sveltejs/kit';
import { ask } from '#lib/server/api.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { FormFileOfTopic } from '#lib/server/operations/research.ts';
import type { RequestHandler } from './$types';

/** The form of a topic as a workbook for programs of XLSForm. */
export const GET: RequestHandler = async (event) => {
  mayOnly(event, 'moderate');
  const { researchTopic } = await ask(event, FormFileOfTopic, { id: event.params.id });
  if (!researchTopic?.formFile) error(404, 'refused');
  return new Response(Buffer.from(researchTopic.formFile, 'base64'), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="form-${researchTopic.id.slice(0, 8)}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
};
