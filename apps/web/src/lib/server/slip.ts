import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { PROTECTION_WEB_KEY } from '$app/env/private';

/**
 * What a form that was sent tells the page that comes after it: which code to show, or which to open. Forms are
 * answered by a redirect, so that neither Back nor a reload shows or sends again what a child typed; the code must
 * reach the next page without standing in an address, in the history or readably on the phone.
 */
export type Slip =
  | {
      readonly show: 'SENT';
      readonly receipt: string;
      readonly isVoiceLost: boolean;
      readonly isEarlier: boolean;
    }
  | { readonly show: 'CHANGED'; readonly receipt: string }
  | {
      readonly show: 'OPEN';
      readonly receipt: string;
      /** Known to be the desk's: then only the desk is asked. */
      readonly isCase: boolean;
      readonly isWritten?: boolean;
    }
  | { readonly show: 'ERASED' };

export type SlipHolder = {
  readonly url: URL;
  readonly cookies: Cookies;
  readonly locals: Pick<App.Locals, 'device'>;
};

/**
 * How long a new code can be seen again, which a bad line may need and the next child with the phone must not, and how
 * long a page's forms go on working; in milliseconds.
 */
const lifetimes = { next: 90_000, form: 15 * 60_000 } as const;
type Purpose = keyof typeof lifetimes;

// Every process that serves these pages has the same key of the desk's; alone, one of its own does.
const key = Buffer.from(
  hkdfSync('sha256', PROTECTION_WEB_KEY || randomBytes(32), '', 'samleng slip between two pages v1', 32),
);

/** Leaves word for the next page, for a minute and a half at most, in a cookie that ends with the browser. */
export function leaveSlip(holder: SlipHolder, slip: Slip): void {
  holder.cookies.set(nameFor(holder.url), seal(slip, 'next', holder.locals.device), attributes(holder.url));
}

/** The word that was left, if it is still good. It stays until `dropSlip`. */
export function readSlip(holder: SlipHolder): Slip | null {
  const sealed = holder.cookies.get(nameFor(holder.url));
  return sealed === undefined ? null : (unseal(sealed, 'next', holder.locals.device) as Slip | null);
}

export function dropSlip(holder: SlipHolder): void {
  holder.cookies.delete(nameFor(holder.url), attributes(holder.url));
}

/** A receipt as a page's forms carry it: of no use in the history of another phone, nor after a quarter of an hour. */
export function receiptForForms(holder: Pick<SlipHolder, 'locals'>, receipt: string): string {
  return seal({ receipt }, 'form', holder.locals.device);
}

/** The receipt a form carried; null when its time is over. */
export function receiptOfForm(holder: Pick<SlipHolder, 'locals'>, sealed: string): string | null {
  const opened = unseal(sealed, 'form', holder.locals.device) as { receipt?: unknown } | null;
  return typeof opened?.receipt === 'string' ? opened.receipt : null;
}

/** AES-256-GCM; what it is for, until when, and on which phone it holds are bound to it. */
function seal(content: object, purpose: Purpose, device: string): string {
  const until = String(Date.now() + lifetimes[purpose]);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(purpose, device, until));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  return `${until}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

function unseal(text: string, purpose: Purpose, device: string): unknown {
  const [until = '', body = ''] = text.split('.');
  const bytes = Buffer.from(body, 'base64url');
  if (!/^\d{13}$/.test(until) || Number(until) < Date.now() || bytes.length < 29) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(bound(purpose, device, until))
      .setAuthTag(bytes.subarray(12, 28));
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString());
  } catch {
    // Changed by somebody, or of another process that ended: as if it had never been.
    return null;
  }
}

function bound(purpose: Purpose, device: string, until: string): Buffer {
  return Buffer.from(`${purpose}\n${device}\n${until}`);
}

function nameFor(url: URL): string {
  return url.protocol === 'https:' ? '__Secure-slip' : 'slip';
}

function attributes(url: URL) {
  return { path: '/my', httpOnly: true, sameSite: 'strict', secure: url.protocol === 'https:' } as const;
}
