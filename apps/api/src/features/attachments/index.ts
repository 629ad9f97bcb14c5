export { Attachment, AttachmentPart } from './attachment.entity.ts';
export { attachmentsById, openRecording } from './attachment.queries.ts';
export { attachmentRoutes, giveRecording } from './attachment.routes.ts';
export { RecordingNode } from './attachment.type.ts';
export { cleanSound } from './clean-sound.ts';
export { eraseAttachments, eraseUntaken } from './erase-attachments.ts';
export { takeAttachment } from './take-attachment.ts';
