/** Points in the plane: `positions[2 i]`, `positions[2 i + 1]`. */
export type Clustering = {
  readonly groupOf: Int32Array;
  readonly sizes: Int32Array;
  /** 2 numbers a group */
  readonly centres: Float64Array;
  /** sum of squared distances of the points from their centres */
  readonly spread: number;
};

const DRAWN_STARTS = 8;
/** Above this many points the starts are tried on at most as many of them, taken at even distances. */
const MOST_TRIED = 5000;
const MOST_ROUNDS = 200;

/**
 * k-means (S. P. Lloyd, "Least squares quantization in PCM", IEEE Trans. Inf. Theory 28(2), 1982) from fixed starts that
 * lie far apart: once every next centre is the point farthest from those before, and eight times it is drawn with
 * weight by squared distance (D. Arthur, S. Vassilvitskii, "k-means++", SODA 2007) by a generator that always begins
 * alike. The tightest result stands. No chance is left: the same points give the same groups on every machine.
 *
 * @returns undefined when there are fewer than k different points.
 */
export function kMeans(positions: Float64Array, k: number): Clustering | undefined {
  const tried = atEvenDistances(positions);
  let best: Clustering | undefined;
  for (let start = 0; start <= DRAWN_STARTS; start += 1) {
    const centres = start === 0 ? farthestPoints(tried, k) : drawnPoints(tried, k, start);
    if (centres === undefined) return undefined;
    const found = settle(tried, centres);
    if (best === undefined || found.spread < best.spread * (1 - 1e-12)) best = found;
  }
  return best === undefined || tried === positions ? best : settle(positions, best.centres);
}

function atEvenDistances(positions: Float64Array): Float64Array {
  const points = positions.length / 2;
  const step = Math.ceil(points / MOST_TRIED);
  if (step <= 1) return positions;
  return Float64Array.from({ length: Math.ceil(points / step) * 2 }, (_, at) => {
    const point = Math.floor(at / 2) * step;
    return positions[point * 2 + (at % 2)] as number;
  });
}

function squaredDistance(positions: Float64Array, point: number, x: number, y: number): number {
  const dx = (positions[point * 2] as number) - x;
  const dy = (positions[point * 2 + 1] as number) - y;
  return dx * dx + dy * dy;
}

function farthestPoints(positions: Float64Array, k: number): Float64Array | undefined {
  const [x, y] = mean(positions);
  const distances = Float64Array.from({ length: positions.length / 2 }, (_, point) =>
    squaredDistance(positions, point, x, y),
  );
  return centresFrom(positions, k, distances, (from) => greatest(from));
}

function drawnPoints(positions: Float64Array, k: number, seed: number): Float64Array | undefined {
  let state = seed * 2654435761;
  const chance = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const even = new Float64Array(positions.length / 2).fill(1);
  return centresFrom(positions, k, even, (weights) => drawn(weights, chance()));
}

/** Picks k points; after the first, `pick` sees the squared distance of each point from the nearest centre so far. */
function centresFrom(
  positions: Float64Array,
  k: number,
  first: Float64Array,
  pick: (weights: Float64Array) => number,
): Float64Array | undefined {
  const centres = new Float64Array(k * 2);
  let nearest = first;
  for (let centre = 0; centre < k; centre += 1) {
    const chosen = pick(nearest);
    if (chosen === -1) return undefined;
    const x = positions[chosen * 2] as number;
    const y = positions[chosen * 2 + 1] as number;
    centres[centre * 2] = x;
    centres[centre * 2 + 1] = y;
    const before = centre === 0 ? undefined : nearest;
    nearest = Float64Array.from({ length: positions.length / 2 }, (_, point) =>
      Math.min(squaredDistance(positions, point, x, y), before?.[point] ?? Infinity),
    );
  }
  return centres;
}

function greatest(weights: Float64Array): number {
  let best = -1;
  let weight = 0;
  for (let at = 0; at < weights.length; at += 1) {
    if ((weights[at] as number) <= weight) continue;
    weight = weights[at] as number;
    best = at;
  }
  return best;
}

function drawn(weights: Float64Array, chance: number): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let left = chance * total;
  let last = -1;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] as number;
    if (weight === 0) continue;
    last = at;
    left -= weight;
    if (left < 0) break;
  }
  return last;
}

function mean(positions: Float64Array): readonly [number, number] {
  let x = 0;
  let y = 0;
  for (let at = 0; at < positions.length; at += 2) {
    x += positions[at] as number;
    y += positions[at + 1] as number;
  }
  const points = Math.max(positions.length / 2, 1);
  return [x / points, y / points];
}

function settle(positions: Float64Array, start: Float64Array): Clustering {
  const points = positions.length / 2;
  const k = start.length / 2;
  const centres = start.slice();
  const groupOf = new Int32Array(points).fill(-1);
  const sizes = new Int32Array(k);
  const sums = new Float64Array(k * 2);
  let spread = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let moved = 0;
    spread = 0;
    sizes.fill(0);
    sums.fill(0);
    for (let point = 0; point < points; point += 1) {
      const x = positions[point * 2] as number;
      const y = positions[point * 2 + 1] as number;
      let group = 0;
      let least = Infinity;
      for (let centre = 0; centre < k; centre += 1) {
        const dx = x - (centres[centre * 2] as number);
        const dy = y - (centres[centre * 2 + 1] as number);
        const distance = dx * dx + dy * dy;
        if (distance >= least) continue;
        least = distance;
        group = centre;
      }
      if (groupOf[point] !== group) moved += 1;
      groupOf[point] = group;
      spread += least;
      sizes[group] = (sizes[group] as number) + 1;
      sums[group * 2] = (sums[group * 2] as number) + x;
      sums[group * 2 + 1] = (sums[group * 2 + 1] as number) + y;
    }
    if (moved === 0) break;
    for (let centre = 0; centre < k; centre += 1) {
      const size = sizes[centre] as number;
      if (size === 0) continue;
      centres[centre * 2] = (sums[centre * 2] as number) / size;
      centres[centre * 2 + 1] = (sums[centre * 2 + 1] as number) / size;
    }
  }
  return { groupOf, sizes, centres, spread };
}
