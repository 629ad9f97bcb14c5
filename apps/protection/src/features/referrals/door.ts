import { refused, type Result } from '@samleng/kernel';
import type { ProblemCode } from '../../problems.ts';
import type { ReferralRecord } from './referral-record.ts';

/** A way to hand a referral to a national case system. */
export type ReferralDoor = {
  /**
   * Hands a record over. Handing the same one over again finds it there.
   *
   * @returns how the receiver calls it, if it said
   */
  send(record: ReferralRecord): Promise<Result<{ reference: string | null }, ProblemCode>>;
};

export type Fetch = (address: string, options: RequestInit) => Promise<Response>;

/** What an answer of a receiver means to us. */
export function refusalOf(status: number): Result<never, ProblemCode> {
  switch (status) {
    case 401:
    case 403:
      return refused('RECEIVER_REFUSED');
    case 404:
      return refused('RECEIVER_NOT_FOUND');
    case 409:
      return refused('RECEIVER_HAS_IT_ALREADY');
    case 400:
    case 422:
      return refused('RECEIVER_FOUND_IT_INVALID');
    default:
      return refused('RECEIVER_DID_NOT_ANSWER');
  }
}

/**
 * How long one request to a receiver may take, in milliseconds. When all together outlast the three seconds of an
 * operation, the worker is asked to come back; what was sent is noted all the same.
 */
export const patience = 2_500;
