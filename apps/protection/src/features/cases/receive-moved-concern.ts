import { createHmac } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import { inTransaction } from '@samleng/server';
import { admitText } from '@samleng/text';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { excludedAffiliations } from '../roster/index.ts';
import { moreUrgent, placeOf, urgencyOf } from './admit-disclosure.ts';
import type { Case } from './case.entity.ts';
import { longestReport } from './case-limits.ts';
import { openForm } from './disclose-sealed.ts';
import { sameForm } from './disclose-harm.ts';
import { takeIn } from './take-in.ts';

/** What the participation service seals to the desk's public key is for this purpose only. */
export const movePurpose = 'moved concern';

/** A concern as the participation service hands it over, inside the envelope, as JSON. */
export type MovedConcern = {
  /** Always the same for the same concern: a retry gives the same case. */
  readonly idempotencyKey: string;
  readonly text: string;
  /** 32 and 64 hexadecimal digits: what the child's receipt leads to, as stored beside the concern. */
  readonly receiptLookupId: string;
  readonly receiptPublicKey: string;
  readonly communeCode: string | null;
  readonly villageCode: string | null;
  readonly urgency: 'NORMAL' | 'RAISED' | 'URGENT';
  /** Codes only, for example `aboutOfficeKind:SCHOOL`, `aboutSomeoneInCharge`. */
  readonly tags: readonly string[];
  /** The child spoke: its recording follows, and the words may be empty. */
  readonly voiceFollows?: boolean;
};

/**
 * A moderator moved a concern here. It becomes a case like any other, sealed to the public key of the child's
 * receipt, which goes on working; nobody gave its digits. The participation service erases its own copy afterwards.
 */
export async function receiveMovedConcern(
  request: DeskRequest,
  input: { sealed: string },
): Promise<Result<Case, readonly Problem[]>> {
  if (request.stretchReceipt === null) return refused([problem('INTAKE_CLOSED')]);
  const form = openForm(request, input.sealed, movePurpose);
  if (form === null || !isMovedConcern(form)) return refused([problem('UNREADABLE_TEXT', 'sealed')]);
  const text = admitText(form.text, { max: longestReport });
  const isSpoken = form.voiceFollows === true && !text.ok && text.problem.code === 'EMPTY';
  if (!text.ok && !isSpoken)
    return refused([problem(text.problem.code === 'EMPTY' ? 'REQUIRED' : 'TOO_LONG', 'text')]);
  const words = text.ok ? text.value : '';
  const contentCheck = createHmac('sha256', Buffer.from(request.settings.PROTECTION_SECRETS_KEY, 'hex'))
    .update('samleng protection moved concern v1\n')
    .update(JSON.stringify([form.receiptLookupId, words]))
    .digest('hex');
  const before = await sameForm(request, form.idempotencyKey, contentCheck);
  if (before !== null) return before;
  try {
    return ok(
      await inTransaction(request, (inside) => takeIn(inside, incomingOf(form, words, contentCheck))),
    );
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const first = await sameForm(request, form.idempotencyKey, contentCheck);
    return first ?? refused([problem('SAME_KEY_OTHER_CONTENT', 'receiptLookupId')]);
  }
}

function incomingOf(moved: MovedConcern, text: string, contentCheck: string) {
  const tagged = (name: string) =>
    moved.tags.find((tag) => tag.startsWith(`${name}:`))?.slice(name.length + 1);
  const aboutSomeoneInCharge = moved.tags.includes('aboutSomeoneInCharge') ? 'YES' : 'UNKNOWN';
  const urgency = moved.urgency === 'RAISED' ? 'HIGH' : moved.urgency;
  return {
    idempotencyKey: moved.idempotencyKey,
    contentCheck,
    channel: 'MOVED',
    urgency: moreUrgent(urgency, urgencyOf({ text, dangerNow: 'UNKNOWN' })),
    report: {
      text,
      dangerNow: 'UNKNOWN',
      aboutSomeoneInCharge,
      accusedRole: null,
      ...placeOf(moved),
      alias: null,
      ageBand: null,
      sex: null,
      callback: null,
      tags: moved.tags,
    },
    excludedAffiliations: excludedAffiliations({
      aboutSomeoneInCharge,
      aboutOfficeKind: tagged('aboutOfficeKind') ?? null,
    }),
    excludedAccountIds: [],
    receipt: {
      lookupId: moved.receiptLookupId,
      publicKey: new Uint8Array(Buffer.from(moved.receiptPublicKey, 'hex')),
      key: null,
    },
  } as const;
}

function isMovedConcern(form: Record<string, unknown>): form is MovedConcern {
  const { idempotencyKey, text, receiptLookupId, receiptPublicKey, communeCode, villageCode, urgency, tags } =
    form;
  const isCode = (code: unknown) => code === null || code === undefined || typeof code === 'string';
  return (
    typeof idempotencyKey === 'string' &&
    isId(idempotencyKey) &&
    typeof text === 'string' &&
    typeof receiptLookupId === 'string' &&
    /^[0-9a-f]{32}$/.test(receiptLookupId) &&
    typeof receiptPublicKey === 'string' &&
    /^[0-9a-f]{64}$/.test(receiptPublicKey) &&
    isCode(communeCode) &&
    isCode(villageCode) &&
    (urgency === 'NORMAL' || urgency === 'RAISED' || urgency === 'URGENT') &&
    Array.isArray(tags) &&
    tags.length <= 20 &&
    tags.every((tag) => typeof tag === 'string' && /^[\w:.-]{1,64}$/.test(tag))
  );
}
