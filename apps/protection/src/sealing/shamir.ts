// Sharing a secret (A. Shamir, "How to share a secret", CACM 22, 1979) over the field of 256 elements with the
// polynomial x^8 + x^4 + x^3 + x + 1. Each byte of the secret is the constant term of its own random polynomial.

/** One share: the number at which the polynomials were taken (1 to 255), and their values there. */
export type Share = { readonly number: number; readonly bytes: Uint8Array };

/**
 * Splits a secret so that any `needed` of the shares give it back and fewer say nothing about it.
 *
 * @param chance `secret.length * (needed - 1)` random bytes: the higher coefficients, byte by byte
 * @throws RangeError on counts that make no sense, or another length of chance
 */
export function splitSecret(
  secret: Uint8Array,
  { shares, needed }: { shares: number; needed: number },
  chance: Uint8Array,
): Share[] {
  if (needed < 2 || needed > shares || shares > 255) throw new RangeError('From 2 of 2 to 255 of 255.');
  if (chance.length !== secret.length * (needed - 1)) throw new RangeError('Another length of chance.');
  return Array.from({ length: shares }, (_, index) => {
    const number = index + 1;
    const bytes = secret.map((constant, at) => {
      const higher = chance.subarray(at * (needed - 1), (at + 1) * (needed - 1));
      return valueAt(number, constant, higher);
    });
    return { number, bytes };
  });
}

/**
 * The secret that shares give: the polynomials' value at 0, by Lagrange's formula. Shares that do not belong
 * together, or too few of them, give other bytes without a word: check what comes out.
 *
 * @throws RangeError on shares of different lengths, or a number given twice
 */
export function joinShares(shares: readonly Share[]): Uint8Array {
  const [first] = shares;
  if (!first || new Set(shares.map(({ number }) => number)).size !== shares.length)
    throw new RangeError('Each share once.');
  if (shares.some(({ bytes, number }) => bytes.length !== first.bytes.length || number < 1 || number > 255))
    throw new RangeError('These shares do not belong together.');
  const weights = shares.map(({ number }) => weightAtZero(number, shares));
  return first.bytes.map((_, at) =>
    shares.reduce((sum, share, index) => sum ^ multiply(share.bytes[at]!, weights[index]!), 0),
  );
}

/** Horner's rule, the highest coefficient last. */
function valueAt(number: number, constant: number, higher: Uint8Array): number {
  let value = 0;
  for (let at = higher.length - 1; at >= 0; at -= 1) value = multiply(value, number) ^ higher[at]!;
  return multiply(value, number) ^ constant;
}

function weightAtZero(number: number, shares: readonly Share[]): number {
  return shares.reduce(
    (weight, other) =>
      other.number === number
        ? weight
        : multiply(weight, multiply(other.number, inverse(other.number ^ number))),
    1,
  );
}

/** The product, without branches or tables: its time tells nothing. */
export function multiply(one: number, other: number): number {
  let product = 0;
  let shifted = one;
  for (let bit = 0; bit < 8; bit += 1) {
    product ^= -((other >> bit) & 1) & shifted;
    shifted = ((shifted << 1) ^ (-(shifted >> 7) & 0x11b)) & 0xff;
  }
  return product;
}

/** a^254, which undoes a; of 0, which has no inverse, 0. */
export function inverse(element: number): number {
  let power = element;
  for (let step = 0; step < 6; step += 1) power = multiply(multiply(power, power), element);
  return multiply(power, power);
}
