import { API_URL, WEB_KEY } from '$app/env/private';
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

export type { Outcome } from './service-door.ts';

/** Of a request, what the participation service is told. */
export interface Asker extends Caller {
  readonly locals: Caller['locals'] & Pick<App.Locals, 'sessionToken'>;
}

/**
 * Asks the participation service. The only door from the pages to it.
 *
 * What a person can mend comes back as data (`problems`). Everything else ends in an error page with a status:
 * 401 and 403 for what is not theirs, 404, 429, 503 when the service is away; never with the service's own words.
 */
export async function ask<Result, Variables>(
  asker: Asker,
  operation: Operation<Result, Variables>,
  ...variables: Given<Variables>
): Promise<Result> {
  return dataOrErrorPage(await sendOperation(callOf(asker), operation, variables[0], patience.needed));
}

/** Like `ask`, but hands the failure back: for forms, whose words must not be lost with an error page. */
export async function attempt<Result, Variables>(
  asker: Asker,
  operation: Operation<Result, Variables>,
  ...variables: Given<Variables>
): Promise<Outcome<Result>> {
  return sendOperation(callOf(asker), operation, variables[0], patience.needed);
}

/** Like `ask`, but gives null soon when the service is away or refuses: for what a page can do without. */
export async function askIfThere<Result, Variables>(
  asker: Asker,
  operation: Operation<Result, Variables>,
  ...variables: Given<Variables>
): Promise<Result | null> {
  const outcome = await sendOperation(callOf(asker), operation, variables[0], patience.ifThere);
  return outcome.ok ? outcome.data : null;
}

function callOf(asker: Asker): Call {
  const { requestId, sessionToken } = asker.locals;
  return { address: API_URL, headers: headersOf(asker, WEB_KEY, sessionToken), requestId };
}
