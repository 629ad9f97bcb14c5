import { ok, refused, type Result } from '@samleng/kernel';

/** Why a text does not get in. Lengths are in characters (Unicode code points). */
export type AdmitProblem =
  { readonly code: 'EMPTY' } | { readonly code: 'TOO_LONG'; readonly length: number; readonly max: number };

export interface AdmitLimits {
  /** The most characters (code points, as PostgreSQL's char_length counts them) the text may have. */
  readonly max: number;
  /** For names and titles: line ends and tabs become spaces. */
  readonly oneLine?: boolean;
}

/** Controls but tab and newline, halves of surrogate pairs, and code points that never are characters. */
const refuse = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** Bidi controls, byte order mark, annotation marks, tag characters: they change how others are read. */
const steering = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** Something a reader can see: no mark alone, no filler, no blank. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
const blank = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

const manyMarks = /(\p{M}{6})\p{M}+/gu;
const manyInvisible =
  /([\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200D\u2060-\u2064\u3164\uFE00-\uFE0F\uFFA0]{4})[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200D\u2060-\u2064\u3164\uFE00-\uFE0F\uFFA0]+/gu;
/** More than four feet under one Khmer letter: no word has them (the deepest has three). */
const manyFeet = /((?:\u17D2[\u1780-\u17B3]){4})((?:\u17D2[\u1780-\u17B3])+)/g;

/**
 * The door for every text a person types. Takes out what harms the database or the reader (NUL and other
 * controls, halves of surrogate pairs, bidi controls, tag characters), makes line ends `\n`, thins runaway
 * marks, feet and blank lines, trims; keeps the spelling otherwise, zero-width spaces between Khmer words
 * included. Nothing a child sends is refused for its characters, only for being empty or too long.
 *
 * @returns the text to store; `EMPTY` when nothing in it can be seen; `TOO_LONG` with both lengths
 * @example admitText('ទឹក\u0000ស្អាត\r\n', { max: 2000 }) // { ok: true, value: 'ទឹកស្អាត' }
 */
export function admitText(text: string, { max, oneLine = false }: AdmitLimits): Result<string, AdmitProblem> {
  const clean = text
    .replace(/\r\n?|[\u0085\u2028\u2029\u000B\u000C]/g, '\n')
    .replace(refuse, '')
    .replace(steering, '')
    .replace(manyInvisible, '$1')
    .replace(manyFeet, (_, kept: string, rest: string) => kept + rest.replaceAll('\u17D2', ''))
    .replace(manyMarks, '$1');
  const laidOut = oneLine ? clean.replace(/[\n\t]+/g, ' ') : clean.replace(/\n{4,}/g, '\n\n\n');
  const admitted = laidOut.trim();
  if (!visible.test(admitted.replace(blank, ''))) return refused({ code: 'EMPTY' });
  const length = characters(admitted);
  return length > max ? refused({ code: 'TOO_LONG', length, max }) : ok(admitted);
}

/** As `admitText`, for a field that may be left out: nothing visible gives `null`. */
export function admitOptionalText(
  text: string | null | undefined,
  limits: AdmitLimits,
): Result<string | null, AdmitProblem> {
  const admitted = admitText(text ?? '', limits);
  return !admitted.ok && admitted.problem.code === 'EMPTY' ? ok(null) : admitted;
}

/** Characters of a text as the limits count them: Unicode code points. */
export function characters(text: string): number {
  let pairs = 0;
  for (let at = 0; at + 1 < text.length; at += 1) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00)
      pairs += 1;
  }
  return text.length - pairs;
}
