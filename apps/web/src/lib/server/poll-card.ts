import type { CookieJar } from './cookies.ts';

/**
 * A card that was scanned is remembered for the minutes it takes to answer, so that its code leaves the address at
 * once and need not be typed. It is forgotten with the answer.
 */
const minutes = 15;

function nameOf({ url }: CookieJar): string {
  return url.protocol === 'https:' ? '__Host-card' : 'card';
}

export function cardInHand(jar: CookieJar): string {
  return (jar.cookies.get(nameOf(jar)) ?? '').slice(0, 60);
}

export function takeCard(jar: CookieJar, code: string): void {
  jar.cookies.set(nameOf(jar), code, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: jar.url.protocol === 'https:',
    maxAge: minutes * 60,
  });
}

export function layCardAway(jar: CookieJar): void {
  jar.cookies.delete(nameOf(jar), { path: '/', secure: jar.url.protocol === 'https:' });
}
