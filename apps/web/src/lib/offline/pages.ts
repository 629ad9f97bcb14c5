import { leaving } from './leaving.ts';

// Which replies are kept is the server's word: a page that may lie on the phone says so in its reply.

/** Forms of research stay while somebody of staff is signed in, when nothing else does. */
const names = { pages: 'pages', surveys: 'surveys', files: 'files' } as const;
const most = { pages: 40, surveys: 20, files: 120 } as const;
type Shelf = 'pages' | 'surveys';

/** Kept before anybody asks for them: help, and what the outbox needs. */
export const always = ['/help', '/offline', '/outbox', '/raise/short'] as const;

/** Keeps a page and the files it names, so that it looks the same without a network. */
export async function keepPage(address: string, reply: Response, shelf: Shelf = 'pages'): Promise<void> {
  // Pages name their files from where they stand; a kept page may be shown elsewhere.
  const html = (await reply.text()).replace(/"(?:\.\.?\/)+_app\//g, '"/_app/');
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' });
  const policy = reply.headers.get('content-security-policy');
  if (policy) headers.set('content-security-policy', policy);
  if (leaving.hasLeft) return;
  const pages = await caches.open(names[shelf]);
  await pages.put(address, new Response(html, { headers }));
  const files = new Set(
    Array.from(html.matchAll(/(?:href|src)="(\/_app\/immutable\/[^"#]+)/g), (found) => found[1]!),
  );
  await Promise.all([...files].map((file) => fileOf(new Request(file)).catch(() => undefined)));
  await Promise.all([shorten(names[shelf], most[shelf]), shorten(names.files, most.files)]);
}

/** The kept page of an address, as text, with its headers; `change` may fill it in. */
export async function keptPage(
  address: string,
  change: (html: string) => string = (html) => html,
  shelf: Shelf = 'pages',
): Promise<Response | null> {
  const kept = await caches.match(address, { cacheName: names[shelf] });
  if (!kept) return null;
  const html = change((await kept.text()).replace(/data-kept="" hidden(?:="")?/, 'data-kept=""'));
  return new Response(html, { headers: kept.headers });
}

/** A file whose name changes with its content: the one on the phone is as good as any. */
export async function fileOf(request: Request): Promise<Response> {
  if (leaving.hasLeft) return fetch(request);
  const files = await caches.open(names.files);
  const kept = await files.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const reply = await fetch(request.url, { credentials: 'same-origin' });
  if (reply.status === 200 && !leaving.hasLeft)
    await files.put(request.url, reply.clone()).catch(() => undefined);
  return reply;
}

export async function forgetPages(shelf: Shelf = 'pages'): Promise<void> {
  await caches.delete(names[shelf]);
}

export async function forgetCaches(): Promise<void> {
  await Promise.all(Object.values(names).map((name) => caches.delete(name)));
}

/** The addresses of a kept page that name what else of it is wanted without a network. */
export async function linksOf(address: string, pattern: RegExp): Promise<string[]> {
  const kept = await caches.match(address, { cacheName: names.pages });
  const html = kept ? await kept.text() : '';
  return [...new Set(Array.from(html.matchAll(pattern), (found) => found[1]!))];
}

/** The oldest go first, but never the pages that are always there. */
async function shorten(name: string, count: number): Promise<void> {
  if (leaving.hasLeft) return;
  const cache = await caches.open(name);
  const keys = (await cache.keys()).filter(
    ({ url }) => !(always as readonly string[]).includes(new URL(url).pathname),
  );
  await Promise.all(keys.slice(0, Math.max(0, keys.length - count)).map((key) => cache.delete(key)));
}
