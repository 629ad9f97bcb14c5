import { defineEntity, p } from '@mikro-orm/core';
import type { Sound } from '@samleng/server';

/** What a recording is given for: with a concern by a child, or with an office's answer by its official. */
export const attachmentPurposes = ['CONCERN', 'ANSWER'] as const;
export type AttachmentPurpose = (typeof attachmentPurposes)[number];

/**
 * A recording that comes in parts. It is nobody's but its giver's until a concern or an answer takes it; what nobody
 * takes is erased.
 */
export const AttachmentSchema = defineEntity({
  name: 'Attachment',
  tableName: 'attachments',
  properties: {
    /** Drawn by the phone that sends it, so that a part sent twice is the same part. */
    id: p.uuid().primary(),
    purpose: p.string().length(8).$type<AttachmentPurpose>(),
    /** Who gives it: what a device is known by, or an account. Forgotten when it is taken. */
    giver: p.string().length(64),
    /** Bytes it will have. */
    size: p.integer(),
    /** Known once every part is there. */
    mediaType: p.string().length(24).$type<Sound['kind']>().nullable(),
    seconds: p.integer().nullable(),
    /** SHA-256 of what came, so that the same sent again is known. */
    digest: p.string().length(64).nullable(),
    /** The recording without what its recorder wrote beside the sound. */
    bytes: p.blob().lazy().nullable(),
    begunAt: p.datetime(),
    /** When a concern or an answer took it. */
    takenAt: p.datetime().nullable(),
  },
});
export class Attachment extends AttachmentSchema.class {}
AttachmentSchema.setClass(Attachment);

/** A part that is there already. Its bytes go when the whole is put together; its check stays. */
export const AttachmentPartSchema = defineEntity({
  name: 'AttachmentPart',
  tableName: 'attachment_parts',
  properties: {
    attachmentId: p.uuid().primary(),
    number: p.integer().primary(),
    digest: p.string().length(64),
    bytes: p.blob().nullable(),
  },
});
export class AttachmentPart extends AttachmentPartSchema.class {}
AttachmentPartSchema.setClass(AttachmentPart);
