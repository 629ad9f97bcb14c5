import type { Cookies } from '@sveltejs/kit';

export type CookieJar = { readonly url: URL; readonly cookies: Cookies };

const halfYear = 180 * 24 * 60 * 60;

type CookieName = 'device' | 'session' | 'desk' | 'about' | 'commune' | 'pictures' | 'turn';

/**
 * The names of our cookies; `desk` is the protection desk's own session. On https they carry the prefix that ties
 * them to this host; plain http is only met on a demo or behind a proxy that was not declared, where browsers refuse
 * that prefix.
 */
export function cookieName(url: URL, name: CookieName): string {
  return url.protocol === 'https:' ? `__Host-${name}` : name;
}

export function readCookie(jar: CookieJar, name: CookieName): string | undefined {
  return jar.cookies.get(cookieName(jar.url, name));
}

/** Sets one of our cookies; `maxAge` in seconds, null for one that ends with the browser. */
export function setCookie(
  jar: CookieJar,
  name: CookieName,
  value: string,
  maxAge: number | null = halfYear,
): void {
  jar.cookies.set(cookieName(jar.url, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: jar.url.protocol === 'https:',
    ...(maxAge === null ? {} : { maxAge }),
  });
}

export function deleteCookie(jar: CookieJar, name: CookieName): void {
  jar.cookies.delete(cookieName(jar.url, name), { path: '/', secure: jar.url.protocol === 'https:' });
}

/** The language is no secret and outlives everything else: it keeps its plain name. */
export function setLanguageCookie(jar: CookieJar, language: string): void {
  jar.cookies.set('language', language, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: jar.url.protocol === 'https:',
    maxAge: 2 * halfYear,
  });
}
