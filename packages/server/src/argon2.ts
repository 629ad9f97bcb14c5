import { argon2 } from 'node:crypto';
import { createTurns } from './turns.ts';

/** argon2id (RFC 9106): memory in KiB, passes over it, lanes. */
export type Argon2Cost = { memory: number; passes: number; parallelism: number };

/** The cost of everything new: 64 MiB, 3 passes (SAFETY, "Receipt"; the second choice of RFC 9106, section 4). */
export const argon2Cost: Argon2Cost = { memory: 64 * 1024, passes: 3, parallelism: 1 };

/**
 * Two at once take 128 MiB and two of Node's four threads. Whoever has waited two seconds is asked to come back: the
 * three of its operation would be over before it is done.
 */
const turns = createTurns(2, 40, 2_000);

/**
 * Derives bytes by argon2id; waits for its turn, so that many callers cannot exhaust memory.
 *
 * @throws TooBusy when too many wait already, or its turn does not come within two seconds
 */
export function deriveByArgon2(input: {
  message: Uint8Array;
  salt: Uint8Array;
  length: number;
  cost: Argon2Cost;
  secret?: Uint8Array;
  associatedData?: Uint8Array;
}): Promise<Uint8Array> {
  return turns(
    () =>
      new Promise((resolve, reject) => {
        argon2(
          'argon2id',
          {
            message: input.message,
            nonce: input.salt,
            tagLength: input.length,
            ...input.cost,
            ...(input.secret ? { secret: input.secret } : {}),
            ...(input.associatedData ? { associatedData: input.associatedData } : {}),
          },
          (error, derived) => (error ? reject(error) : resolve(new Uint8Array(derived))),
        );
      }),
  );
}
