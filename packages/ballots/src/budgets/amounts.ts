/**
 * Money and points exactly as they were written: whole numbers of the smallest unit that occurs.
 *
 * A cost of `4000.0` or a budget of `1331751.11` has no exact binary float, so nothing here goes through one.
 */
export type Amount = number | string;

export type Decimal = { readonly digits: bigint; readonly decimals: number };

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads a decimal number without rounding.
 *
 * @param amount `12`, `'12.50'`, `1e21`; a number is read as its shortest decimal text.
 * @returns digits and how many of them stand behind the point, or undefined when it is no number.
 * @example readDecimal('12.50') // { digits: 125n, decimals: 1 }
 */
export function readDecimal(amount: Amount): Decimal | undefined {
  const match = DECIMAL.exec(String(amount).trim());
  if (match === null) return undefined;
  const [, sign, whole = '', behind = '', exponent] = match;
  if (whole === '' && behind === '') return undefined;
  const fraction = behind.replace(/0+$/, '');
  const decimals = fraction.length - Number(exponent ?? 0);
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  return decimals < 0 ? { digits: digits * 10n ** BigInt(-decimals), decimals: 0 } : { digits, decimals };
}

/** The same amount in units of 10^-decimals. `decimals` must not be smaller than the amount's own. */
export function inUnits(amount: Decimal, decimals: number): bigint {
  return amount.digits * 10n ** BigInt(decimals - amount.decimals);
}

/** The nearest number; exact while the amount has at most 15 significant digits. */
export function fromUnits(units: bigint, decimals: number): number {
  if (decimals === 0) return Number(units);
  const negative = units < 0n;
  const digits = String(negative ? -units : units).padStart(decimals + 1, '0');
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return Number(negative ? `-${text}` : text);
}

/** numerator/denominator as the nearest float, also where both are far larger than a float can hold. */
export function ratio(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  if (numerator < 0n) return -ratio(-numerator, denominator);
  const shift = bitLength(numerator) - bitLength(denominator) - 64;
  const quotient =
    shift >= 0 ? numerator / (denominator << BigInt(shift)) : (numerator << BigInt(-shift)) / denominator;
  return Number(quotient) * 2 ** shift;
}

function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return hex.length * 4;
}
