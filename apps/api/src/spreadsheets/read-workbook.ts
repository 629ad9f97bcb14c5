import { ok, refused, type Result } from '@samleng/kernel';
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { Parser } from 'saxen';
import {
  sheetColumnsMost,
  sheetRowsMost,
  type SheetCell,
  type SheetProblem,
  type SheetRow,
  startsLikeFormula,
} from './sheet.ts';

/** What a workbook of a club may hold at most, unpacked. */
const entriesMost = 200;
const unpackedMost = 3_000_000;
const sharedStringsMost = 20_000;

const wanted = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[\w.-]+\.xml)$/;

class TooLarge extends Error {}

/**
 * Reads the first sheet of an XLSX workbook (ECMA-376, part 1: 18.3 worksheets, 18.4.9 shared strings). The sizes its
 * directory declares are added up before a byte is unpacked, and what unpacks to more than it declared is refused. No
 * document type, no entity but XML's own, no link to elsewhere is followed.
 */
export function readWorkbook(bytes: Uint8Array): Result<readonly SheetRow[], SheetProblem> {
  return reading(bytes, (text, strings) => {
    const first = sheetsOf(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))[0];
    const sheet = first ? text(first.file) : null;
    if (sheet === null) throw new Error('No sheet.');
    return readSheet(sheet, strings);
  });
}

/** As `readWorkbook`, the sheets with these names, whatever their capitals; those the workbook has not are left out. */
export function readWorkbookSheets<Name extends string>(
  bytes: Uint8Array,
  names: readonly Name[],
): Result<ReadonlyMap<Name, readonly SheetRow[]>, SheetProblem> {
  return reading(bytes, (text, strings) => {
    const sheets = sheetsOf(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'));
    const found = names.flatMap((name): [Name, readonly SheetRow[]][] => {
      const sheet = sheets.find((each) => each.name.trim().toLowerCase() === name.toLowerCase());
      const xml = sheet ? text(sheet.file) : null;
      return xml === null ? [] : [[name, readSheet(xml, strings)]];
    });
    return new Map(found);
  });
}

function reading<Value>(
  bytes: Uint8Array,
  read: (text: (name: string) => string | null, strings: readonly string[]) => Value,
): Result<Value, SheetProblem> {
  try {
    const files = unpack(bytes);
    const text = (name: string) => {
      const file = files[name];
      return file === undefined ? null : new TextDecoder('utf-8', { fatal: true }).decode(file);
    };
    return ok(read(text, readSharedStrings(text('xl/sharedStrings.xml') ?? '<sst/>')));
  } catch (fault) {
    return refused(fault instanceof TooLarge ? 'FILE_TOO_LARGE' : 'FILE_UNREADABLE');
  }
}

function unpack(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let entries = 0;
  let unpacked = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    entries += 1;
    if (entries > entriesMost) throw new TooLarge();
    if (!wanted.test(name)) return false;
    unpacked += originalSize;
    if (unpacked > unpackedMost) throw new TooLarge();
    return true;
  };
  return unzipSync(bytes, { filter });
}

/** The sheets of a workbook in their order, each with its file. */
function sheetsOf(
  workbook: string | null,
  relations: string | null,
): readonly { readonly name: string; readonly file: string }[] {
  if (workbook === null || relations === null) throw new Error('Not a workbook.');
  const sheets: { name: string; id: string }[] = [];
  hear(workbook, (name, attributes) => {
    if (local(name) !== 'sheet') return;
    const { name: title, 'r:id': id } = attributes();
    sheets.push({ name: title ?? '', id: id ?? '' });
  });
  const targets = new Map<string, string>();
  hear(relations, (name, attributes) => {
    if (local(name) !== 'Relationship') return;
    const { Id, Target } = attributes();
    targets.set(Id ?? '', Target ?? '');
  });
  return sheets.map(({ name, id }) => {
    const target = targets.get(id) ?? '';
    return { name, file: target.startsWith('/') ? target.slice(1) : `xl/${target}` };
  });
}

function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let current: string[] | null = null;
  let isText = false;
  let isPhonetic = false;
  hear(
    xml,
    (name) => {
      const tag = local(name);
      if (tag === 'si') current = [];
      if (tag === 't') isText = true;
      if (tag === 'rPh') isPhonetic = true;
    },
    (name) => {
      const tag = local(name);
      if (tag === 't') isText = false;
      if (tag === 'rPh') isPhonetic = false;
      if (tag !== 'si' || current === null) return;
      strings.push(current.join(''));
      current = null;
      if (strings.length > sharedStringsMost) throw new TooLarge();
    },
    (text) => {
      if (isText && !isPhonetic) current?.push(text);
    },
  );
  return strings;
}

type OpenCell = { column: number; type: string; text: string[]; isFormula: boolean };

function readSheet(xml: string, strings: readonly string[]): SheetRow[] {
  const rows: SheetRow[] = [];
  let number = 0;
  let cells: SheetCell[] = [];
  let open: OpenCell | null = null;
  let isValue = false;
  hear(
    xml,
    (name, attributes) => {
      const tag = local(name);
      if (tag === 'row') {
        number = Number(attributes()['r'] ?? number + 1);
        cells = [];
      } else if (tag === 'c') {
        const { r, t } = attributes();
        open = { column: columnOf(r) ?? cells.length, type: t ?? 'n', text: [], isFormula: false };
        if (open.column >= sheetColumnsMost) throw new TooLarge();
      } else if (tag === 'f' && open) open.isFormula = true;
      else if (tag === 'v' || tag === 't') isValue = true;
    },
    (name) => {
      const tag = local(name);
      if (tag === 'v' || tag === 't') isValue = false;
      if (tag === 'c' && open) {
        while (cells.length < open.column) cells.push({ text: '', isFormula: false });
        cells[open.column] = cellOf(open, strings);
        open = null;
      }
      if (tag !== 'row' || !cells.some(({ text, isFormula }) => text !== '' || isFormula)) return;
      rows.push({ number, cells });
      if (rows.length > sheetRowsMost) throw new TooLarge();
    },
    (text) => {
      if (isValue) open?.text.push(text);
    },
  );
  return rows;
}

function cellOf({ type, text, isFormula }: OpenCell, strings: readonly string[]): SheetCell {
  const value = text.join('');
  const shown = (type === 's' ? (strings[Number(value)] ?? '') : value).trim();
  return { text: isFormula ? '' : shown, isFormula: isFormula || (type !== 'n' && startsLikeFormula(shown)) };
}

/** The column of a reference such as `C12`, A being 0. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The name of a tag without the prefix of its namespace. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function hear(
  xml: string,
  opens: (name: string, attributes: () => Readonly<Record<string, string>>) => void,
  closes: (name: string) => void = () => undefined,
  says: (text: string) => void = () => undefined,
): void {
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => opens(name, attributes));
  parser.on('closeTag', (name) => closes(name));
  parser.on('text', (text, decode) => says(decode(text)));
  parser.on('cdata', (text) => says(text));
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.parse(xml);
}

/** A day as a spreadsheet counts it: days since 1899-12-30, what Excel calls the 1900 system. */
export function dayOfSerial(serial: number): string | null {
  if (!Number.isFinite(serial) || serial < 20_000 || serial > 80_000) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}
