import { fillIn } from '#lib/offline/fill.ts';
import { type Fields, type Item, itemOf, keptForStaff, wordsAgain } from '#lib/offline/item.ts';
import { leaving } from '#lib/offline/leaving.ts';
import { drawKey, drawReceipt } from '#lib/offline/marks.ts';
import { outboxShown, receiptKept, sendDue } from '#lib/offline/outbox.ts';
import {
  always,
  fileOf,
  forgetCaches,
  forgetPages,
  keepPage,
  keptPage,
  linksOf,
} from '#lib/offline/pages.ts';
import { forgetDatabase, oneItem, putItem, recall, remember, removeItem } from '#lib/offline/store.ts';

// What children's pages can do without a network. It stands between the pages and the network, so that no page needs
// a script for it: a form that could not be sent is kept here and sent later. Decision 0016 says what is kept and what
// never is; browsers without such workers notice nothing.

const worker = self as unknown as ServiceWorkerGlobalScope;

/** A kept page is shown when the network has not answered for so long, in milliseconds. */
const patience = { page: 4_000, form: 25_000, leaving: 1_500 } as const;

/** Pages of staff, and what is told in confidence: never looked at here. */
const notOurs = /^\/(?:safe|protect|facilitate|office|admin|account|sign-in|invitation|feeds)(?:\/|$)/;
/** Forms that may be kept; `itemOf` says which of their buttons. */
const keepable = /^\/(?:raise|issues\/[0-9a-f-]{36}|polls\/[0-9a-f-]{36})$/;

worker.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([worker.skipWaiting(), warm(always)]));
});
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin) return;
  if (request.method === 'GET' && url.pathname.startsWith('/_app/immutable/')) {
    event.respondWith(fileOf(request));
    return;
  }
  if (request.mode !== 'navigate') return;
  if (keptForStaff.test(url.pathname)) {
    leaving.hasLeft = false;
    event.respondWith(request.method === 'GET' ? visitKept(event, url) : submitKept(event, url));
    return;
  }
  if (notOurs.test(url.pathname)) return;
  if (request.method === 'GET') {
    leaving.hasLeft = false;
    event.respondWith(url.pathname === '/quick-exit' ? leave(event) : visit(event, url));
  } else if (request.method === 'POST' && keepable.test(url.pathname)) {
    event.respondWith(submit(event, url));
  }
});

worker.addEventListener('message', (event) => event.waitUntil(hear(event)));

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}
worker.addEventListener('sync' as never, (event: SyncEvent) => event.waitUntil(sendDue(true, tellAll)));

/** A page: from the network while it answers, else the one that was kept. */
async function visit(event: FetchEvent, url: URL): Promise<Response> {
  const address = url.pathname + url.search;
  if (url.pathname === '/raise/short') {
    const mended = await mendedItem();
    if (mended?.kind === 'raise') return (await mending(mended)) ?? (await withoutNetwork(address));
  }
  const kept = await keptPage(address).catch(() => null);
  const coming = fetch(event.request).then((reply) => {
    event.waitUntil(heed(address, reply.clone()).catch(() => undefined));
    return reply;
  });
  event.waitUntil(coming.catch(() => undefined));
  try {
    return await (kept ? within(patience.page, coming) : coming);
  } catch {
    return withoutNetwork(address);
  }
}

/**
 * The form of a survey or of a meeting's record, which a facilitator's phone keeps while somebody is signed in. A kept
 * one has been used before: each time it is handed out it gets an id and a day of its own.
 */
async function visitKept(event: FetchEvent, url: URL): Promise<Response> {
  const item = (await waitingHere(url)) ?? (await mendedItem());
  const fields = item && wordsAgain(item);
  try {
    const kept = await surveyKept(url);
    const coming = fetch(event.request);
    const reply = await (kept ? within(patience.page, coming) : coming);
    event.waitUntil(heed(surveyAddress(url), reply.clone()).catch(() => undefined));
    return fields ? await filled(reply, fields) : reply;
  } catch {
    return (await surveyKept(url, fields).catch(() => null)) ?? Response.error();
  }
}

/** What waits of the meeting whose form this is: who writes on goes on from there. */
async function waitingHere(url: URL): Promise<Item | undefined> {
  const meeting = keptForStaff.exec(url.pathname)?.[2];
  const item = meeting ? await oneItem(`meeting:${meeting}`).catch(() => undefined) : undefined;
  return item?.state === 'waiting' ? item : undefined;
}

/** A form just fetched, with the words that are on the phone. */
async function filled(reply: Response, fields: Fields): Promise<Response> {
  if (reply.status !== 200) return reply;
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  const policy = reply.headers.get('content-security-policy');
  if (policy) headers.set('content-security-policy', policy);
  return new Response(fillIn(await reply.text(), fields), { headers });
}

function surveyKept(url: URL, fields: Fields = {}): Promise<Response | null> {
  const on = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  return keptPage(
    surveyAddress(url),
    (html) => fillIn(html, { id: drawKey(), recordId: drawKey(), on, ...fields }),
    'surveys',
  );
}

function surveyAddress(url: URL): string {
  return url.pathname + (url.searchParams.get('from') === 'paper' ? '?from=paper' : '');
}

/** One person's answers, or a record: sent when it can be, else kept, and the form comes again. */
async function submitKept(event: FetchEvent, url: URL): Promise<Response> {
  const copy = event.request.clone();
  const end = new AbortController();
  try {
    const reply = await within(patience.form, fetch(event.request, { signal: end.signal }));
    if (reply.status < 400) event.waitUntil(overtaken(copy.clone(), url).catch(() => undefined));
    // Nobody is signed in any more, or the service is away: nothing was taken, and the words wait.
    if (reply.status !== 401 && reply.status < 500) return reply;
  } catch {
    end.abort();
  }
  const { fields } = await formOf(copy);
  const item = itemOf(url.pathname + url.search, fields, drawKey(), Date.now());
  if (!item) {
    await tell({ alert: 'notKept' });
    return new Response(null, { status: 204 });
  }
  try {
    await putItem(item);
  } catch {
    await tell({ alert: 'full' });
    return new Response(null, { status: 204 });
  }
  event.waitUntil(afterKeeping());
  const from = item.page ?? url.pathname;
  return Response.redirect(from, 303);
}

/** Does what the server says of a page: it may be kept, or the phone is in the hands of staff. */
async function heed(address: string, reply: Response): Promise<void> {
  const word = reply.headers.get('samleng-offline');
  if (word === null) return;
  const isStaff = word === 'shared' || word === 'survey';
  await remember('shared', isStaff);
  await forgetPages(isStaff ? 'pages' : 'surveys');
  if (word === 'survey') await keepPage(address, reply, 'surveys');
  if (word === 'keep') await keepPage(address, reply);
}

async function withoutNetwork(address: string, fields: Fields = {}): Promise<Response> {
  const isRaise = address === '/raise' || address.startsWith('/raise/') || address.startsWith('/raise?');
  // A kept form has been used before: a concern of its own needs a code and a key of its own, made here.
  const change = (html: string) => (isRaise ? fillIn(html, { ...ownMarks(), ...fields }) : html);
  const place = isRaise && address !== '/raise' ? '/raise/short' : address;
  const reply =
    (await keptPage(place, change).catch(() => null)) ?? (await keptPage('/offline').catch(() => null));
  return reply ?? Response.error();
}

/** What makes a concern one of its own: 16 digits to come back with, and the key under which it counts once. */
function ownMarks(): Fields {
  return { receipt: drawReceipt(), key: drawKey() };
}

/** The concern a child chose to mend just now, once: its code stands in no address. */
async function mendedItem(): Promise<Item | undefined> {
  try {
    const chosen = (await recall('mending')) as { id: string; at: number } | undefined;
    if (!chosen) return undefined;
    await remember('mending', undefined);
    return Date.now() - chosen.at < 60_000 ? await oneItem(chosen.id) : undefined;
  } catch {
    return undefined;
  }
}

/** The form of a concern that was refused, as the child left it. */
function mending(item: Item): Promise<Response | null> {
  // The key is new, since a key belongs to its words; the code stays the child's.
  return keptPage('/raise/short', (html) => fillIn(html, { ...item.fields, key: drawKey() }));
}

/** A form: sent when it can be, else kept and sent later. */
async function submit(event: FetchEvent, url: URL): Promise<Response> {
  const { request } = event;
  const copy = request.clone();
  const end = new AbortController();
  try {
    const reply = await within(patience.form, fetch(request, { signal: end.signal }));
    if (reply.status < 400) event.waitUntil(overtaken(copy, url).catch(() => undefined));
    return reply;
  } catch {
    end.abort();
  }
  const { fields, spoken } = await formOf(copy);
  const address = url.pathname + url.search;
  const isShared = await recall('shared').catch(() => false);
  const item = isShared ? null : itemOf(address, fields, drawKey(), Date.now(), spoken);
  if (item) {
    try {
      await putItem(item);
    } catch {
      // The page stays as it is, with all that was typed.
      await tell({ alert: 'full' });
      return new Response(null, { status: 204 });
    }
    event.waitUntil(afterKeeping());
    return Response.redirect('/outbox', 303);
  }
  if (url.pathname === '/raise' && !isShared && fields['go'] !== 'send') {
    return withoutNetwork('/raise/short', { ...fields, ...(fields['receipt'] ? {} : ownMarks()) });
  }
  await tell({ alert: 'notKept' });
  return new Response(null, { status: 204 });
}

async function afterKeeping(): Promise<void> {
  await tellAll();
  const { sync } = worker.registration as unknown as { sync?: { register(tag: string): Promise<void> } };
  await sync?.register('outbox').catch(() => undefined);
}

/** What waited is not needed once the same was done directly. */
async function overtaken(request: Request, url: URL): Promise<void> {
  const { fields, spoken } = await formOf(request);
  const item = itemOf(url.pathname + url.search, fields, '-', Date.now(), spoken);
  if (item && (await oneItem(item.id))) {
    await removeItem(item.id);
    await tellAll();
  }
}

/** What a form says, and what was said into it. */
async function formOf(request: Request): Promise<{ fields: Fields; spoken: Uint8Array<ArrayBuffer> | null }> {
  const fields: Record<string, string> = {};
  const form = await request.formData();
  form.forEach((value, name) => {
    // Ticks of one name stand together; every other field has one value.
    const before = name.startsWith('a.') ? fields[name] : undefined;
    if (typeof value === 'string') fields[name] = before === undefined ? value : `${before} ${value}`;
  });
  const sound = form.get('sound');
  const isSpoken = sound instanceof File && sound.size > 0;
  // `Blob.arrayBuffer` is as old as the oldest browser meant here, but not everywhere.
  return { fields, spoken: isSpoken ? new Uint8Array(await new Response(sound).arrayBuffer()) : null };
}

/** Leaves at once, and clears what lies on the phone, with or without a network. */
async function leave(event: FetchEvent): Promise<Response> {
  leaving.hasLeft = true;
  event.waitUntil(clearAll().catch(() => undefined));
  try {
    return await within(patience.leaving, fetch(event.request));
  } catch {
    const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const row = (y: number) => `<tr>${rows.map((x) => `<td>${x * y}</td>`).join('')}</tr>`;
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>1 × 1</title><main><h1>1 × 1</h1><table>${rows.map(row).join('')}</table></main></html>`;
    return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
}

/** What lies on the phone, and this worker itself: the next page begins anew. */
async function clearAll(): Promise<void> {
  await Promise.all([forgetCaches(), forgetDatabase(), worker.registration.unregister()]);
}

/** What pages ask. */
async function hear(event: ExtendableMessageEvent): Promise<void> {
  leaving.hasLeft = false;
  const { kind, id, language } = event.data as { kind: string; id?: string; language?: string };
  if (kind === 'list') {
    event.ports[0]?.postMessage(await outboxShown().catch(() => null));
    return;
  }
  if (kind === 'kept' && id) await receiptKept(id);
  if (kind === 'drop' && id) await removeItem(id);
  if (kind === 'mend' && id) {
    await remember('mending', { id, at: Date.now() });
    event.ports[0]?.postMessage(null);
    return;
  }
  if (kind === 'survey' && id) {
    // What waits goes first: it must not wait for a page that does not come.
    await sendDue(true, tellAll);
    await warm([id]);
  }
  if (kind === 'load') await look(language ?? '').catch(() => undefined);
  if (kind !== 'load' && kind !== 'survey') await tellAll();
  await sendDue(true, tellAll);
  await tellAll();
}

const day = 86_400_000;

/** Once a day, and when the language changes, the pages that should be there without a network are fetched. */
async function look(language: string): Promise<void> {
  const known = (await recall('warmed')) as { language: string; at: number } | undefined;
  if (known && known.language === language && Date.now() - known.at < day) return;
  // Whoever saves data is given only what is always there.
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  await warm([...(known?.language === language || !known ? [] : always), '/', '/raise', '/my', '/polls']);
  const issues = await linksOf('/', /href="(\/issues\?commune=\d{6})"/g);
  const polls = await linksOf('/polls', /href="(\/polls\/[0-9a-f-]{36})"/g);
  await warm([...issues.slice(0, 1), ...polls.slice(0, 5)]);
  await remember('warmed', { language, at: Date.now() });
}

/** Fetches pages one after the other, so that the page being read comes first. */
async function warm(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await fetch(address, { credentials: 'same-origin' })
      .then(async (reply) => {
        await heed(address, reply);
        // A reply nobody reads holds its connection, and a browser has few of them.
        if (!reply.bodyUsed) await reply.body?.cancel();
      })
      .catch(() => undefined);
  }
}

async function tellAll(): Promise<void> {
  await tell(await outboxShown().catch(() => ({ waiting: 0, refused: 0, items: [] })));
}

async function tell(news: object): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window' });
  for (const page of pages) page.postMessage(news);
}

function within<Found>(milliseconds: number, work: Promise<Found>): Promise<Found> {
  return new Promise((resolve, reject) => {
    const ending = setTimeout(() => reject(new Error('too slow')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(ending));
  });
}
