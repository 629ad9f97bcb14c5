import sharp from 'sharp';

/** A picture as it is kept and shown. */
export type CleanPicture = { readonly mediaType: 'image/webp' | 'image/jpeg'; readonly bytes: Uint8Array };

/** More points than the largest phone camera has: a small file that unfolds into more is meant to do harm. */
const mostPoints = 60_000_000;

const forms = {
  /** Small enough for a slow network, and clear on a phone. */
  OPTION: { side: 960, mediaType: 'image/webp' },
  /** Figures written by hand stay readable. */
  SHEET: { side: 2_200, mediaType: 'image/jpeg' },
} as const;

/**
 * Draws a picture anew, upright and at most so large: what a camera wrote beside it (place, time, owner) is gone. It is
 * recognised by its content, JPEG, PNG or WebP. Null for anything else, and for what cannot be drawn.
 */
export async function cleanPicture(
  bytes: Uint8Array,
  purpose: keyof typeof forms,
): Promise<CleanPicture | null> {
  if (!isPicture(bytes)) return null;
  const { side, mediaType } = forms[purpose];
  try {
    const drawn = sharp(bytes, { limitInputPixels: mostPoints, failOn: 'error' })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    const written =
      mediaType === 'image/webp' ? drawn.webp({ quality: 78 }) : drawn.flatten({ background: '#fff' }).jpeg();
    return { mediaType, bytes: await written.toBuffer() };
  } catch {
    // The library says why in words of its own; to the sender it is a picture that cannot be read.
    return null;
  }
}

/** The library also draws formats that can point at other files; these three cannot. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  const isWebp = head.startsWith('RIFF') && head.slice(8) === 'WEBP';
  return head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n') || isWebp;
}
