import { type AgeBand, ageBandKeys, type Sex, sexes } from '@samleng/vocabulary';
import type { AccusedRole, SaidAnswer } from '#lib/server/generated/protection/graphql.ts';
import { communeCodeOf, memberOf, placeCodeOf, textOf } from './read.ts';

/** What the form in confidence holds. It lives in the page while it is open, and nowhere else. */
export interface SafeValues {
  /** 16 digits made before anything is sent, so that a lost reply never orphans what a child told. */
  readonly receipt: string;
  /** The same for every try of one form; the recording has its own. */
  readonly key: string;
  readonly voiceKey: string;
  readonly commune: string | null;
  readonly village: string | null;
  readonly text: string;
  readonly danger: SaidAnswer | null;
  readonly charge: SaidAnswer | null;
  readonly role: AccusedRole | null;
  readonly notReadBy: readonly string[];
  readonly alias: string;
  readonly callback: string;
  readonly sex: Sex | null;
  readonly ageBand: AgeBand | null;
}

export const answers = ['YES', 'NO', 'UNKNOWN'] as const satisfies readonly SaidAnswer[];
export const roles = [
  'FAMILY',
  'TEACHER',
  'OFFICIAL',
  'PEER',
  'STRANGER',
] as const satisfies readonly AccusedRole[];

/** The desk holds to the same. */
export const longestReport = 4_000;
export const longestMessage = 2_000;
export const mostVoiceBytes = 1024 * 1024;

export function newSafeValues(receipt: string, commune: string | null): SafeValues {
  return {
    receipt,
    key: crypto.randomUUID(),
    voiceKey: crypto.randomUUID(),
    commune,
    village: null,
    text: '',
    danger: null,
    charge: null,
    role: null,
    notReadBy: [],
    alias: '',
    callback: '',
    sex: null,
    ageBand: null,
  };
}

/**
 * Reads the form.
 *
 * @returns null when the hidden fields are not as we made them: then one starts again
 */
export function readSafe(form: FormData): SafeValues | null {
  const receipt = textOf(form, 'receipt', 20);
  const [key, voiceKey] = [textOf(form, 'key', 40), textOf(form, 'voiceKey', 40)];
  if (!/^\d{16}$/.test(receipt) || !isKey(key) || !isKey(voiceKey)) return null;
  const commune = communeCodeOf(form.get('commune'));
  const village = placeCodeOf(form.get('village'));
  return {
    receipt,
    key,
    voiceKey,
    commune,
    village: commune !== null && village?.length === 8 && village.startsWith(commune) ? village : null,
    text: textOf(form, 'text', 200_000),
    danger: memberOf(answers, form.get('danger')),
    charge: memberOf(answers, form.get('charge')),
    role: memberOf(roles, form.get('role')),
    notReadBy: form.getAll('notReadBy').filter((id) => typeof id === 'string' && isKey(id)) as string[],
    alias: textOf(form, 'alias', 80),
    callback: textOf(form, 'callback', 300),
    sex: memberOf(sexes, form.get('sex')),
    ageBand: memberOf(ageBandKeys, form.get('ageBand')),
  };
}

/** The recording of a form, where there is one: a file field that was left empty comes as an empty file. */
export function recordingOf(form: FormData): File | null {
  const file = form.get('voice');
  return file instanceof File && file.size > 0 ? file : null;
}

/** Whether bytes begin as the recordings of phones do: Ogg, WebM, or the MP4 family. The desk looks more closely. */
export function looksLikeSound(bytes: Uint8Array): boolean {
  const begins = (at: number, ...signs: readonly number[]) =>
    signs.every((sign, index) => bytes[at + index] === sign);
  return (
    begins(0, 0x4f, 0x67, 0x67, 0x53) ||
    begins(0, 0x1a, 0x45, 0xdf, 0xa3) ||
    begins(4, 0x66, 0x74, 0x79, 0x70)
  );
}

function isKey(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
