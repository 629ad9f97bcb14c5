/** A text made easy to search, with the way back to the original. */
export interface FoldedText {
  /** Latin digits, plain instead of full-width signs, nothing invisible; everything else as written. */
  readonly text: string;
  /** For each unit of `text` its place in the original; one more for the end. */
  readonly places: readonly number[];
}

const invisible =
  /[\u00AD\u034F\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFE00-\uFE0F\uFEFF]/;

/** Folds unit by unit, so that every place is known. */
export function fold(original: string): FoldedText {
  const places: number[] = [];
  let text = '';
  for (let at = 0; at < original.length; at += 1) {
    const unit = original[at]!;
    if (unit > '~' && invisible.test(unit)) continue;
    text += plainUnit(unit);
    places.push(at);
  }
  places.push(original.length);
  return { text, places };
}

function plainUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return unit;
  if (code >= 0x17e0 && code <= 0x17e9) return String(code - 0x17e0);
  if (code >= 0x0e50 && code <= 0x0e59) return String(code - 0x0e50);
  // Full-width forms of the printable ASCII signs.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f) return ' ';
  if (code >= 0x2010 && code <= 0x2015) return '-';
  return unit;
}
