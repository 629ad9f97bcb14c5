import { error } from '@sveltejs/kit';
import { type FileFormat, fileFormats } from '#lib/ballots/files.ts';
import { ask } from '#lib/server/api.ts';
import { FileOfPoll } from '#lib/server/operations/polls.ts';
import type { RequestHandler } from './$types';

const voices = { verified: 'VERIFIED', open_support: 'OPEN_SUPPORT' } as const;

/** The ballots of a closed poll, for anybody who would count them again; `?format=` names another program's file. */
export const GET: RequestHandler = async (event) => {
  const voice = voices[event.params.name as keyof typeof voices];
  if (!voice || !/^[0-9a-f-]{36}$/.test(event.params.id)) error(404, 'refused');
  const wanted = event.url.searchParams.get('format');
  const format = wanted === null ? 'RECOUNT' : fileFormats[wanted as FileFormat]?.asked;
  if (!format) error(404, 'refused');
  const { pollFile } = await ask(event, FileOfPoll, { pollId: event.params.id, format, voice });
  if (!pollFile.file) error(404, 'refused');
  const name = pollFile.file.fileName.replace(/[^\w.-]/g, '_');
  return new Response(pollFile.file.text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
