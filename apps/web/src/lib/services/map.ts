/** A service point as the map shows it: its number in the list and where it lies on the sheet. */
export interface MapDot {
  readonly number: number;
  readonly x: number;
  readonly y: number;
}

/** The sheet is so many units wide and high, with a rim in which no dot lies. */
export const mapSheet = { width: 320, height: 240, rim: 24 } as const;

/**
 * Lays points out on a sheet, north up, as far apart as they are: a degree east is shorter than one north by the cosine
 * of the latitude (equirectangular projection about the middle).
 *
 * @param points with degrees north and east where they are known; the number of a point is its place in the list
 * @returns dots of the points that have both; with fewer than two there is nothing to compare, and no map
 * @example mapOf([{ latitude: 11, longitude: 105 }, { latitude: 11.1, longitude: 105 }]) // one above the other
 */
export function mapOf(
  points: readonly { readonly latitude: number | null; readonly longitude: number | null }[],
): readonly MapDot[] {
  const known = points.flatMap(({ latitude, longitude }, at) =>
    latitude === null || longitude === null ? [] : [{ number: at + 1, north: latitude, east: longitude }],
  );
  if (known.length < 2) return [];
  const north = spanOf(known.map((point) => point.north));
  const east = spanOf(known.map((point) => point.east));
  const narrow = Math.cos((north.middle * Math.PI) / 180);
  const { width, height, rim } = mapSheet;
  // Points at one spot lie in the middle.
  const scale = Math.min(
    (width - 2 * rim) / Math.max(east.length * narrow, 1e-4),
    (height - 2 * rim) / Math.max(north.length, 1e-4),
  );
  return known.map((point) => ({
    number: point.number,
    x: Math.round(width / 2 + (point.east - east.middle) * narrow * scale),
    y: Math.round(height / 2 - (point.north - north.middle) * scale),
  }));
}

function spanOf(values: readonly number[]): { middle: number; length: number } {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return { middle: (least + most) / 2, length: most - least };
}
