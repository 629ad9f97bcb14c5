import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { demoPeople } from '../../apps/protection/src/seeds/demo-people.ts';

const { desk, deskControl, deskWebKey } = inject('product');

/** Moves the desk's clock forward, its limits with it; gives the present then. */
export async function deskClock(query: string): Promise<Date> {
  const reply = await fetch(`${deskControl}/${query}`);
  return new Date(((await reply.json()) as { now: string }).now);
}

/** The code of a moment of its own by the desk's clock: each is taken once, so half a minute passes first. */
export async function codeAtDesk(totpSecret: string): Promise<string> {
  const now = await deskClock('?seconds=31');
  return new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate({ timestamp: now.getTime() });
}

/** Somebody of the demo's desk. */
export function deskPerson(name: string) {
  const found = demoPeople.find((each) => each.name === name);
  if (!found) throw new Error(`Nobody at the desk is called ${name}`);
  return found;
}

/** Signs somebody of the demo in at the desk, through its pages. */
export async function signInAtDesk(page: Page, name: string): Promise<void> {
  const { passphrase, totpSecret } = deskPerson(name);
  await page.goto('/protect');
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=passphrase]').fill(passphrase);
  await page.locator('main form button').first().click();
  await page.locator('input[name=code]').fill(await codeAtDesk(totpSecret));
  await page.locator('main form button').first().click();
  await page.waitForURL((address) => !address.pathname.startsWith('/protect/sign-in'));
}

/** The cases in the inbox, by their addresses. */
export async function inboxOf(page: Page): Promise<string[]> {
  await page.goto('/protect/inbox');
  return page
    .locator('.case-row h2 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** Opens a case whose card is shown. */
export async function openCase(page: Page, address: string, passphrase?: string): Promise<void> {
  await page.goto(address);
  if (passphrase !== undefined)
    await page.locator('form[action$="?/open"] [name=passphraseAgain]').fill(passphrase);
  await page.locator('form[action$="?/open"] button').click();
}

type Reply<Data> = { readonly data: Data };

async function askAsStranger<Data>(query: string, variables: object): Promise<Data> {
  const response = await fetch(`${desk}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      'x-web-key': deskWebKey,
      'x-client-address': `203.0.113.${randomInt(250)}`,
      'x-device': randomBytes(16).toString('hex'),
    },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as Reply<Data>).data;
}

/** A child discloses, as its form sends it; gives the receipt. */
export async function disclose(given: {
  text: string;
  communeCode: string;
  dangerNow?: 'YES';
  voiceFollows?: boolean;
  alias?: string;
  callback?: string;
}): Promise<string> {
  const receipt = Array.from({ length: 16 }, () => randomInt(10)).join('');
  const input = { idempotencyKey: randomUUID(), receipt, ...given };
  const { discloseHarm } = await askAsStranger<{ discloseHarm: { isTakenIn: boolean } }>(
    'mutation ($input: DiscloseHarmInput!) { discloseHarm(input: $input) { isTakenIn } }',
    { input },
  );
  if (!discloseHarm.isTakenIn) throw new Error('The desk did not take it in.');
  return receipt;
}

/** What the child finds when it comes back. */
export async function comeBack(
  receipt: string,
): Promise<{ readBy: number; messages: { isMine: boolean; text: string }[] }> {
  const { caseByReceipt } = await askAsStranger<{
    caseByReceipt: { case: { readBy: number; messages: { isMine: boolean; text: string }[] } };
  }>(
    'query ($receipt: String!) { caseByReceipt(receipt: $receipt) { case { readBy messages { isMine text } } } }',
    { receipt },
  );
  return caseByReceipt.case;
}

/** A recording of so many seconds, as a phone's browser streams it: WebM of unknown size with one cluster. */
export function aRecording(seconds: number): Buffer<ArrayBuffer> {
  const unknown = '01ffffffffffffff';
  const time = (seconds * 1_000 - 500).toString(16).padStart(8, '0');
  const parts = ['1a45dfa38442868101', '18538067', unknown, '1549a966872ad7b1830f4240', '1f43b675', unknown];
  return Buffer.from([...parts, 'e784', time, 'a3868101f4800000'].join(''), 'hex');
}

/** A child's recording, sent after its words under the same receipt. */
export async function sendRecording(receipt: string, bytes: Buffer<ArrayBuffer>): Promise<void> {
  const response = await fetch(`${desk}/voice`, {
    method: 'POST',
    headers: {
      'x-web-key': deskWebKey,
      'x-client-address': '203.0.113.251',
      'x-receipt': receipt,
      'x-idempotency-key': randomUUID(),
    },
    body: bytes,
  });
  const { problems } = (await response.json()) as { problems: unknown[] };
  if (problems.length > 0) throw new Error('The desk did not keep the recording.');
}
