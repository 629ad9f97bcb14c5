import { refused, type Result } from '@samleng/kernel';
import { EnvelopeBroken, openEnvelope } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import type { Disclosure } from './admit-disclosure.ts';
import type { Case } from './case.entity.ts';
import { discloseHarm } from './disclose-harm.ts';

/** What a phone seals to the desk's public key is for this purpose only. */
export const phonePurpose = 'disclosure';
const longestSealed = 60_000;

/**
 * A phone that had no network sends what it sealed then: nobody who took the phone meanwhile could read it. Inside
 * is a form like any other, with the receipt the child was shown.
 */
export async function discloseSealed(
  request: DeskRequest,
  input: { sealed: string },
): Promise<Result<Case, readonly Problem[]>> {
  if (request.stretchReceipt === null) return refused([problem('INTAKE_CLOSED')]);
  const form = openForm(request, input.sealed, phonePurpose);
  if (form === null || !isDisclosure(form)) return refused([problem('UNREADABLE_TEXT', 'sealed')]);
  return discloseHarm(request, form, 'OFFLINE');
}

/** The JSON object inside an envelope to the desk, or null. */
export function openForm(
  { deskKeys }: DeskRequest,
  sealed: string,
  purpose: string,
): Record<string, unknown> | null {
  if (sealed.length > longestSealed) return null;
  try {
    const bytes = openEnvelope(Buffer.from(sealed, 'base64'), deskKeys, purpose);
    const form: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof form === 'object' && form !== null ? (form as Record<string, unknown>) : null;
  } catch (error) {
    if (error instanceof EnvelopeBroken || error instanceof SyntaxError || error instanceof TypeError)
      return null;
    throw error;
  }
}

/** Lists are checked where they are admitted; texts must be texts. */
function isDisclosure(form: Record<string, unknown>): form is Disclosure {
  const isText = (name: string) => typeof form[name] === 'string';
  const mayBeText = (name: string) => form[name] === undefined || form[name] === null || isText(name);
  const people = form['notReadBy'] ?? [];
  return (
    ['idempotencyKey', 'receipt', 'text'].every(isText) &&
    ['communeCode', 'villageCode', 'alias', 'callback'].every(mayBeText) &&
    Array.isArray(people) &&
    people.every((id) => typeof id === 'string')
  );
}
