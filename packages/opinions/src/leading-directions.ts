/** Multiplies a symmetric matrix with a vector: `target` = matrix · `source`. */
export type SymmetricMatrix = {
  readonly size: number;
  multiply(source: Float64Array, target: Float64Array): void;
};

export type LeadingDirections = {
  /** the two greatest eigenvalues, zero where the matrix has fewer */
  readonly values: readonly [number, number];
  /** their eigenvectors of length one; all zero where the eigenvalue is */
  readonly vectors: readonly [Float64Array, Float64Array];
};

const BLOCK = 8;
const MOST_ROUNDS = 3000;
const SETTLED = 1e-13;

/**
 * The two leading eigenvectors of a positive semidefinite matrix by simultaneous power iteration: a block of vectors is
 * multiplied, made orthogonal and turned into its own leading directions, until the first two stand still (G. H. Golub,
 * C. F. Van Loan, "Matrix Computations", 4th ed., section 8.2.4). A block converges where a single vector would not:
 * second and third directions are often nearly equal.
 *
 * Only + − × ÷ and square roots in a fixed order, from a fixed start: the same numbers on every machine. The sign is
 * fixed so that the entry of greatest size is positive.
 */
export function leadingDirections(matrix: SymmetricMatrix): LeadingDirections {
  const { size } = matrix;
  const width = Math.min(BLOCK, size);
  let block = startingBlock(width, size);
  orthonormalise(block);
  let images = block.map((vector) => multiplied(matrix, vector));
  let values: Float64Array = new Float64Array(width);
  for (let round = 0; round < MOST_ROUNDS && width > 0; round += 1) {
    const inner = eigenOfSmall(block.map((left) => images.map((right) => dot(left, right))));
    values = inner.values;
    block = rotated(block, inner.vectors);
    images = rotated(images, inner.vectors);
    const scale = Math.max(values[0] ?? 0, Number.MIN_VALUE);
    const isSettled = [0, 1].every(
      (place) => residual(images[place], block[place], values[place]) <= SETTLED * scale,
    );
    if (isSettled) break;
    block = images.map((image) => image.slice());
    orthonormalise(block);
    images = block.map((vector) => multiplied(matrix, vector));
  }
  const greatest = values[0] ?? 0;
  const isReal = (place: number): boolean => (values[place] ?? 0) > 1e-12 * greatest && greatest > 0;
  const direction = (place: number): Float64Array =>
    isReal(place) ? withFixedSign(block[place] as Float64Array) : new Float64Array(size);
  return {
    values: [isReal(0) ? greatest : 0, isReal(1) ? (values[1] ?? 0) : 0],
    vectors: [direction(0), direction(1)],
  };
}

function startingBlock(width: number, size: number): Float64Array[] {
  let state = 12345;
  return Array.from({ length: width }, () =>
    Float64Array.from({ length: size }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32 - 0.5;
    }),
  );
}

function multiplied(matrix: SymmetricMatrix, source: Float64Array): Float64Array {
  const target = new Float64Array(matrix.size);
  matrix.multiply(source, target);
  return target;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] as number) * (right[at] as number);
  return sum;
}

/** Gram and Schmidt, twice: once is not enough for vectors that lie close together. */
function orthonormalise(block: readonly Float64Array[]): void {
  for (const [place, vector] of block.entries()) {
    const before = Math.sqrt(dot(vector, vector));
    for (let pass = 0; pass < 2; pass += 1) {
      for (const earlier of block.slice(0, place)) {
        const shared = dot(earlier, vector);
        for (let at = 0; at < vector.length; at += 1) {
          vector[at] = (vector[at] as number) - shared * (earlier[at] as number);
        }
      }
    }
    const length = Math.sqrt(dot(vector, vector));
    // Nothing of its own is left of a vector outside the matrix' range: it drops out.
    const factor = length > 1e-14 * before && length > 0 ? 1 / length : 0;
    for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] as number) * factor;
  }
}

function rotated(block: readonly Float64Array[], by: readonly Float64Array[]): Float64Array[] {
  return by.map((weights) => {
    const sum = new Float64Array(block[0]?.length ?? 0);
    for (const [place, vector] of block.entries()) {
      const weight = weights[place] ?? 0;
      for (let at = 0; at < sum.length; at += 1)
        sum[at] = (sum[at] as number) + weight * (vector[at] as number);
    }
    return sum;
  });
}

function residual(image: Float64Array | undefined, vector: Float64Array | undefined, value = 0): number {
  if (image === undefined || vector === undefined) return 0;
  let greatest = 0;
  for (let at = 0; at < image.length; at += 1) {
    greatest = Math.max(greatest, Math.abs((image[at] as number) - value * (vector[at] as number)));
  }
  return greatest;
}

function withFixedSign(vector: Float64Array): Float64Array {
  let greatest = 0;
  for (const entry of vector) if (Math.abs(entry) > Math.abs(greatest) * (1 + 1e-9)) greatest = entry;
  return greatest < 0 ? vector.map((entry) => -entry) : vector;
}

/** All eigenvectors of a small symmetric matrix by Jacobi's rotations (same book, section 8.5), greatest value first. */
function eigenOfSmall(matrix: readonly (readonly number[])[]): {
  values: Float64Array;
  vectors: Float64Array[];
} {
  const size = matrix.length;
  const a = matrix.map((row, i) => Float64Array.from(row, (entry, j) => (entry + (matrix[j]?.[i] ?? 0)) / 2));
  const at = (i: number, j: number): number => (a[i] as Float64Array)[j] as number;
  const vectors = a.map((_, i) => Float64Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 50; sweep += 1) {
    let off = 0;
    let whole = 0;
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        whole += at(i, j) * at(i, j);
        if (i !== j) off += at(i, j) * at(i, j);
      }
    }
    if (off <= 1e-32 * whole) break;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, vectors, p, q);
  }
  const order = Array.from({ length: size }, (_, place) => place).sort(
    (left, right) => at(right, right) - at(left, left),
  );
  return {
    values: Float64Array.from(order, (place) => at(place, place)),
    vectors: order.map((place) => vectors[place] as Float64Array),
  };
}

/** Row r of `vectors` is the r-th eigenvector in the making. */
function rotate(a: readonly Float64Array[], vectors: readonly Float64Array[], p: number, q: number): void {
  const rowP = a[p] as Float64Array;
  const rowQ = a[q] as Float64Array;
  const apq = rowP[q] as number;
  if (apq === 0) return;
  const theta = ((rowQ[q] as number) - (rowP[p] as number)) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of a) {
    const left = row[p] as number;
    const right = row[q] as number;
    row[p] = c * left - s * right;
    row[q] = s * left + c * right;
  }
  turn(rowP, rowQ, c, s);
  turn(vectors[p] as Float64Array, vectors[q] as Float64Array, c, s);
}

function turn(left: Float64Array, right: Float64Array, c: number, s: number): void {
  for (let at = 0; at < left.length; at += 1) {
    const one = left[at] as number;
    const other = right[at] as number;
    left[at] = c * one - s * other;
    right[at] = s * one + c * other;
  }
}
