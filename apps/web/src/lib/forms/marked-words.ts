/** Something marked in a text, in UTF-16 units, end exclusive. */
export interface TextMark {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of a text: as it stands, or marked as what. */
export interface Piece {
  readonly text: string;
  readonly identifier: string | null;
  readonly sign: string | null;
}

/** Cuts a text where marks begin and end. A mark that lies outside the text is passed over. */
export function piecesOf(
  text: string,
  identifiers: readonly TextMark[],
  signs: readonly TextMark[],
): readonly Piece[] {
  const marks = [...identifiers, ...signs].filter(({ start, end }) => start >= 0 && start < end);
  const cuts = [
    ...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, Math.min(end, text.length)])]),
  ].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, index) => {
    const covers = ({ start, end }: TextMark): boolean => start <= from && from < end;
    return {
      text: text.slice(from, cuts[index + 1]),
      identifier: identifiers.find(covers)?.kind ?? null,
      sign: signs.find(covers)?.kind ?? null,
    };
  });
}

/** A text without what is marked in it: each mark becomes "…". */
export function withoutMarks(text: string, identifiers: readonly TextMark[]): string {
  return piecesOf(text, identifiers, [])
    .map((piece) => (piece.identifier === null ? piece.text : '…'))
    .join('')
    .replace(/…(?:\s*…)+/g, '…');
}

const longestTitle = 60;

/** A title to begin with: the first sentence, cut where a word ends. */
export function titleFrom(words: string): string {
  const sentence = (words.trim().split(/[។.!?\n]/u)[0] ?? '').trim();
  if (sentence.length <= longestTitle) return sentence;
  const segments = [...new Intl.Segmenter('km', { granularity: 'word' }).segment(sentence)];
  let title = '';
  for (const { segment } of segments) {
    if (title.length + segment.length > longestTitle) break;
    title += segment;
  }
  return title.trim();
}
