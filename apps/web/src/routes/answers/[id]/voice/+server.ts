import { error } from '@sveltejs/kit';
import { recordingIdOf } from '#lib/forms/recording.ts';
import { fetchRecording } from '#lib/server/recordings.ts';
import type { RequestHandler } from './$types';

/** An office's answer as its official spoke it, for everybody. */
export const GET: RequestHandler = (event) => {
  if (!recordingIdOf(event.params.id)) error(404, 'refused');
  return fetchRecording(event, `/answers/${event.params.id}/voice`);
};
