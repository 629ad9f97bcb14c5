import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { attempt } from './api.ts';
import type { OwnConcernFragment } from './generated/graphql.ts';
import type { OwnCaseFragment } from './generated/protection/graphql.ts';
import { ConcernByReceipt } from './operations/concerns.ts';
import { attemptAtDesk, type DeskAsker } from './protection.ts';
import { CaseByReceipt, GiveBackTry } from './protection-operations/child.ts';
import { tryAgain } from './try-again.ts';

/** What a receipt opens, or why nothing is shown. */
export type Opened =
  | { readonly what: 'CASE'; readonly case: OwnCaseFragment }
  | { readonly what: 'CONCERN'; readonly concern: OwnConcernFragment; readonly isDeskAway: boolean }
  | {
      readonly what: 'NOTHING';
      readonly why: 'RECEIPT_NOT_RIGHT' | 'TOO_MANY_TRIES' | 'CASE_DAMAGED' | 'AWAY';
    };

type Side<Found> = { found: Found } | { found: null; why: (Opened & { what: 'NOTHING' })['why'] };

/**
 * Looks a receipt up on both sides at once and waits for both, whatever the first one says: neither the time it takes
 * nor a request that is missing tells which of them knows it.
 *
 * @param receipt 16 Latin digits
 * @param isCase it is known to be the desk's, since its page was open just now
 */
export async function lookUp(event: RequestEvent, receipt: string, isCase: boolean): Promise<Opened> {
  const [case_, concern] = await Promise.all([
    caseOf(event, receipt),
    isCase ? nothing('RECEIPT_NOT_RIGHT') : concernOf(event, receipt),
  ]);
  // A concern that was moved to the desk is known to both: then the desk has the word.
  if (case_.found) return { what: 'CASE', case: case_.found };
  if (case_.why === 'CASE_DAMAGED') return { what: 'NOTHING', why: 'CASE_DAMAGED' };
  if (concern.found) {
    // Not waited for: it changes nothing of what is shown, nor when.
    if (case_.why === 'RECEIPT_NOT_RIGHT') void attemptAtDesk(askerAtDesk(event), GiveBackTry);
    const isMoved = concern.found.state === 'MOVED_TO_PROTECTION';
    return { what: 'CONCERN', concern: concern.found, isDeskAway: isMoved && case_.why === 'AWAY' };
  }
  const reasons = [case_.why, concern.why];
  const why = (['TOO_MANY_TRIES', 'AWAY'] as const).find((each) => reasons.includes(each));
  return { what: 'NOTHING', why: why ?? 'RECEIPT_NOT_RIGHT' };
}

/** Of a request, what the desk is told: the logs of the two services know it by different numbers. */
export function askerAtDesk(event: RequestEvent): DeskAsker {
  return {
    locals: { ...event.locals, requestId: randomUUID() },
    getClientAddress: () => event.getClientAddress(),
  };
}

async function caseOf(event: RequestEvent, receipt: string): Promise<Side<OwnCaseFragment>> {
  const outcome = await tryAgain(() => attemptAtDesk(askerAtDesk(event), CaseByReceipt, { receipt }));
  if (!outcome.ok) return nothing(outcome.status === 429 ? 'TOO_MANY_TRIES' : 'AWAY');
  const { case: found, problems } = outcome.data.caseByReceipt;
  if (found) return { found };
  const code = problems[0]?.code;
  if (code === 'TOO_MANY_TRIES' || code === 'CASE_DAMAGED') return nothing(code);
  return nothing(code === 'INTAKE_CLOSED' ? 'AWAY' : 'RECEIPT_NOT_RIGHT');
}

async function concernOf(event: RequestEvent, receipt: string): Promise<Side<OwnConcernFragment>> {
  const outcome = await tryAgain(() => attempt(event, ConcernByReceipt, { receipt }));
  if (!outcome.ok) return nothing(outcome.status === 429 ? 'TOO_MANY_TRIES' : 'AWAY');
  const { concern, problems } = outcome.data.concernByReceipt;
  if (concern) return { found: concern };
  return nothing(problems[0]?.code === 'TOO_MANY_TRIES' ? 'TOO_MANY_TRIES' : 'RECEIPT_NOT_RIGHT');
}

function nothing(why: (Opened & { what: 'NOTHING' })['why']): { found: null; why: typeof why } {
  return { found: null, why };
}
