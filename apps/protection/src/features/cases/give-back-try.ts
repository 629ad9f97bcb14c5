import type { DeskRequest } from '../../request.ts';
import { receiptTries } from './case-limits.ts';

/**
 * The web front asked both services for a code, and it opened a concern: the desk's try was no guess and is given
 * back, else a few concerns opened on a shared phone shut a child out of its case. The web front never
 * asks it for a guess, which opened nothing anywhere; whoever names devices as they like has no limit by device anyway.
 */
export async function giveBackTry({ rates, viewer }: DeskRequest): Promise<void> {
  if (viewer.deviceKey !== null) await rates.giveBack('receipts', viewer.deviceKey, receiptTries);
}
