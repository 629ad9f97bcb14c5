import { error } from '@sveltejs/kit';
import { recordingIdOf } from '#lib/forms/recording.ts';
import { fetchRecording } from '#lib/server/recordings.ts';
import type { RequestHandler } from './$types';

/** What a child said, for who moderates its place. */
export const GET: RequestHandler = (event) => {
  if (!recordingIdOf(event.params.id)) error(404, 'refused');
  return fetchRecording(event, `/concerns/${event.params.id}/voice`);
};
