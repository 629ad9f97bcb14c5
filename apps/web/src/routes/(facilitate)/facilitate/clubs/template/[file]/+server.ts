import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

const templates: Readonly<Record<string, string>> = {
  'members.csv': 'alias,age,sex,disability,assent,guardian consent,leader\r\n',
  'sessions.csv': 'kind,date,sex,age,disability,count\r\n',
};

/** An empty list to fill in, with the headings the service reads. */
export const GET: RequestHandler = ({ params }) => {
  const text = templates[params.file];
  if (text === undefined) error(404, 'refused');
  return new Response(`\uFEFF${text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${params.file}"`,
    },
  });
};
