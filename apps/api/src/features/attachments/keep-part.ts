import { createHash } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { hasRole } from '../accounts/index.ts';
import {
  attachmentsByAddress,
  attachmentsByGiver,
  mostAttachmentBytes,
  partSize,
  slowedBy,
} from './attachment-limits.ts';
import { Attachment, AttachmentPart, type AttachmentPurpose } from './attachment.entity.ts';
import { giverOf } from './attachment.policy.ts';
import { putTogether } from './put-together.ts';

export type GivenPart = {
  /** Drawn by the phone: the same for all parts of one recording. */
  readonly id: string;
  readonly purpose: AttachmentPurpose;
  /** Bytes of the whole. */
  readonly size: number;
  /** Which part, from 0. */
  readonly number: number;
  readonly bytes: Uint8Array;
};

/** How far a recording has come: the numbers of the parts still wanted. */
export type Arrived = { readonly id: string; readonly missing: readonly number[] };

/**
 * A phone sends a recording part by part, in any order, any of them again: each counts once. With the last one the
 * whole is recognised by its content and cleaned; what is no recording, or too long a one, is refused and forgotten.
 */
export async function keepPart(
  request: ApiRequest,
  part: GivenPart,
): Promise<Result<Arrived, readonly Problem[]>> {
  const id = part.id.toLowerCase();
  const giver = giverOf(request.viewer, part.purpose);
  if (giver === null || !isId(id)) return refused([problem('NOT_FOUND', 'id')]);
  if (!Number.isInteger(part.size) || part.size < 1) return refused([problem('REQUIRED', 'size')]);
  if (part.size > mostAttachmentBytes) return refused([problem('MEDIA_TOO_LARGE', 'size')]);
  if (lengthOf(part.size, part.number) !== part.bytes.length)
    return refused([problem('OUT_OF_RANGE', 'part')]);
  const isNew = (await request.em.count(Attachment, { id })) === 0;
  if (isNew && !(await mayBegin(request, giver))) return refused([problem('TOO_MANY_TRIES')]);
  return inTransaction(request, async (inside) => {
    const attachment = await begin(inside, { ...part, id }, giver);
    const digest = createHash('sha256').update(part.bytes).digest('hex');
    const before = await inside.em.findOne(AttachmentPart, { attachmentId: id, number: part.number });
    // Sent again because a reply was lost: whose it was is forgotten, what it was is not.
    if (attachment.takenAt && before?.digest === digest) return ok({ id, missing: [] });
    if (attachment.giver !== giver || attachment.purpose !== part.purpose)
      return refused([problem('NOT_FOUND', 'id')]);
    if (attachment.size !== part.size) return refused([problem('SAME_KEY_OTHER_CONTENT', 'id')]);
    if (before !== null && before.digest !== digest)
      return refused([problem('SAME_KEY_OTHER_CONTENT', 'part')]);
    if (before === null) {
      await inside.em.insert(AttachmentPart, {
        attachmentId: id,
        number: part.number,
        digest,
        bytes: Buffer.from(part.bytes),
      });
    }
    const missing = await missingOf(inside, attachment);
    if (missing.length > 0 || attachment.mediaType) return ok({ id, missing });
    const whole = await putTogether(inside, attachment);
    return whole.ok ? ok({ id, missing }) : whole;
  });
}

/** How many bytes a part has; -1 for one that there is not. */
function lengthOf(size: number, number: number): number {
  if (!Number.isInteger(number) || number < 0 || number * partSize >= size) return -1;
  return Math.min(partSize, size - number * partSize);
}

/** The recording, held until the deed ends: parts that come at once wait for each other. */
async function begin({ em, clock }: ApiRequest, part: GivenPart, giver: string): Promise<Attachment> {
  await em.execute(
    `insert into attachments (id, purpose, giver, size, begun_at) values (?, ?, ?, ?, ?)
      on conflict (id) do nothing`,
    [part.id, part.purpose, giver, part.size, clock.now()],
  );
  return em.findOneOrFail(Attachment, { id: part.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

async function missingOf({ em }: ApiRequest, { id, size }: Attachment): Promise<number[]> {
  const rows = await em.execute<{ number: number }[]>(
    'select number from attachment_parts where attachment_id = ?',
    [id],
  );
  const there = new Set(rows.map(({ number }) => number));
  return Array.from({ length: Math.ceil(size / partSize) }, (_, number) => number).filter(
    (number) => !there.has(number),
  );
}

/** A giver over the limit is refused; an address over its limit only waits. */
async function mayBegin({ rates, clientAddress, viewer }: ApiRequest, giver: string): Promise<boolean> {
  // A club's tablet goes from child to child inside its facilitator's session.
  if (hasRole(viewer, 'FACILITATOR')) return true;
  if (!(await rates.take('attachments-by-giver', giver, attachmentsByGiver)).allowed) return false;
  const byAddress = await rates.take('attachments-by-address', clientAddress, attachmentsByAddress);
  if (!byAddress.allowed) await new Promise((resolve) => setTimeout(resolve, slowedBy));
  return true;
}
