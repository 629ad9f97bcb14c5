/**
 * Walks through a text line by line without splitting it: `visit` gets the bounds of each line without its line
 * end and without blanks at either side, and its number from 1. Stops when `visit` gives back anything but
 * undefined, and gives that back. A byte order mark at the start is passed over.
 */
export function eachLine<Stop>(
  text: string,
  visit: (start: number, end: number, line: number) => Stop | undefined,
): Stop | undefined {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let line = 1; start < text.length; line += 1) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let first = start;
    let last = end;
    while (first < last && isBlank(text.charCodeAt(first))) first += 1;
    while (last > first && isBlank(text.charCodeAt(last - 1))) last -= 1;
    const stop = visit(first, last, line);
    if (stop !== undefined) return stop;
    start = end + 1;
  }
  return undefined;
}

/** Space, tab, carriage return. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}
