import { ok, refused, type Result } from '@samleng/kernel';
import type { FileProblem } from './file-problem.ts';

/** One row and the line it starts on (the first line is 1). */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/**
 * Splits text into rows of semicolon-separated cells. A cell that begins with a quotation mark ends at the next
 * single one; inside, two stand for one, and semicolons and line breaks are plain text. A quotation mark elsewhere
 * is a character like any other. Lines may end in LF or CRLF; blank lines are skipped, a byte-order mark ignored.
 */
export function readSemicolonRows(text: string): Result<Row[], FileProblem> {
  const rows: Row[] = [];
  const end = text.length;
  let line = 1;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < end) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline === -1 ? end : newline;
    const raw = text.slice(at, lineEnd);
    if (!raw.includes('"')) {
      const content = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (content.trim() !== '') rows.push({ line, cells: content.split(';') });
      at = lineEnd + 1;
      line += 1;
      continue;
    }
    const row = readQuotedRow(text, at);
    if (row === undefined) return refused({ line, reason: 'a quotation mark is opened and never closed' });
    rows.push({ line, cells: row.cells });
    for (let break_ = text.indexOf('\n', at); break_ !== -1 && break_ < row.next;) {
      line += 1;
      break_ = text.indexOf('\n', break_ + 1);
    }
    at = row.next;
  }
  return ok(rows);
}

function readQuotedRow(text: string, start: number): { cells: string[]; next: number } | undefined {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote === -1) return undefined;
        cell += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    const stop = endOfCell(text, at);
    cell += text.slice(at, stop);
    at = stop;
    if (text[at] === ';') {
      cells.push(cell);
      at += 1;
      continue;
    }
    cells.push(cell.endsWith('\r') ? cell.slice(0, -1) : cell);
    return { cells, next: at + 1 };
  }
}

function endOfCell(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x3b || character === 0x0a) return at;
  }
  return text.length;
}

/** Writes cells so that `readSemicolonRows` gives them back. A lone empty cell is quoted: it would be a blank line. */
export function writeSemicolonRow(cells: readonly string[]): string {
  if (cells.length === 1 && cells[0]?.trim() === '') return `"${cells[0]}"`;
  return cells.map((cell) => (/[";\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';');
}
