import type { Viewer } from '../accounts/index.ts';
import type { Attachment, AttachmentPurpose } from './attachment.entity.ts';

/** Who gives a recording for a purpose: a child by its device, an official by the account. Null: this viewer cannot. */
export function giverOf(viewer: Viewer, purpose: AttachmentPurpose): string | null {
  switch (purpose) {
    case 'CONCERN':
      return viewer.deviceKey;
    case 'ANSWER':
      return viewer.grants.some(({ role }) => role === 'OFFICIAL') ? viewer.accountId : null;
  }
}

/** A recording is its giver's alone, until a concern or an answer takes it. */
export function mayHearOwn(
  viewer: Viewer,
  attachment: Pick<Attachment, 'purpose' | 'giver' | 'takenAt'>,
): boolean {
  return isGiver(viewer, attachment) && (attachment.takenAt ?? null) === null;
}

export function isGiver(viewer: Viewer, { purpose, giver }: Pick<Attachment, 'purpose' | 'giver'>): boolean {
  return giver !== '' && giverOf(viewer, purpose) === giver;
}
