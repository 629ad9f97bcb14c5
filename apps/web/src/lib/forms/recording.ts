/** The largest recording, in bytes; the service holds to the same. */
export const mostRecordingBytes = 1024 * 1024;

/** Bytes of a part in which a recording is sent; only the last one may be shorter. */
export const partSize = 32 * 1024;

/** The recording of a form, if one was made or chosen. */
export function recordingOf(form: FormData): File | null {
  const file = form.get('sound');
  return file instanceof File && file.size > 0 ? file : null;
}

/** The id a recording goes under, as a form carries it; null for anything else. */
export function recordingIdOf(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
    ? value
    : null;
}
