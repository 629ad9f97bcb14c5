/**
 * A word, a text in quotation marks (without them), or the end of the file. `unclosed` when a line ends before the
 * closing mark.
 */
export interface BltToken {
  readonly line: number;
  readonly text: string;
  readonly kind: 'word' | 'quoted' | 'unclosed' | 'end';
}

/**
 * Gives the tokens of a .blt file one by one, with their lines. Comments (# outside quotation marks to the end of
 * the line, and between slash-star and star-slash) are passed over. Quotation marks inside a name happen in published files ("Ann "Nan" Lee"): the name
 * then ends at the last mark of its line that nothing but a comment follows.
 */
export function bltTokens(text: string): () => BltToken {
  let place = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;

  function skipToToken(): void {
    for (; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (code === newLine) {
        line += 1;
      } else if (code === hash) {
        const end = text.indexOf('\n', place);
        place = (end < 0 ? text.length : end) - 1;
      } else if (text.startsWith('/*', place) && text.includes('*/', place + 2)) {
        const end = text.indexOf('*/', place + 2);
        for (; place < end; place += 1) if (text.charCodeAt(place) === newLine) line += 1;
        place = end + 1;
      } else if (!isSpace(code)) {
        return;
      }
    }
  }

  function quoted(): BltToken {
    const lineEnd = text.indexOf('\n', place);
    const content = text.slice(place, lineEnd < 0 ? text.length : lineEnd);
    const end = closingMark(content);
    place += end < 0 ? content.length : end + 1;
    return end < 0
      ? { line, text: content.slice(1).trim(), kind: 'unclosed' }
      : { line, text: content.slice(1, end).trim(), kind: 'quoted' };
  }

  return () => {
    skipToToken();
    if (place >= text.length) return { line, text: '', kind: 'end' };
    if (text.charCodeAt(place) === mark) return quoted();
    const start = place;
    while (place < text.length && !isSpace(text.charCodeAt(place))) place += 1;
    return { line, text: text.slice(start, place), kind: 'word' };
  };
}

const newLine = 10;
const hash = 35;
const mark = 34;

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}

/** What may follow the last text of a line, and what may stand between two texts in one line. */
const restOfLine = /^\s*(#.*)?$/;
const anotherText = /^\s+"/;

/** Where the text that opens at 0 is closed; -1 when it is not. */
function closingMark(content: string): number {
  const marks: number[] = [];
  for (let i = content.indexOf('"', 1); i >= 0; i = content.indexOf('"', i + 1)) marks.push(i);
  const [first] = marks;
  if (first === undefined) return -1;
  const after = content.slice(first + 1);
  if (restOfLine.test(after) || (anotherText.test(after) && marks.length % 2 === 1)) return first;
  return marks.findLast((place) => restOfLine.test(content.slice(place + 1))) ?? -1;
}
