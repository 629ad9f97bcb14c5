/**
 * An English word without its endings, so that forms of one word agree: plurals, -ing, -ed, -ly, a silent e. Light on
 * purpose (after Harman's "S" stemmer and the first steps of Porter, 1980): stems are compared, never shown.
 *
 * @example stem('toilets') === stem('toilet')
 */
export function stem(word: string): string {
  let left = word.replace(/['’]s?$/, '');
  if (left.length > 4 && left.endsWith('ies')) left = `${left.slice(0, -3)}y`;
  else if (left.length > 4 && /(?:ss|x|ch|sh)es$/.test(left)) left = left.slice(0, -2);
  else if (left.length > 3 && /[^su]s$/.test(left)) left = left.slice(0, -1);
  const ending = /^(.*[aeiouy].*?)(?:ing|ed|ly)$/.exec(left);
  if (left.length > 4 && ending?.[1] && ending[1].length > 2) left = withoutDouble(ending[1]);
  return left.length > 3 && left.endsWith('e') ? left.slice(0, -1) : left;
}

/** stopp(ed) → stop; but fall, pass and buzz keep theirs. */
function withoutDouble(left: string): string {
  return /([^aeioulsz])\1$/.test(left) ? left.slice(0, -1) : left;
}
