import { refused, ok, type Result } from '@samleng/kernel';
import { type PlaceType, parentCode, placeTypeKeys, placeTypes } from '@samleng/vocabulary';
import { parse } from 'csv-parse/sync';
import { isIsoDay } from '@samleng/routing';

/** One row of the official list, as it was read. */
export type ListedPlace = {
  readonly line: number;
  readonly code: string;
  readonly type: PlaceType;
  readonly nameKm: string;
  readonly nameEn: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly replacedByCode: string | null;
};

/** Why a list was refused: the line of the file (1 is the first) and what is wrong there. */
export type ListProblem = { readonly line: number; readonly reason: string };

type RawRow = { line: number; fields: Record<string, string> };

const needed = ['code', 'type_latin', 'name_km', 'name_en'];
const known = new Set([...needed, 'valid_from', 'valid_to', 'replaced_by']);

/**
 * Reads the official list of places: JSON `{ "columns": […], "rows": [[…]] }` or CSV with the same columns
 * (`code,type_latin,name_km,name_en`, optionally `valid_from,valid_to,replaced_by`).
 *
 * @param knownCodes the places that are there already: a row may lie below one of them
 * @returns the rows, or every problem with its line; one bad row refuses the whole list
 */
export function readPlaceList(
  text: string,
  knownCodes: ReadonlySet<string>,
): Result<ListedPlace[], ListProblem[]> {
  const raw = text.trimStart().startsWith('{') ? readJson(text) : readCsv(text);
  if (!raw.ok) return raw;
  const problems: ListProblem[] = [];
  const codes = new Map(raw.value.map((row) => [row.fields['code'], row.line]));
  const firstLines = new Map<string, number>();
  const places = raw.value.flatMap(({ line, fields }) => {
    const found = placeOf(line, fields);
    if (typeof found === 'string') {
      problems.push({ line, reason: found });
      return [];
    }
    const before = firstLines.get(found.code);
    if (before !== undefined)
      problems.push({ line, reason: `the code ${found.code} stands in line ${before} already` });
    else firstLines.set(found.code, line);
    const above = parentCode(found.code);
    if (above !== null && !codes.has(above) && !knownCodes.has(above))
      problems.push({ line, reason: `${found.code} lies in ${above}, which is not in the list` });
    return [found];
  });
  if (raw.value.length === 0) problems.push({ line: 1, reason: 'the list has no rows' });
  return problems.length > 0 ? refused(problems) : ok(places);
}

function placeOf(line: number, fields: Record<string, string>): ListedPlace | string {
  const code = (fields['code'] ?? '').trim();
  if (!/^([0-9]{2}){1,4}$/.test(code)) return `"${code}" is not a code of 2, 4, 6 or 8 digits`;
  const official = (fields['type_latin'] ?? '').trim();
  const type = placeTypeKeys.find((key) => placeTypes[key].official === official);
  if (type === undefined) return `"${official}" is not a kind of place`;
  if (placeTypes[type].codeLength !== code.length)
    return `${official} has codes of ${placeTypes[type].codeLength} digits, and ${code} has ${code.length}`;
  const nameKm = (fields['name_km'] ?? '').trim();
  if (nameKm === '') return `${code} has no Khmer name`;
  const nameEn = (fields['name_en'] ?? '').trim();
  if (nameKm.length > 200 || nameEn.length > 200) return `${code} has a name of over 200 letters`;
  for (const key of ['valid_from', 'valid_to']) {
    const day = (fields[key] ?? '').trim();
    if (day !== '' && !isIsoDay(day)) return `"${day}" is not a day like 2026-11-23`;
  }
  return {
    line,
    code,
    type,
    nameKm,
    // The official list has one village without a Latin name: its Khmer name stands in, so that it is found.
    nameEn: nameEn === '' ? nameKm : nameEn,
    validFrom: (fields['valid_from'] ?? '').trim() || null,
    validTo: (fields['valid_to'] ?? '').trim() || null,
    replacedByCode: (fields['replaced_by'] ?? '').trim() || null,
  };
}

function columnsProblem(columns: readonly string[]): ListProblem[] {
  const missing = needed.filter((column) => !columns.includes(column));
  const unknown = columns.filter((column) => !known.has(column));
  if (missing.length > 0) return [{ line: 1, reason: `the column ${missing.join(', ')} is missing` }];
  if (unknown.length > 0) return [{ line: 1, reason: `the column ${unknown.join(', ')} is not known` }];
  return [];
}

function readCsv(text: string): Result<RawRow[], ListProblem[]> {
  try {
    const rows = parse(text, { bom: true, skip_empty_lines: true, info: true }) as unknown as {
      info: { lines: number };
      record: string[];
    }[];
    const columns = (rows[0]?.record ?? []).map((column) => column.trim());
    const problems = columnsProblem(columns);
    if (problems.length > 0) return refused(problems);
    return ok(
      rows.slice(1).map(({ info, record }) => ({
        line: info.lines,
        fields: Object.fromEntries(columns.map((column, index) => [column, record[index] ?? ''])),
      })),
    );
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    return refused([{ line, reason: 'this line is not CSV: its quotes or columns do not fit' }]);
  }
}

function readJson(text: string): Result<RawRow[], ListProblem[]> {
  let list: { columns?: unknown; rows?: unknown };
  try {
    list = JSON.parse(text) as { columns?: unknown; rows?: unknown };
  } catch (error) {
    return refused([{ line: lineOfSyntaxError(text, error), reason: 'this is not JSON' }]);
  }
  if (!Array.isArray(list.columns) || !list.columns.every((column) => typeof column === 'string'))
    return refused([{ line: 1, reason: 'the list of columns is missing' }]);
  const columns = list.columns as string[];
  const problems = columnsProblem(columns);
  if (problems.length > 0) return refused(problems);
  if (!Array.isArray(list.rows)) return refused([{ line: 1, reason: 'the list of rows is missing' }]);
  const lines = linesOfRows(text);
  const rows: RawRow[] = [];
  for (const [index, row] of list.rows.entries()) {
    const line = lines[index] ?? 1;
    if (
      !Array.isArray(row) ||
      row.length !== columns.length ||
      !row.every((field) => typeof field === 'string' || field === null)
    )
      return refused([{ line, reason: `row ${index + 1} is not a list of ${columns.length} texts` }]);
    rows.push({
      line,
      fields: Object.fromEntries(columns.map((column, at) => [column, (row as (string | null)[])[at] ?? ''])),
    });
  }
  return ok(rows);
}

/** The line on which each row of `"rows"` begins. */
function linesOfRows(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let inText = false;
  for (let at = text.indexOf('[', text.indexOf('"rows"')), from = 0; at >= 0 && at < text.length; at += 1) {
    for (; from < at; from += 1) if (text.charCodeAt(from) === 10) line += 1;
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '[') {
      depth += 1;
      if (depth === 2) lines.push(line);
    } else if (sign === ']') {
      depth -= 1;
      if (depth === 0) break;
    }
  }
  return lines;
}

function lineOfSyntaxError(text: string, error: unknown): number {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length;
}
