import type { AgeBand, Sex } from '@samleng/vocabulary';
import type { AccusedRole, CaseKind, Closing, DutyReason, SaidAnswer } from '../../lists.ts';

/** What a child wrote first. Only the words are always there. */
export type Report = {
  readonly text: string;
  readonly dangerNow: SaidAnswer;
  readonly aboutSomeoneInCharge: SaidAnswer;
  readonly accusedRole: AccusedRole | null;
  readonly communeCode: string | null;
  readonly villageCode: string | null;
  /** A first name or nickname. */
  readonly alias: string | null;
  readonly ageBand: AgeBand | null;
  readonly sex: Sex | null;
  /** How and when it is safe to reach the child. */
  readonly callback: string | null;
  /** What a moderator tagged when the concern was moved here. */
  readonly tags: readonly string[];
};

/** What a worker judged, and why. */
export type Triage = {
  readonly danger: SaidAnswer;
  readonly kind: CaseKind;
  readonly accusedRole: AccusedRole | null;
  readonly duty: DutyReason | null;
  readonly note: string | null;
};

/** A worker's own words, or how the case was closed. */
export type Note = { readonly text: string; readonly closing: Closing | null };

/** A message, either way. */
export type Message = { readonly text: string };

/** The content of an item as bytes to seal. */
export function contentOf(content: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(content));
}

/** The content that `contentOf` made bytes of. */
export function readContent<Content>(bytes: Uint8Array): Content {
  return JSON.parse(new TextDecoder().decode(bytes)) as Content;
}
