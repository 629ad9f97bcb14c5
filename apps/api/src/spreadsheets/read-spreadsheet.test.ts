import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { dayOfSerial } from './read-workbook.ts';
import { workbookOf } from '../testing/a-workbook.ts';

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
const texts = (file: string) => {
  const read = readSpreadsheet(file);
  return read.ok ? read.value.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)]) : read;
};

describe('a file of lines', () => {
  it('is read from CSV with a byte order mark, quotes and either separator', () => {
    expect(texts(base64('\uFEFFalias,sex\r\n"Dara","M"\r\n\r\n Bopha ,F\r\n'))).toEqual([
      [1, 'alias', 'sex'],
      [2, 'Dara', 'M'],
      [4, 'Bopha', 'F'],
    ]);
    expect(texts(base64('alias;sex\nតារា;ប្រុស\n'))).toEqual([
      [1, 'alias', 'sex'],
      [2, 'តារា', 'ប្រុស'],
    ]);
  });

  it('is read from XLSX: shared, inline and rich text, numbers, gaps', () => {
    const file = workbookOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>sex</t></is></c></row>' +
        '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>46000</v></c></row>',
      '<si><t>alias</t></si><si><r><t>Da</t></r><r><t>ra &amp; co</t></r><rPh><t>x</t></rPh></si>',
    );
    expect(texts(base64(file))).toEqual([
      [1, 'alias', '', 'sex'],
      [3, 'Dara & co', '46000'],
    ]);
  });

  it('marks formulas of both and takes no value from them', () => {
    const file = workbookOf('<row r="1"><c r="A1"><f>HYPERLINK("http://x")</f><v>9</v></c></row>', '');
    const read = readSpreadsheet(base64(file));
    expect(read.ok && read.value[0]?.cells).toEqual([{ text: '', isFormula: true }]);
    const csv = readSpreadsheet(base64('=1+1,-5,@x,+855,a\n'));
    expect(csv.ok && csv.value[0]?.cells.map(({ isFormula }) => isFormula)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('is refused when it unpacks to more than may be: zip bombs, declared or lying', () => {
    const bomb = workbookOf(`<row r="1">${' '.repeat(4_000_000)}</row>`, '');
    expect(bomb.length).toBeLessThan(45_000);
    expect(readSpreadsheet(base64(bomb))).toEqual({ ok: false, problem: 'FILE_TOO_LARGE' });
    const lying = Buffer.from(bomb);
    // Every size of the directory that says four million says one hundred instead.
    for (let at = 0; at < lying.length - 4; at += 1) {
      const size = lying.readUInt32LE(at);
      if (size > 4_000_000 && size < 4_001_000) lying.writeUInt32LE(100, at);
    }
    expect(readSpreadsheet(base64(lying))).toEqual({ ok: false, problem: 'FILE_UNREADABLE' });
  });

  it('is refused when it has too many lines, columns, entries, characters or bytes', () => {
    const tooLarge = { ok: false, problem: 'FILE_TOO_LARGE' };
    expect(readSpreadsheet(base64('a\n'.repeat(502)))).toEqual(tooLarge);
    expect(readSpreadsheet(base64(`${'a,'.repeat(40)}a`))).toEqual(tooLarge);
    expect(readSpreadsheet(base64('a'.repeat(501)))).toEqual(tooLarge);
    expect(readSpreadsheet(base64('a'.repeat(45_004)))).toEqual(tooLarge);
    expect(readSpreadsheet(base64(workbookOf('<row r="1"><c r="ZZ1"><v>1</v></c></row>', '')))).toEqual(
      tooLarge,
    );
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`x${at}`, strToU8('')]));
    expect(readSpreadsheet(base64(zipSync(many)))).toEqual(tooLarge);
    expect(
      readSpreadsheet(base64(workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(600), ''))),
    ).toEqual(tooLarge);
  });

  it('is refused when it is something else, or broken', () => {
    const unreadable = { ok: false, problem: 'FILE_UNREADABLE' };
    expect(readSpreadsheet('')).toEqual(unreadable);
    expect(readSpreadsheet('not base64!')).toEqual(unreadable);
    expect(readSpreadsheet(base64(Buffer.from([0xff, 0xfe, 0x41])))).toEqual(unreadable);
    expect(readSpreadsheet(base64('a\0b'))).toEqual(unreadable);
    expect(readSpreadsheet(base64(zipSync({ 'xl/workbook.xml': strToU8('<workbook') })))).toEqual(unreadable);
    expect(readSpreadsheet(base64('PK but no zip'))).toEqual(unreadable);
    expect(readSpreadsheet(base64('"never closed'))).toEqual(unreadable);
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>';
    const read = readSpreadsheet(
      base64(workbookOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', '', entity)),
    );
    expect(JSON.stringify(read)).not.toContain('aaaa');
  });

  it('has days as spreadsheets count them', () => {
    expect(dayOfSerial(46_349)).toBe('2026-11-23');
    expect(dayOfSerial(5)).toBeNull();
    expect(dayOfSerial(Number.NaN)).toBeNull();
  });
});
