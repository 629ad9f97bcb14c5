import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { inject } from 'vitest';
import { demoPeople } from '../../apps/protection/src/seeds/demo-people.ts';

const { desk, deskControl, deskWebKey } = inject('product');

/** Asks the desk an operation, as somebody with a session or as nobody. */
export async function askDesk<Data>(
  query: string,
  variables: object = {},
  session: string | null = null,
): Promise<Data> {
  const response = await fetch(`${desk}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-web-key': deskWebKey,
      'x-client-address': '203.0.113.40',
      ...(session && { authorization: `Session ${session}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}

/** Moves the desk's clock forward, and gives its time. */
async function forward(seconds: number): Promise<Date> {
  const { now } = (await (await fetch(`${deskControl}/?seconds=${seconds}`)).json()) as { now: string };
  return new Date(now);
}

/** Moves the desk's clock forward until somebody of the commune is on call, or until nobody is. */
export async function until(isSomebodyOnCall: boolean, placeCode: string): Promise<void> {
  for (let hours = 0; hours < 400; hours += 1) {
    const { deskStatus } = await askDesk<{ deskStatus: { isSomebodyOnCall: boolean } }>(
      'query ($placeCode: String) { deskStatus(placeCode: $placeCode) { isSomebodyOnCall } }',
      { placeCode },
    );
    if (deskStatus.isSomebodyOnCall === isSomebodyOnCall) return;
    await forward(3_600);
  }
  throw new Error('The roster never changes.');
}

export type OpenedCase = {
  readonly report: {
    readonly text: string;
    readonly aboutSomeoneInCharge: string;
    readonly dangerNow: string;
  };
  readonly voices: readonly { readonly id: string }[];
  readonly messages: readonly { readonly text: string }[];
};

export type Worker = {
  /** The ids of the cases in the inbox. */
  inbox(): Promise<readonly string[]>;
  /** Opens a case; null when it is not theirs. */
  open(caseId: string): Promise<OpenedCase | null>;
  reply(caseId: string, text: string): Promise<void>;
};

/** Somebody of the demo desk, signed in by name, passphrase and the digits of the moment. */
export async function worker(name: string): Promise<Worker> {
  const person = demoPeople.find((each) => each.name === name);
  if (!person) throw new Error(`Nobody of the demo desk is called ${name}.`);
  const { signIn } = await askDesk<{ signIn: { challenge: string } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { challenge problems { code } } }',
    { input: { name, passphrase: person.passphrase } },
  );
  // Each code is taken once, so half a minute passes first.
  const timestamp = (await forward(31)).getTime();
  const code = new TOTP({ secret: Secret.fromBase32(person.totpSecret) }).generate({ timestamp });
  const { confirmSignIn } = await askDesk<{ confirmSignIn: { sessionToken: string } }>(
    'mutation ($input: ConfirmSignInInput!) { confirmSignIn(input: $input) { sessionToken problems { code } } }',
    { input: { challenge: signIn.challenge, code } },
  );
  const session = confirmSignIn.sessionToken;
  return {
    inbox: async () => {
      const { inbox } = await askDesk<{ inbox: { nodes: { id: string }[] } }>(
        '{ inbox(first: 50) { nodes { id } pageInfo { hasNextPage } } }',
        {},
        session,
      );
      return inbox.nodes.map(({ id }) => id);
    },
    open: async (caseId) => {
      const { openCase } = await askDesk<{ openCase: { opened: OpenedCase | null } }>(
        `mutation ($input: OpenCaseInput!) { openCase(input: $input) { problems { code }
          opened { report { text aboutSomeoneInCharge dangerNow } voices { id } messages { text } } } }`,
        { input: { caseId, reason: 'FIRST_LOOK' } },
        session,
      );
      return openCase.opened;
    },
    reply: async (caseId, text) => {
      await askDesk(
        'mutation ($input: WriteInCaseInput!) { replyToChild(input: $input) { problems { code } } }',
        { input: { caseId, idempotencyKey: randomUUID(), text } },
        session,
      );
    },
  };
}
