import { createCipheriv, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { ReferralRecord } from './referral-record.ts';
import { writtenLines } from './written-lines.ts';

const derive = promisify(pbkdf2);
/** Without 0, 1, i, l, o, u: 30 letters and digits that nobody mistakes on the telephone. */
const alphabet = '23456789abcdefghjkmnpqrstvwxyz';
const codeLength = 24;
const rounds = 600_000;

export type EncryptedFile = {
  readonly name: string;
  /** The whole page, in base64. */
  readonly content: string;
  /** What opens it; said on the telephone or on another paper, never sent along. Kept nowhere. */
  readonly code: string;
};

/**
 * A referral as a page that opens itself: any browser shows it to whoever types the code, without a network and
 * without a program to install. AES-256-GCM under PBKDF2-SHA-256 of a random code of 24 signs (117 bits).
 */
export async function encryptReferral(record: ReferralRecord): Promise<EncryptedFile> {
  const code = newCode();
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const key = await derive(code, salt, rounds, 32, 'sha256');
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([
    cipher.update(JSON.stringify(writtenLines(record)), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const page = pageOf([salt, nonce, sealed].map((bytes) => bytes.toString('base64')));
  return {
    name: `referral-${record.id}.html`,
    content: Buffer.from(page).toString('base64'),
    code: code.match(/.{4}/g)!.join('-'),
  };
}

function newCode(): string {
  let code = '';
  while (code.length < codeLength)
    // Bytes from 240 on are drawn again, so that each sign is as likely as any other.
    for (const byte of randomBytes(codeLength))
      if (byte < 240 && code.length < codeLength) code += alphabet[byte % alphabet.length];
  return code;
}

function pageOf([salt, nonce, sealed]: string[]): string {
  return `<!doctype html>
<html lang="km">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>។</title>
<style>
  body { font: 1rem/1.6 'Noto Sans Khmer', 'Khmer OS', sans-serif; margin: 2rem auto; max-width: 40rem; padding: 0 1rem }
  input, button { font: inherit; padding: .5rem }
  dt { font-weight: bold; margin-top: .75rem }
  dd { margin: 0; white-space: pre-wrap }
  @media print { form { display: none } }
</style>
<form><p><label>បញ្ចូលលេខកូដ / Enter the code<br><input autocomplete="off" autocapitalize="off" spellcheck="false" size="32"></label>
<button>បើក / Open</button></p><p role="alert"></p></form>
<dl></dl>
<script>
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const [salt, nonce, sealed] = ${JSON.stringify([salt, nonce, sealed])}.map(bytes);
  const form = document.querySelector('form');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const code = form.querySelector('input').value.toLowerCase().replace(/[^0-9a-z]/g, '');
    try {
      const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, ['deriveKey']);
      const key = await crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ${rounds} }, base,
        { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, sealed);
      const list = document.querySelector('dl');
      list.replaceChildren();
      for (const { label, text } of JSON.parse(new TextDecoder().decode(opened))) {
        list.appendChild(document.createElement('dt')).textContent = label;
        list.appendChild(document.createElement('dd')).textContent = text;
      }
      form.remove();
    } catch {
      form.querySelector('[role=alert]').textContent = 'លេខកូដមិនត្រូវ / The code is not right';
    }
  });
</script>
`;
}
