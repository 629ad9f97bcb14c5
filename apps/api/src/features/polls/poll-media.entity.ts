import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';

/** What a file is for: shown with a question or an option, or the photo of a tally sheet. */
export const mediaPurposes = ['OPTION', 'SHEET'] as const;
export type MediaPurpose = (typeof mediaPurposes)[number];

export const mediaKinds = ['PICTURE', 'SOUND'] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** A picture or a recording given to a poll, as it is given out: without anything a camera wrote beside it. */
export const PollMediaSchema = defineEntity({
  name: 'PollMedia',
  tableName: 'poll_media',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    pollId: p.uuid(),
    purpose: p.string().length(8).$type<MediaPurpose>(),
    kind: p.string().length(8).$type<MediaKind>(),
    mediaType: p.string().length(24),
    /** SHA-256 of the bytes: the same file given twice is kept once. */
    digest: p.string().length(64),
    bytes: p.blob().lazy(),
    keptBy: p.uuid(),
    keptAt: p.datetime(),
  },
});
export class PollMedia extends PollMediaSchema.class {}
PollMediaSchema.setClass(PollMedia);
