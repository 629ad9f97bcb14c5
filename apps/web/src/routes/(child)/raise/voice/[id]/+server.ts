import { error } from '@sveltejs/kit';
import { recordingIdOf } from '#lib/forms/recording.ts';
import { fetchRecording } from '#lib/server/recordings.ts';
import type { RequestHandler } from './$types';

/** A recording that was not sent with anything yet, for the phone that made it. */
export const GET: RequestHandler = (event) => {
  if (!recordingIdOf(event.params.id)) error(404, 'refused');
  return fetchRecording(event, `/attachments/${event.params.id}`);
};
