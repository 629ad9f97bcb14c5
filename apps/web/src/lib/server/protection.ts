import { PROTECTION_URL, PROTECTION_WEB_KEY } from '$app/env/private';
import { logFault } from './log.ts';
import {
  type Call,
  type Caller,
  dataOrErrorPage,
  type Given,
  headersOf,
  type Operation,
  type Outcome,
  patience,
  sendOperation,
} from './service-door.ts';

/**
 * Of a request, what the protection desk is told. Only the desk's own session goes there, and only where the hooks
 * have put it: on the pages under /protect. A child's page has none and asks as a stranger.
 */
export interface DeskAsker extends Caller {
  readonly locals: Caller['locals'] & Pick<App.Locals, 'deskToken'>;
}

/**
 * Asks the protection desk. The only door from the pages to it; operations stand in `protection-operations/`, typed
 * from its printed schema. Failures end in an error page, as with `ask`.
 */
export async function askDesk<Result, Variables>(
  asker: DeskAsker,
  operation: Operation<Result, Variables>,
  ...variables: Given<Variables>
): Promise<Result> {
  return dataOrErrorPage(await sendOperation(callOf(asker), operation, variables[0], patience.needed));
}

/** Like `askDesk`, but hands the failure back: for forms, whose words must not be lost with an error page. */
export async function attemptAtDesk<Result, Variables>(
  asker: DeskAsker,
  operation: Operation<Result, Variables>,
  ...variables: Given<Variables>
): Promise<Outcome<Result>> {
  return sendOperation(callOf(asker), operation, variables[0], patience.needed);
}

/** Like `askDesk`, but gives null soon when the desk is away or refuses: for what a page can do without. */
export async function askDeskIfThere<Result, Variables>(
  asker: DeskAsker,
  operation: Operation<Result, Variables>,
  ...variables: Given<Variables>
): Promise<Result | null> {
  const outcome = await sendOperation(callOf(asker), operation, variables[0], patience.ifThere);
  return outcome.ok ? outcome.data : null;
}

/** A problem of the desk's, as its routes for sound answer it. */
export type DeskProblem = { readonly code: string; readonly field: string | null };

/**
 * Sends a child's recording after its words (`voiceFollows`), as the bytes came. The receipt travels in a header,
 * never in an address.
 *
 * @returns why it was refused; none: it is kept. Null when the desk did not answer
 */
export async function sendVoice(
  asker: DeskAsker,
  voice: { receipt: string; idempotencyKey: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<readonly DeskProblem[] | null> {
  const { address, headers, requestId } = callOf(asker);
  try {
    const response = await fetch(`${address}/voice`, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/octet-stream',
        'x-receipt': voice.receipt,
        'x-idempotency-key': voice.idempotencyKey,
      },
      body: voice.bytes,
      signal: AbortSignal.timeout(60_000),
      redirect: 'error',
    });
    return ((await response.json()) as { problems: readonly DeskProblem[] }).problems;
  } catch (fault) {
    logFault('service away', requestId, fault);
    return null;
  }
}

/** A recording of a case, for whoever may hear it; null when it is not theirs or not there. */
export async function hearVoice(
  asker: DeskAsker,
  voice: { caseId: string; voiceId: string },
): Promise<Response | null> {
  const { address, headers, requestId } = callOf(asker);
  const path = `/cases/${encodeURIComponent(voice.caseId)}/voices/${encodeURIComponent(voice.voiceId)}`;
  try {
    const response = await fetch(`${address}${path}`, {
      headers,
      signal: AbortSignal.timeout(15_000),
      redirect: 'error',
    });
    return response.ok ? response : null;
  } catch (fault) {
    logFault('service away', requestId, fault);
    return null;
  }
}

function callOf(asker: DeskAsker): Call {
  const { requestId, deskToken } = asker.locals;
  return { address: PROTECTION_URL, headers: headersOf(asker, PROTECTION_WEB_KEY, deskToken), requestId };
}
