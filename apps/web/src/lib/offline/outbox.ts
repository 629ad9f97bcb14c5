import {
  afterPart,
  nextPart,
  afterReply,
  isDue,
  isWorthKeeping,
  type Item,
  type Reply,
  type ShownItem,
  shownOf,
} from './item.ts';
import { allItems, oneItem, putItem, removeItem } from './store.ts';

/** Longer than this no try takes, in milliseconds: what has not been answered is tried again. */
const patience = 25_000;

/** Tries one after the other: within one worker no item is under way twice. */
let line: Promise<void> = Promise.resolve();

/** Sends what is due. Every try may be repeated, by this or another worker: the service counts each item once. */
export function sendDue(isEager: boolean, changed: () => Promise<void>): Promise<void> {
  line = line.then(() => sendAll(isEager, changed)).catch(() => undefined);
  return line;
}

async function sendAll(isEager: boolean, changed: () => Promise<void>): Promise<void> {
  for (const item of await allItems()) {
    if (!isWorthKeeping(item, Date.now())) await removeItem(item.id);
    if (!isDue(item, Date.now(), isEager)) continue;
    const reply = (await sendSound(item)) ?? (await tryOne(item));
    // What stands there now may be another deed than the one that was tried.
    const row = await oneItem(item.id);
    if (!row) continue;
    const next = afterReply(row, item.revision, reply, Date.now());
    if (next) await putItem(next);
    else await removeItem(row.id);
    await changed();
    // Without a network the others need not be tried.
    if (reply.outcome === 'none') return;
  }
}

/** Sends the recording part by part, and remembers each that arrived: the next try goes on from there. */
async function sendSound(item: Item): Promise<Reply | null> {
  let row = item;
  for (let part = nextPart(row); part !== null; part = nextPart(row)) {
    const { id, bytes } = row.sound!;
    const address = `/outbox/part?id=${id}&size=${bytes.length}&part=${part.number}`;
    const reply = await post(address, part.bytes);
    if (reply.outcome !== 'done' || !reply.missing) return reply;
    const now = await oneItem(item.id);
    // Spoken anew meanwhile: that one is tried in its own turn.
    if (now?.revision !== item.revision) return { outcome: 'later' };
    row = afterPart(now, item.revision, reply.missing);
    await putItem(row);
  }
  return null;
}

function tryOne(item: Item): Promise<Reply> {
  const voice: Record<string, string> = item.sound ? { voice: item.sound.id } : {};
  return post('/outbox/send', new URLSearchParams({ ...item.fields, ...voice, kind: item.kind }));
}

async function post(address: string, body: BodyInit): Promise<Reply> {
  const end = new AbortController();
  const ending = setTimeout(() => end.abort(), patience);
  try {
    const reply = await fetch(address, {
      method: 'POST',
      body,
      credentials: 'same-origin',
      signal: end.signal,
    });
    if (!reply.ok) return { outcome: 'later' };
    return (await reply.json()) as Reply;
  } catch {
    return { outcome: 'none' };
  } finally {
    clearTimeout(ending);
  }
}

export interface OutboxShown {
  readonly waiting: number;
  readonly refused: number;
  readonly items: readonly ShownItem[];
}

/** The outbox as pages show it. */
export async function outboxShown(): Promise<OutboxShown> {
  const now = Date.now();
  const items = (await allItems())
    .filter((item) => isWorthKeeping(item, now))
    .map((item) => shownOf(item, now));
  const count = (state: Item['state']) => items.filter((item) => item.state === state).length;
  return { waiting: count('waiting'), refused: count('refused'), items };
}

/** The code stands on paper now. */
export async function receiptKept(id: string): Promise<void> {
  const item = await oneItem(id);
  if (!item) return;
  const kept: Item = { ...item, receipt: null };
  if (isWorthKeeping(kept, Date.now())) await putItem(kept);
  else await removeItem(id);
}
