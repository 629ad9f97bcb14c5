import { randomInt } from 'node:crypto';
import { aDevice, aKey, type Caller, type World } from './world.ts';
import { lvea } from './people.ts';

/** A receipt as a form makes one. */
export function aReceipt(): string {
  return Array.from({ length: 4 }, () => String(randomInt(10_000)).padStart(4, '0')).join('');
}

/** What a child's form sends; what is not given is as usual. */
export function disclosure(given: object = {}) {
  return {
    idempotencyKey: aKey(),
    receipt: aReceipt(),
    text: '[TEST] Invented words: please write back to me.',
    communeCode: lvea.commune,
    ...given,
  };
}

export const disclose = `mutation ($input: DiscloseHarmInput!) {
  discloseHarm(input: $input) { isTakenIn receivedOn problems { code field } } }`;

export type Disclosed = { readonly id: string; readonly receipt: string; readonly idempotencyKey: string };

/** A child discloses; gives the case's id and the receipt. */
export async function aCase(world: World, given: object = {}): Promise<Disclosed> {
  const input = disclosure(given);
  const { data, errors } = await world.ask<{ discloseHarm: { isTakenIn: boolean; problems: unknown[] } }>(
    disclose,
    { input },
    { device: aDevice() },
  );
  if (!data?.discloseHarm?.isTakenIn) throw new Error(`Refused: ${JSON.stringify({ errors, data })}`);
  const [row] = await world
    .em()
    .execute<{ id: string }[]>('select id from cases where idempotency_key = ?', [input.idempotencyKey]);
  return { id: row!.id, receipt: input.receipt, idempotencyKey: input.idempotencyKey };
}

export type Code = { code: string; field: string | null };
export type Mine = {
  case: {
    state: string;
    receivedOn: string;
    readBy: number;
    mayErase: boolean;
    messages: { id: string; isMine: boolean; text: string }[];
  } | null;
  problems: Code[];
};
const mine = `case { state receivedOn readBy mayErase messages { id isMine text } } problems { code field }`;

/** The child comes back. */
export async function comeBack(
  world: World,
  receipt: string,
  as: Caller = { device: aDevice() },
): Promise<Mine> {
  const { data } = await world.ask<{ caseByReceipt: Mine }>(
    `query ($receipt: String!) { caseByReceipt(receipt: $receipt) { ${mine} } }`,
    { receipt },
    as,
  );
  return data.caseByReceipt;
}

/** The child writes again. */
export async function write(
  world: World,
  receipt: string,
  text: string,
  idempotencyKey: string = aKey(),
): Promise<Mine> {
  const { data } = await world.ask<{ sendMessage: Mine }>(
    `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ${mine} } }`,
    { input: { receipt, idempotencyKey, text } },
    { device: aDevice() },
  );
  return data.sendMessage;
}

/** The child takes a new code. */
export async function takeNewCode(world: World, receipt: string, newReceipt: string): Promise<Mine> {
  const { data } = await world.ask<{ changeReceipt: Mine }>(
    `mutation ($input: ChangeReceiptInput!) { changeReceipt(input: $input) { ${mine} } }`,
    { input: { receipt, newReceipt } },
    { device: aDevice() },
  );
  return data.changeReceipt;
}

/** The child asks that everything be erased. */
export async function askToErase(world: World, receipt: string): Promise<Code[]> {
  const { data } = await world.ask<{ eraseMyCase: { problems: Code[] } }>(
    `mutation ($input: EraseMyCaseInput!) { eraseMyCase(input: $input) { problems { code field } } }`,
    { input: { receipt } },
    { device: aDevice() },
  );
  return data.eraseMyCase.problems;
}
