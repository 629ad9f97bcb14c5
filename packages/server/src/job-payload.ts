/** Ids, codes and numbers. */
export type JobPayload = { readonly [key: string]: string | number | boolean | null };

const idOrCode = /^[\w.:/-]{1,64}$/;
/** Long runs of digits are receipts, phone and identity numbers, not ids. */
const onlyDigits = /^\d{9,}$/;

/**
 * Refuses a payload that could carry words: jobs lie in a table that is kept, listed and backed up.
 *
 * @throws Error naming the key, never the value
 */
export function checkPayload(name: string, data: JobPayload): void {
  for (const [key, value] of Object.entries(data)) {
    if (value === null || typeof value === 'boolean') continue;
    if (typeof value === 'number' && Number.isFinite(value)) continue;
    if (typeof value === 'string' && idOrCode.test(value) && !onlyDigits.test(value)) continue;
    throw new Error(`The job ${name} may carry ids and codes only; ${key} is neither.`);
  }
}
